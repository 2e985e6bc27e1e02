// Who is reminded of what, and when it climbs. Each event happens on one working day, so that nobody reads the same twice, and
// nothing is sent on a weekend.
import { addDays, daysBetween, weekdayOf, type Day } from '../kernel/day.ts';
import { isWorkingDay, workingDaysBetween } from '../kernel/working-days.ts';
import { isUnderWay, type ActionPlan } from './action-plan.ts';
import { isUnresolved } from './blocker.ts';
import type { OverdueAnswer } from './overdue-answers.ts';
import { isAwaited } from './promised.ts';
import { wasAgreed } from './promise-changes.ts';
import { isOpen, type Step } from './step.ts';

export type ReminderKind =
  | 'due-in-a-week' | 'due-tomorrow' | 'late' | 'late-for-owner' | 'late-for-hr' | 'update-due' | 'stale' | 'blocker' | 'answer-overdue'
  | 'promise-due' | 'promise-late' | 'answer-due' | 'objections-wait';

/** `hr` stands for everybody with that role, `headOf` for the head of the department, `executiveOf` for whoever leads its company. */
export type Receiver = { readonly personId: string } | { readonly role: 'hr' } | { readonly headOf: string } | { readonly executiveOf: string };

export interface Reminder {
  readonly kind: ReminderKind;
  readonly to: Receiver;
  /** Null for an answer that is missing. */
  readonly planId: string | null;
  /** Title of the step or plan; text of the blocker or the promise; the dimension of a missing answer. */
  readonly about: string;
  readonly due: Day;
}

const ladder = { late: 1, 'late-for-owner': 5, 'late-for-hr': 10 } as const;

function ofStep(plan: ActionPlan, step: Step, today: Day): Reminder[] {
  const remind = (kind: ReminderKind, to: Receiver): Reminder => ({ kind, to, planId: plan.id, about: step.title, due: step.due });
  const owner = { personId: step.ownerId };
  const [ahead, behind] = [workingDaysBetween(today, step.due), workingDaysBetween(step.due, today)];
  if (ahead === 5) return [remind('due-in-a-week', owner)];
  if (ahead === 1) return [remind('due-tomorrow', owner)];
  if (behind === ladder.late) return [remind('late', owner)];
  if (behind === ladder['late-for-owner']) return [remind('late-for-owner', { personId: plan.ownerId })];
  if (behind === ladder['late-for-hr']) return [remind('late-for-hr', { role: 'hr' })];
  return [];
}

/** A fortnight, then three weeks, without a word; moved to Monday where the day is a weekend's. */
function ofSilence(plan: ActionPlan, today: Day): Reminder[] {
  const remind = (kind: ReminderKind, to: Receiver): Reminder => ({ kind, to, planId: plan.id, about: plan.title, due: plan.days.updated });
  const quiet = daysBetween(plan.days.updated, today);
  const monday = weekdayOf(today) === 1;
  const falls = (days: number) => quiet === days || (monday && (quiet === days + 1 || quiet === days + 2));
  if (falls(14)) return [remind('update-due', { personId: plan.ownerId })];
  return falls(21) ? [remind('stale', { role: 'hr' })] : [];
}

function ofBlockers(plan: ActionPlan, today: Day): Reminder[] {
  return plan.blockers.filter(isUnresolved).flatMap((one) => {
    const waited = workingDaysBetween(one.raisedOn, today);
    if (waited !== 5 && waited !== 10 && waited !== 15) return [];
    const to: Receiver = waited === 5 ? { headOf: plan.departmentId } : waited === 10 ? { role: 'hr' } : { executiveOf: plan.departmentId };
    return [{ kind: 'blocker', to, planId: plan.id, about: one.text, due: one.raisedOn }];
  });
}

/** A promised day that passes without a word is worst: whoever gave the word hears of it while a new day can still be said. */
function ofPromises(plan: ActionPlan, today: Day): Reminder[] {
  return plan.promises.filter(isAwaited).flatMap((one): Reminder[] => {
    const remind = (kind: ReminderKind, to: Receiver): Reminder => ({ kind, to, planId: plan.id, about: one.text, due: one.due });
    const [ahead, behind] = [workingDaysBetween(today, one.due), workingDaysBetween(one.due, today)];
    if (ahead === 5 || ahead === 1) return [remind('promise-due', { personId: one.by })];
    if (behind === ladder.late) return [remind('promise-late', { personId: one.by })];
    return behind === ladder['late-for-owner'] ? [remind('promise-late', { role: 'hr' })] : [];
  });
}

/** What people said to a draft waits for its owner from the day of the result; a week later once more. */
function ofObjections(plan: ActionPlan, today: Day): Reminder[] {
  if (plan.state !== 'consulted' || plan.consultation?.answer !== null) return [];
  const due = addDays(plan.consultation.until, 1);
  if (today !== due && workingDaysBetween(due, today) !== 5) return [];
  return [{ kind: 'objections-wait', to: { personId: plan.ownerId }, planId: plan.id, about: plan.title, due }];
}

/** The head's alone: of what is late HR hears once a week, and not twice of one thing. */
function ofMissing({ departmentId, dimension, due }: OverdueAnswer, today: Day): Reminder[] {
  if (workingDaysBetween(today, due) === 5) return [{ kind: 'answer-due', to: { headOf: departmentId }, planId: null, about: dimension, due }];
  if (workingDaysBetween(due, today) !== 1) return [];
  return [{ kind: 'answer-overdue', to: { headOf: departmentId }, planId: null, about: dimension, due }];
}

/**
 * What is owed on `today`, with all that fell on the days before it which nobody was told of. Judged by the plans as they are now: what
 * was done since, or says of a day to come that has passed, is not said any more, and of one thing only the latest.
 */
export function remindersOwed(plans: readonly ActionPlan[], days: readonly { readonly day: Day; readonly missing: readonly OverdueAnswer[] }[], today: Day): Reminder[] {
  const ahead: readonly ReminderKind[] = ['due-in-a-week', 'due-tomorrow', 'promise-due', 'answer-due'];
  const owed = new Map<string, Reminder>();
  for (const { day, missing } of days) {
    for (const reminder of remindersOf(plans, missing, day)) {
      if (ahead.includes(reminder.kind) && reminder.due < today) continue;
      owed.set(JSON.stringify([reminder.to, reminder.planId, reminder.about, reminder.due]), reminder);
    }
  }
  return [...owed.values()];
}

export function remindersOf(plans: readonly ActionPlan[], missing: readonly OverdueAnswer[], today: Day): Reminder[] {
  if (!isWorkingDay(today)) return [];
  const running = plans.filter(isUnderWay).flatMap((plan) => [
    ...plan.steps.filter(isOpen).flatMap((step) => ofStep(plan, step, today)),
    ...ofSilence(plan, today),
    ...ofBlockers(plan, today),
  ]);
  return [...running, ...plans.flatMap((plan) => ofObjections(plan, today)), ...plans.filter(wasAgreed).flatMap((plan) => ofPromises(plan, today)), ...missing.flatMap((one) => ofMissing(one, today))];
}
