// What is said of a plan's effect, judged by the figures as they are printed: whole points that add up. Nothing is called better because
// it rose by itself, and nothing worse because it did not.
import { whole } from '../../kernel/rounding.ts';
import { normalQuantile, studentQuantile, studentTwoSided } from '../statistics/distributions.ts';
import type { Beyond, EffectReading, Net } from './effect-of-plan.ts';

export type Verdict = 'improved' | 'probably-improved' | 'no-clear-change' | 'probably-worse' | 'worse' | 'not-measurable';

/** Whole index points. */
export interface PrintedEffect {
  readonly from: number;
  readonly to: number;
  /** to − from. */
  readonly raw: number;
  readonly others: { readonly groups: number; readonly change: number } | null;
  readonly beyond: {
    readonly back: number;
    /** raw − change of the others − back. */
    readonly net: number;
    /** 95 %. */
    readonly low: number;
    readonly high: number;
    /** The smallest effect that would be called at least probable in 80 of 100 such cases. */
    readonly smallest: number;
  } | null;
}

const leastEffect = 5;
const power = 0.8;

export function printed({ before, after, others, beyond }: EffectReading): PrintedEffect {
  const [from, to] = [whole(before.moments.mean), whole(after.moments.mean)];
  const raw = to - from;
  const beside = others && { groups: others.groups, change: whole(others.change) };
  if (!beside || !beyond) return { from, to, raw, others: beside, beyond: null };
  const back = whole(beyond.back);
  const net = raw - beside.change - back;
  const [low, high] = intervalOf(moved(beyond, net), 0.95).map(whole) as [number, number];
  return { from, to, raw, others: beside, beyond: { back, net, low, high, smallest: smallestSeen(beyond) } };
}

/** Rounding moves everything alike. */
function moved(beyond: Beyond, net: number): Beyond {
  const by = net - beyond.returning.points;
  return { ...beyond, returning: { ...beyond.returning, points: net }, staying: { ...beyond.staying, points: beyond.staying.points + by } };
}

/** From the lower end of the lower reading to the upper end of the upper one: which is true nobody knows of a single group. */
function intervalOf({ returning, staying, degrees }: Beyond, level: number): readonly [number, number] {
  const t = studentQuantile((1 + level) / 2, degrees);
  const end = ({ points, standardError }: Net, side: 1 | -1) => points + side * t * standardError;
  return [Math.min(end(returning, -1), end(staying, -1)), Math.max(end(returning, 1), end(staying, 1))];
}

function smallestSeen({ returning, degrees }: Beyond): number {
  const seen = normalQuantile(power) * returning.standardError;
  return Math.ceil(Math.max(leastEffect, studentQuantile(0.95, degrees) * returning.standardError) + seen);
}

/** Two-sided, of no effect at all under the reading that is nearer to none; 1 where the two disagree about its sign. */
export function pOf(beyond: Beyond | null): number {
  if (!beyond || Math.sign(beyond.returning.points) !== Math.sign(beyond.staying.points)) return 1;
  const of = ({ points, standardError }: Net) => (standardError === 0 ? 1 : studentTwoSided(points / standardError, beyond.degrees));
  return Math.max(of(beyond.returning), of(beyond.staying));
}

/** `p`: of `pOf`, Holm-adjusted over the plans judged together. Where nothing can be compared with, nothing can be told. */
export function verdictOf({ beyond }: EffectReading, shown: PrintedEffect, p: number): Verdict {
  if (!beyond || !shown.beyond) return 'no-clear-change';
  const { net, low, high } = shown.beyond;
  const [least, most] = intervalOf(moved(beyond, net), 0.9);
  if (net >= leastEffect && least > 0) return low > 0 && p <= 0.05 ? 'improved' : 'probably-improved';
  if (net <= -leastEffect && most < 0) return high < 0 && p <= 0.05 ? 'worse' : 'probably-worse';
  return 'no-clear-change';
}
