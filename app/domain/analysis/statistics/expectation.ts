// Satisfaction is experience against expectation. The headline is ordinal: how many got less, as much, or more than they
// expected; a ratio of rating codes has no true zero and stays in the second row.
import { z975, studentQuantile } from './distributions.ts';
import type { Moments } from './histogram.ts';
import type { Interval } from './proportion-intervals.ts';

export type ExpectationBand = 'unmet' | 'met' | 'exceeded';

export interface Expectation {
  /** Mean experience over mean expectation. */
  readonly ratio: number;
  readonly band: ExpectationBand;
  /** Mean experience minus mean expectation, in scale points. */
  readonly gap: number;
}

export function expectationOf(experienced: number, expected: number): Expectation {
  const ratio = experienced / expected;
  return { ratio, band: ratio < 0.95 ? 'unmet' : ratio > 1.05 ? 'exceeded' : 'met', gap: experienced - expected };
}

/** Standard error of the ratio of means (Taylor series); `covariance` of the two answers of a person. */
export function ratioError(experienced: Moments, expected: Moments, covariance: number): number {
  const ratio = experienced.mean / expected.mean;
  const squared = experienced.variance - 2 * ratio * covariance + ratio * ratio * expected.variance;
  return Math.sqrt(Math.max(0, squared) / (experienced.n * expected.mean * expected.mean));
}

/** Interval of the ratio on the log scale, t with n − 1 degrees, finite where the group's size is known. */
export function ratioInterval(ratio: number, error: number, n: number, size: number | null): Interval {
  const finite = size === null ? 1 : Math.sqrt(Math.max(0, size - n) / size);
  const factor = Math.exp(((n > 1 ? studentQuantile(0.975, n - 1) : z975) * error * finite) / ratio);
  return [ratio / factor, ratio * factor];
}

/** The band that holds the whole interval; null where it reaches across a border, so that nothing is said. */
export function bandWithin([low, high]: Interval): ExpectationBand | null {
  if (high < 0.95) return 'unmet';
  if (low > 1.05) return 'exceeded';
  return low >= 0.95 && high <= 1.05 ? 'met' : null;
}
