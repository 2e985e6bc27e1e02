// What goes together with overall satisfaction, company-wide, from the released correlations. Never a cause: same person, same
// moment, same mood.
import { correlationInterval, enoughForDrivers, relativeWeights } from '../statistics/drivers.ts';
import { rungOf } from '../statistics/ladder.ts';
import type { Interval } from '../statistics/proportion-intervals.ts';
import { readItem } from '../readings.ts';
import type { Wave } from '../wave.ts';

export interface Together {
  readonly item: string;
  readonly correlation: number;
  readonly interval: Interval;
  /** Share of what all of them explain together, 0 … 1; null with fewer than ten answers per question or a gap in the matrix. */
  readonly share: number | null;
}

/** In the order asked, not sorted: intervals mostly overlap. Empty below fifty answers. */
export function goingTogether(wave: Wave, outcome: string): readonly Together[] {
  const { correlations, items } = wave.release;
  const row = correlations?.items.indexOf(outcome) ?? -1;
  if (!correlations || row < 0) return [];
  const found = correlations.items.flatMap((item, column) => {
    const correlation = correlations.matrix[row]?.[column] ?? null;
    const partition = items[item]?.partition;
    if (item === outcome || correlation === null || partition === undefined) return [];
    const n = readItem(wave, item, wave.company(partition))?.moments.n ?? 0;
    return rungOf(n).drivers ? [{ item, column, n, correlation, interval: correlationInterval(correlation, n) }] : [];
  });
  const shares = sharesOf(correlations.matrix, found);
  return found.map(({ item, correlation, interval }, at) => ({ item, correlation, interval, share: shares?.[at] ?? null }));
}

function sharesOf(matrix: readonly (readonly (number | null)[])[], found: readonly { column: number; n: number; correlation: number }[]): number[] | null {
  const among = found.map((one) => found.map((other) => matrix[one.column]?.[other.column] ?? null));
  if (!isFull(among) || !enoughForDrivers(Math.min(...found.map(({ n }) => n)), found.length)) return null;
  const weights = relativeWeights(among, found.map(({ correlation }) => correlation));
  return weights && weights.explained > 0 ? weights.parts.map((part) => part / weights.explained) : null;
}

const isFull = (matrix: readonly (readonly (number | null)[])[]): matrix is readonly (readonly number[])[] =>
  matrix.length > 1 && matrix.every((row) => row.every((value) => value !== null));
