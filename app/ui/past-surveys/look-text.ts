import type { ColumnLook } from '#app/domain/past-surveys/look.ts';
import type { Text } from '#app/text/text.ts';

/** What a column looks like, in a line. */
export function lookText(text: Text, look: ColumnLook): string {
  const { numbers, texts, empty, lowest, highest, distinct, codes, looks, words } = look;
  const parts: string[] = [];
  if (numbers > 0) parts.push(lowest === null || highest === null ? text('past.look.numbers', { n: numbers }) : text('past.look.range', { n: numbers, lowest, highest }));
  if (texts > 0) parts.push(text('past.look.texts', { n: texts }));
  if (empty > 0) parts.push(text('past.look.empty', { n: text.number(empty) }));
  if (texts > 0) parts.push(distinct > mostDistinct ? text('past.look.many') : text('past.look.distinct', { n: distinct }));
  if (codes.length > 0) parts.push(text('past.look.codes', { codes: codes.join(' · ') }));
  if (words !== null) parts.push(text('past.look.words'));
  if (looks && words === null) parts.push(text(`past.look.personal.${looks}`));
  return parts.join(' · ');
}

const mostDistinct = 30;
