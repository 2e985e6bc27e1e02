// Late, silent and moving plans are flags that follow from days, never states: nobody sets them and nobody can clear them but by
// doing something.
import { daysBetween, type Day } from '../kernel/day.ts';
import { isClosed, isUnderWay, type ActionPlan } from './action-plan.ts';
import { isLate, isOpen, type Step } from './step.ts';

export interface PlanFlags {
  /** A step is late, or the day of the goal has passed before everything was done. */
  readonly overdue: boolean;
  readonly stale: boolean;
  /** Days were moved three times or more: HR looks at it. */
  readonly slipping: boolean;
  /** An update is due: a fortnight without one. */
  readonly updateDue: boolean;
}

const updateEvery = 14;
const staleAfter = 21;
const slipsAllowed = 2;

export const slipsOf = (plan: Pick<ActionPlan, 'steps'>): number => plan.steps.reduce((sum, step) => sum + step.dueChanges.length, 0);

export function flagsOf(plan: ActionPlan, today: Day): PlanFlags {
  const quiet = isUnderWay(plan) ? daysBetween(plan.days.updated, today) : 0;
  const missed = plan.target !== null && plan.target.by < today;
  return {
    overdue: isUnderWay(plan) && (missed || plan.steps.some((step) => isLate(step, today))),
    stale: quiet > staleAfter,
    slipping: !isClosed(plan) && slipsOf(plan) > slipsAllowed,
    updateDue: quiet > updateEvery,
  };
}

/** The open step that is due first. */
export function nextStep(plan: Pick<ActionPlan, 'steps'>): Step | null {
  return [...plan.steps].filter(isOpen).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))[0] ?? null;
}
