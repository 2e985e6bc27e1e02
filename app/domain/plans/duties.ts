// Who has to do something for a plan and by which day. Lists and reminders look for plans by these instead of reading every plan of the
// company; the plan itself stays one text.
import type { Day } from '../kernel/day.ts';
import { isUnderWay, type ActionPlan } from './action-plan.ts';
import { wasAgreed } from './promise-changes.ts';
import { isAwaited } from './promised.ts';
import { isOpen } from './step.ts';

export interface Duty {
  readonly kind: 'plan' | 'step' | 'promise';
  readonly personId: string;
  /** Null for a plan without a goal. */
  readonly due: Day | null;
  /** Something is still to be done: of a plan that is written or finished only its promises are. */
  readonly open: boolean;
}

/** The plan's own first, then its steps and promises in their order. */
export function dutiesOf(plan: ActionPlan): Duty[] {
  const working = isUnderWay(plan);
  return [
    { kind: 'plan', personId: plan.ownerId, due: plan.target?.by ?? null, open: working },
    ...plan.steps.map((step): Duty => ({ kind: 'step', personId: step.ownerId, due: step.due, open: working && isOpen(step) })),
    ...plan.promises.map((one): Duty => ({ kind: 'promise', personId: one.by, due: one.due, open: wasAgreed(plan) && isAwaited(one) })),
  ];
}
