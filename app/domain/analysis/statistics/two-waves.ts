// Waves cannot be paired, because nobody is linked; yet mostly the same people answer twice. Counts alone bound their overlap from
// below, which wins back some of the power that an unpaired comparison throws away.
import type { Moments } from './histogram.ts';
import { comparisonOf, welchDegrees, type MeanComparison } from './two-groups.ts';

/** Likeness of the same people's answers in two waves; deliberately low: at .4 and more false alarms exceed their level. */
const likeness = 0.3;

/** Fewest people who answered both waves. `people` = different people on either list: the first list and the joiners. */
export function leastOverlap(firstAnswers: number, secondAnswers: number, people: number): number {
  return Math.max(0, firstAnswers + secondAnswers - people);
}

/** Change from the first to the second wave. `people` null: the overlap is unknown and taken as none. */
export function changeBetween(first: Moments, second: Moments, people: number | null): MeanComparison {
  const overlap = people === null ? 0 : Math.min(first.n, second.n, leastOverlap(first.n, second.n, people));
  const shared = (2 * likeness * overlap * Math.sqrt(first.variance * second.variance)) / (first.n * second.n);
  const squared = first.variance / first.n + second.variance / second.n - shared;
  return comparisonOf(second.mean - first.mean, Math.sqrt(Math.max(0, squared)), welchDegrees(first, second));
}
