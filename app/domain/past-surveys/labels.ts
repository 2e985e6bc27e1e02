// Many tools export the words of an answer instead of its number. Where all texts of a column are the words of one scale of the library,
// in whatever language, they are read as its points.
import { languages } from '../kernel/language.ts';
import { libraryScale, libraryScales, notApplicable } from '#app/domain/surveys/question-library.ts';

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const none = new Set(Object.values(notApplicable).map(folded));

/** Everyday words of other tools for the same points. */
const everyday: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  SAT5: [['Neutral', 3], ['不满意', 2], ['一般', 3], ['满意', 4], ['不滿意', 2], ['普通', 3], ['滿意', 4]],
  AGR5: [['Neutral', 3], ['不同意', 2], ['一般', 3], ['中立', 3], ['普通', 3], ['同意', 4]],
};

/** «Low» and «high» are words of backgrounds too. */
const ambiguous = 'LVL5';

const pointsByWords = new Map(
  libraryScales
    .filter(({ id, points, labels }) => labels.length === points && id !== ambiguous)
    .map(({ id, labels }) => {
      const own = labels.flatMap((label) => languages.flatMap((language) => label[language] ?? []).map((words) => [words, label.value] as const));
      return [id, new Map([...own, ...(everyday[id] ?? [])].map(([words, point]) => [folded(words), point]))] as const;
    }),
);

/** The scale whose words these all are, «not applicable» apart; null where a single word is another, or fewer than two are there. */
export function scaleOfWords(texts: readonly string[]): string | null {
  const words = texts.map(folded).filter((word) => !none.has(word));
  if (new Set(words).size < 2) return null;
  for (const [id, points] of pointsByWords) if (words.every((word) => points.has(word))) return id;
  return null;
}

export const isScaleOfWords = (id: string): boolean => pointsByWords.has(id);

export const pointsOfWords = (id: string): number => libraryScale(id).points;

/** The answer as a number, nothing for «not applicable», and the text itself where it is no word of this scale. */
export function answerInWords(scale: string, text: string): string {
  const word = folded(text);
  if (none.has(word)) return '';
  const point = pointsByWords.get(scale)?.get(word);
  return point === undefined ? text : String(point);
}
