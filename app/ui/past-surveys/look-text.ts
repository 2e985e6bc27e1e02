import type { ColumnLook } from '#app/domain/past-surveys/look.ts';
import type { Text } from '#app/text/text.ts';

/** What a column looks like, in a line. */
export function lookText(text: Text, look: ColumnLook): string {
  const { numbers, texts, empty, lowest, highest, distinct, looks, seen } = look;
  const parts: string[] = [];
  if (numbers > 0) parts.push(lowest === null || highest === null ? text('past.look.numbers', { n: numbers }) : text('past.look.range', { n: numbers, lowest: text.number(lowest), highest: text.number(highest) }));
  if (texts > 0) parts.push(text('past.look.texts', { n: texts }));
  if (empty > 0) parts.push(text('past.look.empty', { n: text.number(empty) }));
  if (texts > 0) parts.push(distinct > mostDistinct ? text('past.look.many') : text('past.look.distinct', { n: distinct }));
  if (seen.declined > 0) parts.push(text('past.look.declined', { n: seen.declined }));
  if (looks && seen.scales.length === 0) parts.push(text(`past.look.personal.${looks}`));
  return parts.join(' · ');
}

const mostDistinct = 30;
