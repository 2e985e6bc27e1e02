// What lists of plans show: the plans, what waits for an answer, and what keeps the next pulse from everybody.
import type { Day } from '../kernel/day.ts';
import type { ActionPlan } from './action-plan.ts';
import type { PlanWords } from './plan-page.ts';

export interface ListedPlan {
  readonly plan: ActionPlan;
  readonly departmentName: string;
  readonly words: PlanWords;
}

export interface WaitingIssue {
  readonly issueId: string;
  readonly departmentId: string;
  readonly dimensionId: string;
  readonly dimension: string;
  readonly departmentName: string;
  /** The department that handed it over. */
  readonly from: string | null;
  /** Null where it did not come from one. */
  readonly figure: { readonly index: number; readonly n: number } | null;
  /** The day HR handed it to the head; null otherwise. */
  readonly handedOn: Day | null;
  readonly answerBy: Day;
}

export interface MissingAnswer {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly dimensionId: string;
  readonly dimension: string;
  readonly issueId: string | null;
  readonly due: Day;
}
