// Is one group different from another? Ranks for a single question, means for a dimension: one primary test per kind of figure,
// so that nobody picks a test after seeing the result.
import { logChoose, normalCdf, normalTail, studentQuantile, studentTwoSided } from './distributions.ts';
import type { Counts, Moments } from './histogram.ts';
import { moments, sumOf } from './histogram.ts';
import type { Interval } from './proportion-intervals.ts';

export interface MeanComparison {
  /** Second minus first. */
  readonly difference: number;
  readonly standardError: number;
  readonly degrees: number;
  readonly p: number;
  readonly interval: Interval;
}

/** Difference of means with any standard error and degrees of freedom. */
export function comparisonOf(difference: number, standardError: number, degrees: number): MeanComparison {
  const same = standardError === 0;
  const p = same ? (difference === 0 ? 1 : 0) : studentTwoSided(difference / standardError, degrees);
  const half = same ? 0 : studentQuantile(0.975, degrees) * standardError;
  return { difference, standardError, degrees, p, interval: [difference - half, difference + half] };
}

/** Welch's unequal-variances t test of two independent groups. */
export function welch(first: Moments, second: Moments): MeanComparison {
  const standardError = Math.sqrt(first.variance / first.n + second.variance / second.n);
  return comparisonOf(second.mean - first.mean, standardError, welchDegrees(first, second));
}

/** Welch–Satterthwaite degrees of freedom. */
export function welchDegrees(first: Moments, second: Moments): number {
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  if (a + b === 0) return first.n + second.n - 2;
  return (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
}

/** Standardised difference, corrected for small groups (Hedges 1981). */
export function hedges(first: Moments, second: Moments): number {
  const degrees = first.n + second.n - 2;
  const pooled = ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / degrees;
  if (pooled === 0) return second.mean === first.mean ? 0 : Math.sign(second.mean - first.mean) * Infinity;
  return ((second.mean - first.mean) / Math.sqrt(pooled)) * (1 - 3 / (4 * degrees - 1));
}

/** P(second higher) − P(second lower) of two histograms of the same question (Cliff 1993); −1 … 1. */
export function cliffsDelta(first: Counts, second: Counts): number {
  let below = 0;
  let sum = 0;
  const firstTotal = sumOf(first);
  first.forEach((here, point) => {
    sum += (second[point] ?? 0) * (below - (firstTotal - below - here));
    below += here;
  });
  return sum / (firstTotal * sumOf(second));
}

/** What Cliff's delta would be for normal answers that differ by g standard deviations: for dimensions, which have no ranks in a release. */
export const deltaFromHedges = (g: number): number => 2 * normalCdf(g / Math.SQRT2) - 1;

export const probabilityOfSuperiority = (delta: number): number => (delta + 1) / 2;

/** Below this a difference is too small to speak of (Romano 2006). */
export const smallDelta = 0.147;

/** U of the second group: pairs in which it is higher, ties half. */
export function mannWhitneyU(first: Counts, second: Counts): number {
  return probabilityOfSuperiority(cliffsDelta(first, second)) * sumOf(first) * sumOf(second);
}

/** Two-sided p: exact studentised permutation up to twenty answers together, else normal with tie and continuity correction. */
export function rankTest(first: Counts, second: Counts): number {
  return sumOf(first) + sumOf(second) <= 20 ? permutationTest(first, second) : mannWhitneyNormal(first, second);
}

export function mannWhitneyNormal(first: Counts, second: Counts): number {
  const [n1, n2] = [sumOf(first), sumOf(second)];
  const n = n1 + n2;
  const ties = first.reduce((sum, count, point) => {
    const tied = count + (second[point] ?? 0);
    return sum + tied ** 3 - tied;
  }, 0);
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  const distance = Math.max(0, Math.abs(mannWhitneyU(first, second) - (n1 * n2) / 2) - 0.5);
  return variance <= 0 ? 1 : Math.min(1, 2 * normalTail(distance / Math.sqrt(variance)));
}

/** Share of all divisions of the pooled answers whose |Welch t| is at least the observed one. */
export function permutationTest(first: Counts, second: Counts): number {
  const pooled = first.map((count, point) => count + (second[point] ?? 0));
  const n1 = sumOf(first);
  const observed = studentised(first, second) - 1e-9;
  const all = logChoose(sumOf(pooled), n1);
  let extreme = 0;
  const divide = (point: number, chosen: readonly number[], left: number, logWays: number): void => {
    if (point === pooled.length) {
      if (left > 0) return;
      const other = pooled.map((count, index) => count - (chosen[index] as number));
      if (studentised(chosen, other) >= observed) extreme += Math.exp(logWays - all);
      return;
    }
    const here = pooled[point] as number;
    for (let taken = 0; taken <= Math.min(here, left); taken += 1) {
      divide(point + 1, [...chosen, taken], left - taken, logWays + logChoose(here, taken));
    }
  };
  divide(0, [], n1, 0);
  return Math.min(1, extreme);
}

function studentised(first: Counts, second: Counts): number {
  const [a, b] = [moments(first), moments(second)];
  const difference = Math.abs(b.mean - a.mean);
  if (difference < 1e-12) return 0;
  return difference / Math.sqrt(a.variance / a.n + b.variance / b.n);
}
