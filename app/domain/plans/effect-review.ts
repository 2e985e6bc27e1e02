// What a plan did, computed once when the next wave is in and then frozen: nobody looks again until the figure is prettier.
import type { Day } from '../kernel/day.ts';

export const verdicts = ['improved', 'probably-improved', 'no-clear-change', 'probably-worse', 'worse', 'not-measurable'] as const;
export type Verdict = (typeof verdicts)[number];

export interface MeasuredEffect {
  /** Index points between the two waves. */
  readonly raw: number;
  /** What a department that stood there would have gained without any plan. */
  readonly drift: number;
  /** raw − drift. */
  readonly net: number;
  /** 95 % interval of net. */
  readonly low: number;
  readonly high: number;
  readonly from: { readonly index: number; readonly n: number };
  readonly to: { readonly index: number; readonly n: number };
}

export interface EffectReview {
  readonly releaseHash: string;
  readonly on: Day;
  /** Null where it could not be measured. */
  readonly effect: MeasuredEffect | null;
  readonly verdict: Verdict;
  /** Why it is not measurable; empty otherwise. */
  readonly because: string;
  readonly leadingMet: boolean;
  /** The first wave after a plan is only an early reading. */
  readonly early: boolean;
  readonly comment: string;
}

export const isSuccess = (verdict: Verdict): boolean => verdict === 'improved' || verdict === 'probably-improved';
