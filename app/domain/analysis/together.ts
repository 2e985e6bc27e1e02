// What goes together with overall satisfaction, company-wide, from the released correlations. Never a cause: same person, same
// moment, same mood.
import { correlationInterval } from './drivers.ts';
import { rungOf } from './ladder.ts';
import type { Interval } from './proportion-intervals.ts';
import { readItem } from './readings.ts';
import type { Wave } from './wave.ts';

export interface Together {
  readonly item: string;
  readonly correlation: number;
  readonly interval: Interval;
}

/** In the order asked, not sorted: intervals mostly overlap. Empty below fifty answers. */
export function goingTogether(wave: Wave, outcome: string): readonly Together[] {
  const { correlations, items } = wave.release;
  const row = correlations?.items.indexOf(outcome) ?? -1;
  if (!correlations || row < 0) return [];
  return correlations.items.flatMap((item, column) => {
    const correlation = correlations.matrix[row]?.[column] ?? null;
    const partition = items[item]?.partition;
    if (item === outcome || correlation === null || partition === undefined) return [];
    const n = readItem(wave, item, wave.company(partition))?.moments.n ?? 0;
    return rungOf(n).drivers ? [{ item, correlation, interval: correlationInterval(correlation, n) }] : [];
  });
}
