// Whether the questions of a dimension measure one thing, company-wide, from what a release holds: correlations and histograms.
import { rungOf } from '../statistics/ladder.ts';
import { readItem } from '../readings.ts';
import { reliabilityOf, type Reliability } from '../statistics/reliability.ts';
import type { Wave } from '../wave.ts';

/** Null for one question, below thirty answers, or where a correlation is not published. */
export function reliabilityOfDimension(wave: Wave, id: string): Reliability | null {
  const { correlations, dimensions, items } = wave.release;
  const members = dimensions[id]?.items ?? [];
  const at = members.map((item) => correlations?.items.indexOf(item) ?? -1);
  const matrix = at.map((row) => at.map((column) => correlations?.matrix[row]?.[column] ?? null));
  const readings = members.map((item) => (items[item] ? readItem(wave, item, wave.company(items[item].partition)) : null));
  const n = Math.min(...readings.map((reading) => reading?.moments.n ?? 0));
  if (!rungOf(n).items || matrix.some((row) => row.includes(null))) return null;
  return reliabilityOf(matrix as number[][], readings.map((reading) => Math.sqrt(reading?.moments.variance ?? 0)), n);
}
