// What a dimension is called where a text may be in a tongue: by the tongue's own word, and by English where its file has none.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { dimension } from '#app/domain/surveys/questions/question-library.ts';
import type { Text } from './text.ts';

export function dimensionIn(text: Text, id: string): string {
  const key = `${id}.label`;
  const said = text.code('library/dimensions', key);
  return said === key ? (inLanguage(dimension(id)?.label, text.language) ?? id) : said;
}
