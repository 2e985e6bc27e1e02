// Whether what was announced also happens. These figures are about work, not about people's answers, and never rank persons.
// Each counts by the day that was said first: a plan that moves its days must not look as if it kept them.
import { daysBetween, type Day } from '../kernel/day.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { isClosed, type ActionPlan } from './action-plan.ts';
import { blockerKinds, isUnresolved, type BlockerKind } from './blocker.ts';
import { answerDays } from '../kernel/answers-due.ts';
import { answerDue, isUnanswered, type Issue } from './issue.ts';
import { slipsOf } from './plan-flags.ts';
import { firstDue, renewalsOf } from './promised.ts';
import { originalDue, type Step } from './step.ts';

/** `of` 0: nothing to count yet. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

const part = <T>(all: readonly T[], holds: (one: T) => boolean): Part => ({ part: all.filter(holds).length, of: all.length });

const agreed = (plans: readonly ActionPlan[]) => plans.filter((plan) => plan.days.committed !== null);

/** What is due today may still be done today. */
const isDue = (due: Day, doneOn: Day | null, today: Day): boolean => due < today || (doneOn !== null && doneOn <= due);

/** Steps whose day has come, and those done before it. */
export const dueSteps = (plans: readonly ActionPlan[], today: Day): Step[] =>
  agreed(plans).flatMap((plan) => plan.steps).filter((step) => isDue(originalDue(step), step.doneOn, today));

export const wasOnTime = (step: Step): boolean => step.doneOn !== null && step.doneOn <= originalDue(step);

/** Steps done by the day first agreed, among those whose day has come. Dropped steps count as not done. */
export const stepsOnTime = (plans: readonly ActionPlan[], today: Day): Part => part(dueSteps(plans, today), wasOnTime);

/** The day of the goal as it was agreed, whatever was written over it since. `versions`: earlier ones, oldest first. */
function agreedGoal(plan: ActionPlan, versions: readonly ActionPlan[]): Day | null {
  const first = versions.find((one) => one.id === plan.id && one.days.committed !== null && one.days.committed === plan.days.committed);
  return (first ?? plan).target?.by ?? null;
}

/** Plans implemented by the day of their goal, among those whose day has come or that are done. */
export function followThrough(plans: readonly ActionPlan[], versions: readonly ActionPlan[], today: Day): Part {
  const due = agreed(plans).flatMap((plan) => {
    const by = agreedGoal(plan, versions);
    return by !== null && (by < today || plan.days.implemented !== null) ? [{ by, implemented: plan.days.implemented }] : [];
  });
  return part(due, ({ by, implemented }) => implemented !== null && implemented <= by);
}

/** Reviewed plans whose result was told to those who were asked. */
export const closedLoop = (plans: readonly ActionPlan[]): Part => part(plans.filter((plan) => plan.review !== null), (plan) => plan.result !== null);

/** Working days from publication to the answer, one per answered issue. */
export const responseDays = (issues: readonly Issue[]): number[] =>
  issues.flatMap(({ askedOn, answeredOn }) => (answeredOn === null ? [] : [workingDaysBetween(askedOn, answeredOn)]));

/** Issues answered within their working days, among those that were answered or are overdue. `silent`: overdue ones that nobody opened. */
export function answeredInTime(issues: readonly Issue[], silent: number, today: Day): Part {
  const due = issues.filter((issue) => issue.answeredOn !== null || (isUnanswered(issue) && answerDue(issue) < today));
  const counted = part(due, ({ askedOn, answeredOn }) => answeredOn !== null && workingDaysBetween(askedOn, answeredOn) <= answerDays);
  return { ...counted, of: counted.of + silent };
}

export const slipsPerPlan = (plans: readonly ActionPlan[]): number =>
  plans.length === 0 ? 0 : plans.reduce((sum, plan) => sum + slipsOf(plan), 0) / plans.length;

/** Promises kept by the day people were told first, among those whose first day has come. */
export function promisesKept(plans: readonly ActionPlan[], today: Day): Part {
  const due = agreed(plans).flatMap((plan) => plan.promises).filter((one) => isDue(firstDue(one), one.keptOn, today));
  return part(due, (one) => one.keptOn !== null && one.keptOn <= firstDue(one));
}

export const promiseRenewals = (plans: readonly ActionPlan[]): number =>
  plans.flatMap((plan) => plan.promises).reduce((sum, one) => sum + renewalsOf(one).length, 0);

export interface BlockerAge {
  readonly kind: BlockerKind;
  readonly n: number;
  /** Calendar days. */
  readonly mean: number;
  readonly oldest: number;
}

/** How long what stands in the way now has stood there, by kind; kinds without any are left out. */
export function blockerAges(plans: readonly ActionPlan[], today: Day): BlockerAge[] {
  const standing = plans.filter((plan) => !isClosed(plan)).flatMap((plan) => plan.blockers).filter(isUnresolved);
  return blockerKinds.flatMap((kind) => {
    const ages = standing.filter((one) => one.kind === kind).map((one) => daysBetween(one.raisedOn, today));
    const sum = ages.reduce((total, age) => total + age, 0);
    return ages.length === 0 ? [] : [{ kind, n: ages.length, mean: sum / ages.length, oldest: Math.max(...ages) }];
  });
}
