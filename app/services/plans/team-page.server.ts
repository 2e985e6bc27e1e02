// A manager's own people as customers: what they find good, where it falls short, what was promised and what is late. Every figure
// is the release's own group; a smaller one cannot be asked for.
import type { Actor } from '#app/domain/access/actor.ts';
import { day, type Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isClosed, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { answerDue, answeredAs, type Issue, type AnsweredState } from '#app/domain/plans/issue.ts';
import type { DepartmentCycle } from '#app/domain/plans/cycle.ts';
import type { ListedPlan, MissingAnswer, WaitingIssue } from '#app/domain/plans/plan-list.ts';
import type { Names } from '#app/domain/plans/plan-page.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { wasAgreed } from '#app/domain/plans/promise-changes.ts';
import { statusOfPromise, type Promised, type PromiseStatus } from '#app/domain/plans/promised.ts';
import type { DepartmentPage } from '#app/domain/reports/department-page.ts';
import type { App } from '#app/platform/app.server.ts';
import { ageOn, type Age } from '#app/services/reports/age-of-results.server.ts';
import { latestOfDepartment } from '#app/services/reports/read-results.server.ts';
import { departmentCycle } from './department-cycle.server.ts';
import { waitingFor } from './plan-list.server.ts';
import { missingAnswers } from './lock-pulse.server.ts';
import { namesOf } from './plan-page.server.ts';
import { placeOf } from './place-of-actor.server.ts';
import { wordsOf } from './plan-words.server.ts';

/** What was answered to a short plank; nothing was where a dimension is missing. */
export type Answers = Readonly<Record<string, { readonly state: AnsweredState; readonly planId: string | null; readonly issueId: string | null }>>;

export interface TeamPage {
  readonly department: { readonly id: string; readonly name: string };
  /** Every department this person may look at. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Null before a first survey, and where the department was not in it. */
  readonly results: DepartmentPage | null;
  /** Of the results, where they are out of date. */
  readonly age: Age | null;
  readonly answers: Answers;
  /** Until when the short planks want an answer. */
  readonly answerBy: Day | null;
  readonly plans: readonly ListedPlan[];
  readonly promises: readonly (Promised & { readonly planId: string; readonly status: PromiseStatus })[];
  /** Issues of this department that ask for an answer, handed-over ones among them. */
  readonly waiting: readonly WaitingIssue[];
  /** What is overdue here and keeps the next pulse from everybody. */
  readonly locking: readonly MissingAnswer[];
  readonly names: Names;
  readonly cycle: DepartmentCycle | null;
  readonly today: Day;
}

/** `wanted`: a department at or below one this person heads; without it the first such. */
export async function teamPage(app: App, actor: Actor, language: Language, wanted: string | null): Promise<Outcome<TeamPage, 'forbidden'>> {
  const place = await placeOf(app, actor);
  const { who, departments } = place;
  const led = departments.filter((one) => who.leads.has(one.id));
  const department = led.find((one) => one.id === (wanted ?? actor.heads[0]));
  if (!department) return refused('forbidden');
  const own = (await app.data.plans.ofDepartment(department.id)).map((plan) => planIn(plan, language));
  const plans = own.filter((plan) => !isClosed(plan));
  const issues = await app.data.issues.ofDepartment(department.id);
  const results = await resultsOf(app, actor, language, department.id);
  const today = app.today();
  return done({
    department: { id: department.id, name: department.name },
    choices: led.map(({ id, name }) => ({ id, name })),
    results,
    age: results && (await ageOn(app, results.survey.closed)),
    answers: answersTo(results, issues, plans),
    answerBy: results && answerDue({ askedOn: day(results.survey.closed) }),
    plans: plans.map((plan) => ({ plan, departmentName: department.name, words: wordsOf(plan, language) })),
    promises: own.filter(wasAgreed).flatMap((plan) => plan.promises.map((one) => ({ ...one, planId: plan.id, status: statusOfPromise(one, today) }))),
    waiting: (await waitingFor(app, place, language)).filter((one) => one.departmentId === department.id),
    locking: (await missingAnswers(app, language)).filter((one) => one.departmentId === department.id),
    names: await namesOf(app, plans.flatMap((plan) => [plan.ownerId, ...plan.steps.map((step) => step.ownerId)])),
    cycle: await departmentCycle(app, actor, { department: department.id }),
    today,
  });
}

async function resultsOf(app: App, actor: Actor, language: Language, department: string): Promise<DepartmentPage | null> {
  const page = await latestOfDepartment(app, actor, { department, language });
  return page?.ok ? page.value : null;
}

function answersTo(results: DepartmentPage | null, issues: readonly Issue[], plans: readonly ActionPlan[]): Answers {
  const own = issues.filter((issue) => issue.evidence?.survey.id === results?.survey.id && issue.forwardedFrom === null);
  const answers: Record<string, Answers[string]> = {};
  for (const { id, dimension, state } of own) {
    const answered = answeredAs(state);
    if (answered) answers[dimension] = { state: answered, planId: null, issueId: id };
  }
  for (const plan of plans) answers[plan.dimension] = { state: 'planned', planId: plan.id, issueId: plan.issueId };
  return answers;
}
