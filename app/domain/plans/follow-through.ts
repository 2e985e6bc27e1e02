// Whether what was announced also happens. These figures are about work, not about people's answers, and never rank persons.
import { daysBetween, type Day } from '../kernel/day.ts';
import { isClosed, type ActionPlan } from './action-plan.ts';
import { isUnresolved, type BlockerKind } from './blocker.ts';
import type { Issue } from './issue.ts';
import { slipsOf } from './plan-flags.ts';
import { originalDue } from './step.ts';

/** `of` 0: nothing to count yet. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

const part = <T>(all: readonly T[], holds: (one: T) => boolean): Part => ({ part: all.filter(holds).length, of: all.length });

/** Steps done by the day first agreed, among those whose day has come. Dropped steps count as not done. */
export function stepsOnTime(plans: readonly ActionPlan[], today: Day): Part {
  const due = plans.filter((plan) => plan.days.committed !== null).flatMap((plan) => plan.steps).filter((step) => originalDue(step) <= today);
  return part(due, (step) => step.doneOn !== null && step.doneOn <= originalDue(step));
}

/** Plans implemented by the day of their goal, among those whose day has come or that are done. */
export function followThrough(plans: readonly ActionPlan[], today: Day): Part {
  const due = plans.filter(({ days, target }) => days.committed !== null && target !== null && (target.by <= today || days.implemented !== null));
  return part(due, ({ days, target }) => days.implemented !== null && target !== null && days.implemented <= target.by);
}

/** Reviewed plans whose result was told to those who were asked. */
export const closedLoop = (plans: readonly ActionPlan[]): Part => part(plans.filter((plan) => plan.review !== null), (plan) => plan.result !== null);

/** Calendar days from publication to the answer, one per answered issue. */
export const responseDays = (issues: readonly Issue[]): number[] =>
  issues.flatMap(({ askedOn, answeredOn }) => (answeredOn === null ? [] : [Math.max(0, daysBetween(askedOn, answeredOn))]));

export const slipsPerPlan = (plans: readonly ActionPlan[]): number =>
  plans.length === 0 ? 0 : plans.reduce((sum, plan) => sum + slipsOf(plan), 0) / plans.length;

/** Mean age in days of what stands in the way now, by kind. */
export function blockerAges(plans: readonly ActionPlan[], today: Day): Partial<Record<BlockerKind, number>> {
  const ages: Partial<Record<BlockerKind, number[]>> = {};
  for (const one of plans.filter((plan) => !isClosed(plan)).flatMap((plan) => plan.blockers).filter(isUnresolved)) {
    (ages[one.kind] ??= []).push(daysBetween(one.raisedOn, today));
  }
  const mean = (list: readonly number[]) => list.reduce((sum, age) => sum + age, 0) / list.length;
  return Object.fromEntries(Object.entries(ages).map(([kind, list]) => [kind, mean(list)]));
}
