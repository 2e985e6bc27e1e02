// A difference is an arrow where there is evidence and a dash where there is none; the words say which differences would have shown.
import type { DifferenceView } from '#app/domain/reports/figures-shown.ts';
import type { Text } from './text.ts';

export type Against = 'rest' | 'change';

/** In a sentence. */
export function differenceText(text: Text, difference: DifferenceView, against: Against): string {
  const { points, arrow, small, broken, exploratory } = difference;
  if (points === null) return text(`results.broken.${broken ?? 'too-few'}`);
  if (arrow === null) return unclearText(text, difference, against);
  const key = against === 'rest' ? (`results.rest.${arrow}` as const) : (`results.change.${arrow}.long` as const);
  const said = text(key, { points: Math.abs(points) });
  const notes = [small && text('results.small'), exploratory && text('results.exploratory')].filter((note) => note !== false);
  return notes.length > 0 ? `${said} (${notes.join(text('results.comma'))})` : said;
}

// A limit is said only where it could be worked out.
function unclearText(text: Text, { detectable }: DifferenceView, against: Against): string {
  const unclear = against === 'change' ? 'results.change.unclear' : 'results.rest.unclear';
  return detectable === null ? text(`${unclear}.bare`) : text(unclear, { detectable });
}
