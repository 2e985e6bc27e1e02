// No ask without an answer: what people were asked and nobody answered in fifteen working days locks the next pulse. Silence counts
// whether somebody opened an issue and left it, or never looked at what the survey said.
import type { Day } from '../kernel/day.ts';
import { isClosed, type ActionPlan } from './action-plan.ts';
import { answerDue, isUnanswered, type Issue } from './issue.ts';

/** Something a survey said so clearly that it asks for an answer by itself. */
export interface Asked {
  readonly departmentId: string;
  readonly dimension: string;
  readonly surveyId: string;
  /** The day its results were published. */
  readonly askedOn: Day;
}

export interface OverdueAnswer {
  readonly departmentId: string;
  readonly dimension: string;
  readonly due: Day;
  /** Null where nobody has opened an issue about it. */
  readonly issueId: string | null;
}

interface Known {
  readonly asked: readonly Asked[];
  readonly issues: readonly Issue[];
  readonly plans: readonly Pick<ActionPlan, 'departmentId' | 'dimension' | 'state'>[];
}

/** The longest overdue first. */
export const overdueAnswers = (known: Known, today: Day): OverdueAnswer[] => owedAnswers(known).filter(({ due }) => due < today);

/** The same with what is due on a day to come. */
export function owedAnswers({ asked, issues, plans }: Known): OverdueAnswer[] {
  const left = issues.filter(isUnanswered).map((issue) => ({ departmentId: issue.departmentId, dimension: issue.dimension, due: answerDue(issue), issueId: issue.id }));
  const silent = asked.filter((one) => !isTakenUp(one, issues, plans)).map((one) => ({ departmentId: one.departmentId, dimension: one.dimension, due: answerDue(one), issueId: null }));
  return [...left, ...silent].sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/** An issue stands for it, answered or not, or a plan of the department is already under way about the same thing. */
function isTakenUp({ departmentId, dimension, surveyId }: Asked, issues: readonly Issue[], plans: Known['plans']): boolean {
  const same = (one: Pick<Issue, 'departmentId' | 'dimension'>) => one.departmentId === departmentId && one.dimension === dimension;
  return issues.some((issue) => same(issue) && issue.evidence?.survey.id === surveyId) || plans.some((plan) => same(plan) && !isClosed(plan));
}
