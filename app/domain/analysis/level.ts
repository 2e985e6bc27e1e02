// How a group stands: the figure, how many people it rests on, and what those who did not answer could change about it.
import { agreementOf, type Agreement } from './statistics/agreement.ts';
import { indexMoments, recommendShares, scaleShares, type Counts, type Shares } from './statistics/histogram.ts';
import { rungOf } from './statistics/ladder.ts';
import { meanInterval, repeatabilityBand, worstCaseMean } from './statistics/mean-intervals.ts';
import { indexValues, predictiveInterval } from './statistics/predictive-interval.ts';
import type { Interval } from './statistics/proportion-intervals.ts';
import { shareOf, type Reading } from './readings.ts';
import { stratifiedInterval, worstCaseOf } from './statistics/stratified.ts';
import { sizeOf } from './group.ts';

export interface Level {
  readonly n: number;
  /** People in the group; null where unknown. */
  readonly size: number | null;
  /** 0–100. */
  readonly index: number;
  /** 95 %, about the people who did not answer. */
  readonly interval: Interval;
  /** If every missing person were at the lowest, at the highest point; null where the size is unknown. */
  readonly worstCase: Interval | null;
  /** Everybody answered: asked again next week, the same people could give this much more or less. */
  readonly repeatability: number | null;
}

/** Null below the first rung of the ladder. */
export function levelOf({ group, moments, counts, strata }: Reading): Level | null {
  if (!rungOf(moments.n).level) return null;
  const known = sizeOf(group);
  const size = known === null ? null : Math.max(known, moments.n);
  if (strata && strata.length > 1) return { n: moments.n, size, index: moments.mean, interval: stratifiedInterval(strata, [0, 100]), worstCase: worstCaseOf(strata, [0, 100]), repeatability: null };
  const interval = counts && size !== null ? predictiveInterval(counts, size, indexValues(counts.length)) : meanInterval(moments, size, [0, 100]);
  return {
    n: moments.n,
    size,
    index: moments.mean,
    interval,
    worstCase: size === null ? null : worstCaseMean(moments, size, [0, 100]),
    repeatability: size === moments.n ? repeatabilityBand(moments) : null,
  };
}

export interface Distribution {
  /** People. */
  readonly shares: Shares;
  readonly favourableInterval: Interval;
  /** Lowest score first; null below ten answers, where three classes are all that is said. */
  readonly counts: readonly number[] | null;
  readonly agreement: Agreement | null;
}

/** Null below eight answers. */
export function distributionOf(reading: Reading, shares: Shares): Distribution | null {
  const { moments, counts } = reading;
  if (!counts || !rungOf(moments.n).distribution) return null;
  const step = 100 / (counts.length - 1);
  // The spread of people, where that of a mean put together from strata is another.
  const { variance } = reading.strata && reading.strata.length > 1 ? indexMoments(counts) : moments;
  const sharesIn = (some: Counts) => (counts.length === 11 ? recommendShares(some) : scaleShares(some));
  return {
    shares,
    favourableInterval: shareOf(reading, (some) => sharesIn(some).favourable).interval,
    counts: rungOf(moments.n).comments ? counts : null,
    agreement: counts.length === 11 ? null : agreementOf(variance / (step * step), counts.length),
  };
}
