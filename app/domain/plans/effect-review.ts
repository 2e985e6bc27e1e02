// What a plan did, computed when a wave is in and then frozen: nobody looks again until the figure is prettier. The first wave after a plan
// is an early reading; the next replaces it, once. The score and what was counted are two statements, never one verdict.
import { whole } from '../kernel/rounding.ts';
import type { Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';

/** Of the score. */
export const verdicts = ['improved', 'probably-improved', 'no-clear-change', 'probably-worse', 'worse', 'not-measurable'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether the figure that was promised of the score was reached; clearly: also whoever did not answer can hardly have made it less. */
export const reaches = ['clearly', 'as-printed', 'no'] as const;
export type Reach = (typeof reaches)[number];

/** How the return of a low figure was reckoned: alike for all departments, or by how unsure each figure is itself. */
export const reviewMethods = ['one-slope', 'own-return'] as const;
export type ReviewMethod = (typeof reviewMethods)[number];

/** What is beyond what would have come anyway; whole index points that add up, except where the earlier method kept tenths. */
export interface BeyondExpected {
  /** What would have come without the plan: the change of the others, and `back`. */
  readonly anyway: number;
  /** What such a figure gains or loses by itself; null where the earlier method did not tell the two apart. */
  readonly back: number | null;
  /** raw − anyway. */
  readonly net: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
  /** The smallest effect that would have been seen in 80 of 100 such cases; null where the earlier method did not say. */
  readonly smallest: number | null;
}

export interface MeasuredEffect {
  /** Index points between the two waves, as printed. */
  readonly raw: number;
  readonly from: { readonly index: number; readonly n: number };
  readonly to: { readonly index: number; readonly n: number };
  /** The question by which it was compared, where the dimension was not asked alike in both waves. */
  readonly basis: Localized | null;
  /** Groups without such a plan, and what they changed by in the same time; null where there are fewer than three. */
  readonly others: { readonly groups: number; readonly change: number } | null;
  /** Null where there are too few such groups to say what would have come anyway. */
  readonly beyond: BeyondExpected | null;
}

export interface EffectReview {
  readonly releaseHash: string;
  readonly on: Day;
  /** Null where it could not be measured. */
  readonly effect: MeasuredEffect | null;
  readonly verdict: Verdict;
  /** Why it is not measurable; empty otherwise. */
  readonly because: string;
  /** Null where no figure was promised, or where what was measured is not what it was promised of. */
  readonly reached: Reach | null;
  /** What was counted meanwhile had reached its goal. */
  readonly leadingMet: boolean;
  /** Of the first wave after the plan. */
  readonly early: boolean;
  readonly method: ReviewMethod;
  readonly comment: string;
}

export const reachOf = (promised: number, { index, low }: { readonly index: number; readonly low: number }): Reach =>
  whole(index) < promised ? 'no' : low >= promised ? 'clearly' : 'as-printed';

/** As it is printed, in whole points that add up. The earlier method kept tenths: there the rest is worked out from the rounded parts. */
export function inWholePoints({ from, to, beyond }: MeasuredEffect): { readonly from: number; readonly to: number; readonly raw: number; readonly beyond: BeyondExpected | null } {
  const [start, end] = [whole(from.index), whole(to.index)];
  const raw = end - start;
  if (!beyond) return { from: start, to: end, raw, beyond };
  const anyway = whole(beyond.anyway);
  const by = raw - anyway - beyond.net;
  return { from: start, to: end, raw, beyond: { ...beyond, anyway, net: raw - anyway, low: whole(beyond.low + by), high: whole(beyond.high + by) } };
}
