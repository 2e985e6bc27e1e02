// What one person has to do for plans, with its day: for the own start page and calendar. What others have to do is nobody's list.
import { addDays, type Day } from '../kernel/day.ts';
import { isUnderWay, type ActionPlan } from './action-plan.ts';
import { reviewableFrom } from './plan-states.ts';
import { wasAgreed } from './promise-changes.ts';
import { isAwaited } from './promised.ts';
import { isOpen } from './step.ts';

export interface OwnDuty {
  readonly kind: 'step' | 'promise' | 'goal' | 'review' | 'objections';
  /** Of the step or the promise; of the plan otherwise. */
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly title: string;
  readonly due: Day;
}

/** The first due first. A plan that is done waits for the first survey that may judge it. */
export function ownDuties(plans: readonly ActionPlan[], personId: string): OwnDuty[] {
  return plans.flatMap((plan) => [...stepsOf(plan, personId), ...promisesOf(plan, personId), ...planOf(plan, personId)]).sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

const dutyOf = ({ id, title }: ActionPlan, duty: Pick<OwnDuty, 'kind' | 'id' | 'title' | 'due'>): OwnDuty => ({ ...duty, planId: id, planTitle: title });

const stepsOf = (plan: ActionPlan, personId: string): OwnDuty[] =>
  isUnderWay(plan) ? plan.steps.filter((step) => isOpen(step) && step.ownerId === personId).map(({ id, title, due }) => dutyOf(plan, { kind: 'step', id, title, due })) : [];

const promisesOf = (plan: ActionPlan, personId: string): OwnDuty[] =>
  wasAgreed(plan) ? plan.promises.filter((one) => isAwaited(one) && one.by === personId).map(({ id, text, due }) => dutyOf(plan, { kind: 'promise', id, title: text, due })) : [];

function planOf(plan: ActionPlan, personId: string): OwnDuty[] {
  if (plan.ownerId !== personId) return [];
  // From the day of the result on: an answer before it would be none.
  if (plan.state === 'consulted' && plan.consultation?.answer === null) return [dutyOf(plan, { kind: 'objections', id: plan.id, title: plan.title, due: addDays(plan.consultation.until, 1) })];
  if (isUnderWay(plan) && plan.target) return [dutyOf(plan, { kind: 'goal', id: plan.id, title: plan.title, due: plan.target.by })];
  const from = plan.state === 'implemented' || plan.state === 'monitoring' ? reviewableFrom(plan) : null;
  return from === null ? [] : [dutyOf(plan, { kind: 'review', id: plan.id, title: plan.title, due: from })];
}
