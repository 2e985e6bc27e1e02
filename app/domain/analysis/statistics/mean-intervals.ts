// Intervals of a mean for tables and dimensions, where no histogram of the person means exists.
import { studentQuantile, z975 } from './distributions.ts';
import type { Moments } from './histogram.ts';
import type { Interval } from './proportion-intervals.ts';

/** Likeness of the same people's answers a week apart, for the repeatability band. */
const retest = 0.6;

/** x̄ ± t·s/√n·√((N−n)/N), clipped to the worst case on a scale from `least` to `most`. Fails where all agree (s = 0): then the worst case. */
export function meanInterval(group: Moments, size: number | null, [least, most]: Interval): Interval {
  const { n, mean, variance } = group;
  if (n < 2) return [least, most];
  const missing = size === null ? 1 : Math.max(0, (size - n) / size);
  const [worst, best] = size === null ? [least, most] : worstCaseMean(group, size, [least, most]);
  if (variance === 0) return [worst, best];
  const half = studentQuantile(0.975, n - 1) * Math.sqrt((variance / n) * missing);
  return [Math.max(worst, mean - half), Math.min(best, mean + half)];
}

/** Everybody who did not answer at the lowest, then at the highest point. */
export function worstCaseMean({ n, mean }: Moments, size: number, [least, most]: Interval): Interval {
  const all = Math.max(size, n);
  return [(mean * n + (all - n) * least) / all, (mean * n + (all - n) * most) / all];
}

/** When everybody answered there is no margin; asked again next week, the same people could still give this much more or less. */
export function repeatabilityBand({ n, variance }: Moments): number {
  return z975 * Math.sqrt(((1 - retest) * variance) / n);
}
