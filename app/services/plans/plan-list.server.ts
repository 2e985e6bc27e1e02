// Lists of plans, and what waits for an answer: each person sees what is led or worked on by that person, HR sees all.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { isClosed, isPublished, isUnderWay, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { answerDue, isUnanswered, mayAnswer } from '#app/domain/plans/issue.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import { flagsOf } from '#app/domain/plans/plan-flags.ts';
import type { ListedPlan, MissingAnswer, WaitingIssue } from '#app/domain/plans/plan-list.ts';
import type { Names } from '#app/domain/plans/plan-page.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { agreeableFrom, isSmallPlan } from '#app/domain/plans/plan-states.ts';
import type { Standing } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { missingAnswers } from './lock-pulse.server.ts';
import { namesOf, peopleIn } from './plan-page.server.ts';
import { nameIn, placeOf, type Place } from './place-of-actor.server.ts';
import { dimensionName, wordsOf } from './plan-words.server.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

export const planFilters = ['mine', 'all', 'agree', 'late', 'closed'] as const;
export type PlanFilter = (typeof planFilters)[number];

export interface PlanList {
  readonly plans: readonly ListedPlan[];
  readonly counts: Readonly<Record<PlanFilter, number>>;
  readonly names: Names;
  readonly unanswered: readonly WaitingIssue[];
  /** Overdue answers this person may give; they keep the next pulse from everybody. */
  readonly locking: readonly MissingAnswer[];
  readonly today: Day;
}

const newestFirst = (one: ActionPlan, other: ActionPlan) => (one.days.updated < other.days.updated ? 1 : one.days.updated > other.days.updated ? -1 : one.id < other.id ? 1 : -1);

/** The plans this person leads or works on; HR sees all. */
export async function planList(app: App, actor: Actor, filter: PlanFilter, language: Language): Promise<PlanList> {
  const place = await placeOf(app, actor);
  const { who, departments } = place;
  const today = app.today();
  const readable = await listedFor(app, who);
  const by: Readonly<Record<PlanFilter, (plan: ActionPlan) => boolean>> = {
    mine: (plan) => !isClosed(plan) && isMine(plan, who),
    all: (plan) => !isClosed(plan),
    agree: (plan) => waitsForHr(plan, today),
    late: (plan) => isLateOrStuck(plan, today),
    closed: isClosed,
  };
  const count = (one: PlanFilter) => readable.filter(by[one]).length;
  const shown = readable.filter(by[filter]);
  return {
    plans: shown.map((plan) => planIn(plan, language)).map((plan) => ({ plan, departmentName: nameIn(departments, plan.departmentId), words: wordsOf(plan, language) })),
    counts: { mine: count('mine'), all: count('all'), agree: count('agree'), late: count('late'), closed: count('closed') },
    names: await namesOf(app, shown.flatMap(peopleIn)),
    unanswered: await waitingFor(app, place, language),
    locking: (await missingAnswers(app, language)).filter((one) => mayAnswer(one, who)),
    today,
  };
}

/** For HR all; for somebody else those of the departments led and those in which there is something to do. */
export const plansOf = (app: App, who: Standing): Promise<ActionPlan[]> =>
  who.hr ? app.data.plans.all() : app.data.plans.concerning({ departments: [...who.leads], personId: who.personId });

/** What stands in this reader's lists, the last changed first. */
export const listedFor = async (app: App, who: Standing): Promise<ActionPlan[]> => (await plansOf(app, who)).filter((plan) => mayLead(plan, who) || isMine(plan, who)).sort(newestFirst);

/** Led, worked on, or worked along with by a department the reader leads, once it is more than a draft. */
const isMine = (plan: ActionPlan, who: Standing): boolean =>
  (isPublished(plan) && plan.partners.some((id) => who.leads.has(id))) || plan.ownerId === who.personId || who.leads.has(plan.departmentId) || plan.steps.some((step) => step.ownerId === who.personId);

/** Shown long enough, and not the department's own to decide. */
const waitsForHr = (plan: ActionPlan, today: Day): boolean => plan.state === 'consulted' && !isSmallPlan(plan) && agreeableFrom(plan, today) <= today && plan.consultation?.answer !== null;

function isLateOrStuck(plan: ActionPlan, today: Day): boolean {
  const flags = flagsOf(plan, today);
  return isUnderWay(plan) && (flags.overdue || flags.stale || plan.state === 'blocked');
}

/** Issues that ask this person for an answer, the most urgent first. */
export async function waitingFor(app: App, { who, departments }: Place, language: Language): Promise<WaitingIssue[]> {
  const issues = await app.data.issues.all();
  return issues
    .filter((issue) => isUnanswered(issue) && mayAnswer(issue, who))
    .map((issue) => {
      const from = issues.find((one) => one.id === issue.forwardedFrom);
      return {
        issueId: issue.id,
        departmentId: issue.departmentId,
        dimensionId: issue.dimension,
        dimension: dimensionName(issue.dimension, language),
        departmentName: nameIn(departments, issue.departmentId),
        from: from ? nameIn(departments, from.departmentId) : null,
        figure: issue.evidence && { index: whole(issue.evidence.index), n: issue.evidence.n },
        handedOn: issue.handed?.on ?? null,
        answerBy: answerDue(issue),
      };
    })
    .sort((one, other) => (one.answerBy < other.answerBy ? -1 : 1));
}
