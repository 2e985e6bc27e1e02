// What a head finds first: what the own people need most, how it was answered, and a sentence to tell them. Every figure is the release's.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { isClosed } from '#app/domain/plans/action-plan.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { answeredAs } from '#app/domain/plans/issue.ts';
import type { PlankView } from '#app/domain/reports/department-page.ts';
import type { NeedView } from '#app/domain/reports/own-page.ts';
import type { SurveyView } from '#app/domain/reports/results-page.ts';
import type { App } from '#app/platform/app.server.ts';
import { owedAnswersIn } from '#app/services/plans/lock-pulse.server.ts';
import { ageOn, type Age } from './age-of-results.server.ts';
import { latestOfDepartment } from './read-results.server.ts';
import { offersReport } from './gather-report.server.ts';

export interface HeadHome extends LedDepartment {
  /** The other departments this person heads, the first of them. */
  readonly others: readonly LedDepartment[];
  /** Those that are not listed. */
  readonly more: number;
}

export interface LedDepartment {
  readonly department: { readonly id: string; readonly name: string };
  /** Null before a first survey, and where the department was not in it. */
  readonly results: {
    readonly survey: Pick<SurveyView, 'id' | 'title' | 'closed'>;
    /** Where the results are out of date. */
    readonly age: Age | null;
    readonly answered: number;
    /** Departments it is counted with. */
    readonly with: readonly string[];
    readonly needs: readonly NeedView[];
    /** What falls short most; null where nothing clearly does. */
    readonly short: Pick<PlankView, 'id' | 'label'> & { readonly index: number; readonly n: number } | null;
    /** What was answered to that: a plan with its title, another answer, or nothing yet. */
    readonly answer: { readonly planId: string; readonly title: string } | 'other' | null;
    /** By when this department owes an answer to that; null where it owes none. */
    readonly due: Day | null;
    /** Whether there is a report of this very department. */
    readonly report: boolean;
  } | null;
}

/** A page that is read at a glance; the others are on the page of the teams. */
const mostListed = 6;

/** Null for somebody who heads nothing that is there today. */
export async function headHome(app: App, actor: Actor, language: Language): Promise<HeadHome | null> {
  const own = (await app.data.departments.open()).filter(({ id }) => actor.heads.includes(id)).sort((one, other) => actor.heads.indexOf(one.id) - actor.heads.indexOf(other.id));
  const led: LedDepartment[] = [];
  for (const { id, name } of own.slice(0, mostListed)) led.push({ department: { id, name }, results: await resultsFor(app, actor, { language, department: id }) });
  const [first, ...others] = led;
  return first ? { ...first, others, more: own.length - led.length } : null;
}

async function resultsFor(app: App, actor: Actor, { language, department }: { readonly language: Language; readonly department: string }): Promise<HeadHome['results']> {
  const read = await latestOfDepartment(app, actor, { department, language });
  if (!read?.ok) return null;
  const { survey, group, needs, short } = read.value;
  const [first] = short;
  const owed = await owedAnswersIn(app, new Set([department]));
  return {
    survey: { id: survey.id, title: survey.title, closed: survey.closed },
    age: await ageOn(app, survey.closed),
    answered: group.answered,
    with: group.with.map(({ name }) => name),
    needs,
    short: first ? { id: first.id, label: first.label, index: first.level.index, n: first.level.n } : null,
    answer: first ? await answerTo(app, { department, dimension: first.id, surveyId: survey.id, language }) : null,
    due: owed.find(({ dimension }) => dimension === first?.id)?.due ?? null,
    report: await offersReport(app, actor, { surveyId: survey.id, department }),
  };
}

interface About {
  readonly department: string;
  readonly dimension: string;
  readonly surveyId: string;
  readonly language: Language;
}

async function answerTo(app: App, { department, dimension, surveyId, language }: About): Promise<NonNullable<HeadHome['results']>['answer']> {
  const plan = (await app.data.plans.ofDepartment(department)).find((one) => one.dimension === dimension && !isClosed(one));
  if (plan) return { planId: plan.id, title: planIn(plan, language).title };
  const issue = (await app.data.issues.ofDepartment(department)).find((one) => one.dimension === dimension && one.evidence?.survey.id === surveyId);
  return issue && answeredAs(issue.state) ? 'other' : null;
}
