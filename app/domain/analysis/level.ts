// How a group stands: the figure, how many people it rests on, and what those who did not answer could change about it.
import { agreementOf, type Agreement } from './agreement.ts';
import { sumOf, type Shares } from './histogram.ts';
import { rungOf } from './ladder.ts';
import { meanInterval, repeatabilityBand, worstCaseMean } from './mean-intervals.ts';
import { indexValues, predictiveInterval } from './predictive-interval.ts';
import { shareInterval, type Interval } from './proportion-intervals.ts';
import type { Reading } from './readings.ts';

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
export function levelOf({ group, moments, counts }: Reading): Level | null {
  if (!rungOf(moments.n).level) return null;
  const size = group.invited === null ? null : Math.max(group.invited, moments.n);
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
export function distributionOf({ group, moments, counts }: Reading, shares: Shares): Distribution | null {
  if (!counts || !rungOf(moments.n).distribution) return null;
  const size = group.invited === null ? null : Math.max(group.invited, moments.n);
  const step = 100 / (counts.length - 1);
  return {
    shares,
    favourableInterval: shareInterval(shares.favourable, sumOf(counts), size),
    counts: rungOf(moments.n).comments ? counts : null,
    agreement: counts.length === 11 ? null : agreementOf(moments.variance / (step * step), counts.length),
  };
}
