// Where a random half of the large groups was asked, groups are put together by the people who work in them, not by those who answered:
// the stratified estimator (Cochran, Sampling Techniques, 3rd ed., chapters 5.2–5.4). Every atom is a stratum; those of its people who
// were asked and answered stand for all of it.
import { studentQuantile, z975 } from './distributions.ts';
import { sumOf, type Counts, type Moments } from './histogram.ts';
import type { Interval } from './proportion-intervals.ts';

export interface Stratum {
  /** Of the atom. */
  readonly id: string;
  /** Everybody of it. */
  readonly people: number;
  readonly moments: Moments;
  /** Lowest score first; null where only sums are known. */
  readonly counts: Counts | null;
}

export interface Weighted {
  /** Mean by people; variance so that, divided by n, it is that of the mean, as if moods were drawn anew. */
  readonly moments: Moments;
  /** As many as answered in all, in the shares of everybody: no whole numbers. */
  readonly counts: Counts | null;
}

const peopleOf = (strata: readonly Stratum[]): number => strata.reduce((sum, { people }) => sum + people, 0);

export function weighted(strata: readonly Stratum[]): Weighted {
  const people = peopleOf(strata);
  const n = strata.reduce((sum, { moments }) => sum + moments.n, 0);
  const sum = (of: (stratum: Stratum, weight: number) => number) => strata.reduce((total, one) => total + of(one, one.people / people), 0);
  const counts = strata.every((one) => one.counts !== null)
    ? (strata[0]?.counts ?? []).map((_, point) => sum((one, weight) => (weight * n * (one.counts?.[point] ?? 0)) / one.moments.n))
    : null;
  return { counts, moments: { n, mean: sum((one, weight) => weight * one.moments.mean), variance: n * sum((one, weight) => (weight * weight * one.moments.variance) / one.moments.n) } };
}

/** Variance of the mean about the people who did not answer, with Satterthwaite's degrees of freedom (Cochran 5.15). */
function levelVariance(strata: readonly Stratum[], varianceOf: (stratum: Stratum) => number): { readonly variance: number; readonly degrees: number } {
  const people = peopleOf(strata);
  const parts = strata.map((one) => {
    const { n } = one.moments;
    const missing = Math.max(0, one.people - n) / one.people;
    return { part: ((one.people / people) ** 2 * missing * varianceOf(one)) / n, n };
  });
  const variance = parts.reduce((sum, { part }) => sum + part, 0);
  const squares = parts.reduce((sum, { part, n }) => sum + (n > 1 ? (part * part) / (n - 1) : 0), 0);
  return { variance, degrees: squares === 0 ? 1 : Math.max(1, (variance * variance) / squares) };
}

/** Those who did not answer at the lowest, then at the highest point. */
export function worstCaseOf(strata: readonly Stratum[], [least, most]: Interval): Interval {
  const people = peopleOf(strata);
  const at = (point: number) => strata.reduce((sum, one) => sum + one.moments.n * one.moments.mean + Math.max(0, one.people - one.moments.n) * point, 0) / people;
  return [at(least), at(most)];
}

/** 95 %, clipped to the worst case. Where all agree in every stratum there is nothing to estimate from: then the worst case. */
export function stratifiedInterval(strata: readonly Stratum[], scale: Interval): Interval {
  const { mean } = weighted(strata).moments;
  const { variance, degrees } = levelVariance(strata, ({ moments }) => moments.variance);
  const [worst, best] = worstCaseOf(strata, scale);
  if (variance === 0) return [worst, best];
  const half = studentQuantile(0.975, degrees) * Math.sqrt(variance);
  return [Math.max(worst, mean - half), Math.min(best, mean + half)];
}

/**
 * The share of whom `pick` counts: Wilson's interval on the number of answers that a simple draw of the same precision would have had
 * (Korn and Graubard 1998; Franco, Little, Louis and Slud 2019), clipped to the worst case.
 */
export function stratifiedShare(strata: readonly Stratum[], pick: (counts: Counts) => number): { readonly share: number; readonly interval: Interval } {
  const people = peopleOf(strata);
  const shareOf = ({ counts }: Stratum) => pick(counts ?? []) / Math.max(1, sumOf(counts ?? []));
  const share = strata.reduce((sum, one) => sum + (one.people / people) * shareOf(one), 0);
  // Agresti and Coull’s two and two keep a stratum that agrees from looking certain.
  const spread = (one: Stratum) => {
    const n = one.moments.n;
    const near = (shareOf(one) * n + 2) / (n + 4);
    return near * (1 - near);
  };
  const { variance } = levelVariance(strata, spread);
  const worst = strata.reduce((sum, one) => sum + one.moments.n * shareOf(one), 0) / people;
  const missing = strata.reduce((sum, one) => sum + Math.max(0, one.people - one.moments.n), 0) / people;
  const near = strata.reduce((sum, one) => sum + (one.people / people) * spread(one), 0);
  if (variance === 0) return { share, interval: [worst, worst + missing] };
  const n = near / variance;
  const z2 = z975 * z975;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z975 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { share, interval: [Math.max(worst, centre - half), Math.min(worst + missing, centre + half)] };
}
