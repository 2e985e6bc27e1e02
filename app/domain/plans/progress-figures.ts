// The figures of follow-through together, by department and by month. Departments stand in the order of the tree: sorted by a
// figure they would be a ranking of those who lead them.
import type { Day } from '../kernel/day.ts';
import { isClosed, type ActionPlan } from './action-plan.ts';
import { isUnresolved } from './blocker.ts';
import {
  answeredInTime, blockerAges, closedLoop, dueSteps, followThrough, promiseRenewals, promisesKept, responseDays, slipsPerPlan, stepsOnTime, wasOnTime,
  type BlockerAge, type Part,
} from './follow-through.ts';
import type { Issue } from './issue.ts';
import { slipsOf } from './plan-flags.ts';
import { originalDue } from './step.ts';

export interface ProgressFigures {
  /** Agreed ones: drafts bind nobody and are not counted. */
  readonly plans: number;
  readonly stepsOnTime: Part;
  readonly followThrough: Part;
  readonly closedLoop: Part;
  readonly response: { readonly answered: number; /** Working days; null before the first answer. */ readonly median: number | null; readonly inTime: Part };
  readonly slips: { readonly perPlan: number; readonly moved: number };
  readonly promises: { readonly kept: Part; readonly renewals: number };
  readonly blockers: readonly BlockerAge[];
}

interface Material {
  readonly plans: readonly ActionPlan[];
  /** Earlier versions, oldest first. */
  readonly versions: readonly ActionPlan[];
  readonly issues: readonly Issue[];
  /** Overdue answers that nobody began. */
  readonly silent: number;
}

const agreedOf = (plans: readonly ActionPlan[]) => plans.filter((plan) => plan.days.committed !== null);

export function progressFigures({ plans, versions, issues, silent }: Material, today: Day): ProgressFigures {
  const agreed = agreedOf(plans);
  const answers = responseDays(issues);
  return {
    plans: agreed.length,
    stepsOnTime: stepsOnTime(agreed, today),
    followThrough: followThrough(agreed, versions, today),
    closedLoop: closedLoop(agreed),
    response: { answered: answers.length, median: median(answers), inTime: answeredInTime(issues, silent, today) },
    slips: { perPlan: slipsPerPlan(agreed), moved: agreed.reduce((sum, plan) => sum + slipsOf(plan), 0) },
    promises: { kept: promisesKept(agreed, today), renewals: promiseRenewals(agreed) },
    blockers: blockerAges(agreed, today),
  };
}

export interface DepartmentProgress {
  readonly departmentId: string;
  readonly open: number;
  readonly finished: number;
  readonly stepsOnTime: Part;
  readonly slips: number;
  readonly promises: Part;
  readonly blockers: number;
}

/** Of departments with an agreed plan, in the order given. */
export function progressByDepartment(plans: readonly ActionPlan[], order: readonly string[], today: Day): DepartmentProgress[] {
  return order.flatMap((departmentId) => {
    const own = agreedOf(plans).filter((plan) => plan.departmentId === departmentId);
    if (own.length === 0) return [];
    const open = own.filter((plan) => !isClosed(plan));
    return [
      {
        departmentId,
        open: open.length,
        finished: own.length - open.length,
        stepsOnTime: stepsOnTime(own, today),
        slips: own.reduce((sum, plan) => sum + slipsOf(plan), 0),
        promises: promisesKept(own, today),
        blockers: open.flatMap((plan) => plan.blockers).filter(isUnresolved).length,
      },
    ];
  });
}

export interface MonthOfWork {
  /** YYYY-MM. */
  readonly month: string;
  /** Steps first agreed for this month. */
  readonly stepsOnTime: Part;
  /** Working days to the answers given in this month. */
  readonly answers: { readonly n: number; readonly median: number | null };
}

const monthOf = (one: Day) => one.slice(0, 7);

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Finished months from the first with a step or an answer, the first one first; months in which nothing was due are among them. */
export function progressByMonth({ plans, issues }: Pick<Material, 'plans' | 'issues'>, today: Day): MonthOfWork[] {
  const steps = dueSteps(agreedOf(plans), today);
  const answered = issues.filter((issue) => issue.answeredOn !== null);
  const seen = [...steps.map((step) => monthOf(originalDue(step))), ...answered.map((issue) => monthOf(issue.answeredOn as Day))].sort();
  const months: MonthOfWork[] = [];
  for (let month = seen[0] ?? monthOf(today); month < monthOf(today); month = monthAfter(month)) {
    const due = steps.filter((step) => monthOf(originalDue(step)) === month);
    const days = responseDays(answered.filter((issue) => monthOf(issue.answeredOn as Day) === month));
    months.push({ month, stepsOnTime: { part: due.filter(wasOnTime).length, of: due.length }, answers: { n: days.length, median: median(days) } });
  }
  return months;
}

/** The lower of the two in the middle: a whole number of days that somebody really waited. */
function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
