// What a page about plans shows, and to whom: only plans the reader is concerned with ever leave this file.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isClosed, isPublished, isUnderWay, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { isUnanswered, mayAnswer, type Issue } from '#app/domain/plans/issue.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import { flagsOf } from '#app/domain/plans/plan-flags.ts';
import { concerns, mayRead, mayReadAnswer } from '#app/domain/plans/plan-readers.ts';
import type { ProgressNote } from '#app/domain/plans/progress-note.ts';
import type { Standing } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { nameIn, placeOf } from './standing.server.ts';

export type Names = Readonly<Record<string, string>>;

export interface PlanPage {
  readonly plan: ActionPlan;
  readonly issue: Issue;
  readonly notes: readonly ProgressNote[];
  /** Agreed earlier, the first one first. */
  readonly versions: readonly ActionPlan[];
  readonly departmentName: string;
  /** By person id. */
  readonly names: Names;
  readonly me: { readonly personId: string; readonly leads: boolean; readonly hr: boolean; readonly takesPart: boolean; readonly headsIt: boolean };
  readonly today: Day;
}

export async function namesOf(app: App, ids: Iterable<string | null>): Promise<Names> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const people = await Promise.all(wanted.map((id) => app.data.people.get(id)));
  return Object.fromEntries(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}

const peopleIn = (plan: ActionPlan): (string | null)[] => [plan.ownerId, ...plan.steps.map((step) => step.ownerId), ...plan.blockers.map((one) => one.raisedBy), plan.result?.by ?? null, plan.cancelled?.by ?? null];

export async function planPage(app: App, actor: Actor, planId: string): Promise<Outcome<PlanPage, 'not-found'>> {
  const { who, departments } = await placeOf(app, actor);
  const plan = await app.data.plans.get(planId);
  const issue = plan && (await app.data.issues.get(plan.issueId));
  if (!plan || !issue || !mayRead(plan, who)) return refused('not-found');
  const [notes, versions] = [await app.data.planNotes.ofPlan(planId), await app.data.plans.versions(planId)];
  const leads = mayLead(plan, who);
  const takesPart = leads || plan.steps.some((step) => step.ownerId === who.personId);
  return done({
    plan,
    issue,
    notes: takesPart ? notes : notes.filter((note) => note.event !== 'note' || isPublished(plan)),
    versions,
    departmentName: nameIn(departments, plan.departmentId),
    names: await namesOf(app, [...peopleIn(plan), ...notes.map((note) => note.authorId)]),
    me: { personId: who.personId, leads, hr: who.hr, takesPart, headsIt: who.leads.has(plan.departmentId) },
    today: app.today(),
  });
}

export interface ListedPlan {
  readonly plan: ActionPlan;
  readonly departmentName: string;
}

export const planFilters = ['mine', 'all', 'late', 'closed'] as const;
export type PlanFilter = (typeof planFilters)[number];

export interface PlanList {
  readonly plans: readonly ListedPlan[];
  readonly counts: Readonly<Record<PlanFilter, number>>;
  readonly names: Names;
  readonly unanswered: readonly { readonly issue: Issue; readonly departmentName: string; readonly from: string | null }[];
  readonly today: Day;
}

const newestFirst = (one: ActionPlan, other: ActionPlan) => (one.days.updated < other.days.updated ? 1 : one.days.updated > other.days.updated ? -1 : one.id < other.id ? 1 : -1);

/** The plans this person leads or works on; HR sees all. */
export async function planList(app: App, actor: Actor, filter: PlanFilter): Promise<PlanList> {
  const { who, departments } = await placeOf(app, actor);
  const today = app.today();
  const readable = (await app.data.plans.all()).filter((plan) => mayLead(plan, who) || isMine(plan, who)).sort(newestFirst);
  const by: Readonly<Record<PlanFilter, (plan: ActionPlan) => boolean>> = {
    mine: (plan) => !isClosed(plan) && isMine(plan, who),
    all: (plan) => !isClosed(plan),
    late: (plan) => isLateOrStuck(plan, today),
    closed: isClosed,
  };
  const count = (one: PlanFilter) => readable.filter(by[one]).length;
  const shown = readable.filter(by[filter]);
  return {
    plans: shown.map((plan) => ({ plan, departmentName: nameIn(departments, plan.departmentId) })),
    counts: { mine: count('mine'), all: count('all'), late: count('late'), closed: count('closed') },
    names: await namesOf(app, shown.flatMap(peopleIn)),
    unanswered: await unansweredFor(app, who, (id) => nameIn(departments, id)),
    today,
  };
}

const isMine = (plan: ActionPlan, who: Standing): boolean =>
  plan.ownerId === who.personId || who.leads.has(plan.departmentId) || plan.steps.some((step) => step.ownerId === who.personId);

export function isLateOrStuck(plan: ActionPlan, today: Day): boolean {
  const flags = flagsOf(plan, today);
  return isUnderWay(plan) && (flags.overdue || flags.stale || plan.state === 'blocked');
}

async function unansweredFor(app: App, who: Standing, nameOf: (id: string) => string): Promise<PlanList['unanswered']> {
  const issues = await app.data.issues.all();
  return issues
    .filter((issue) => isUnanswered(issue) && mayAnswer(issue, who))
    .map((issue) => {
      const from = issues.find((one) => one.id === issue.forwardedFrom);
      return { issue, departmentName: nameOf(issue.departmentId), from: from ? nameOf(from.departmentId) : null };
    });
}

export type FeedEntry = { readonly on: Day; readonly departmentName: string; readonly own: boolean } & (
  | { readonly kind: 'plan'; readonly plan: ActionPlan; readonly issue: Issue }
  | { readonly kind: 'answer'; readonly issue: Issue; readonly to: string | null }
);

export interface Feed {
  readonly entries: readonly FeedEntry[];
  /** Steps this person still has to do, first due first. */
  readonly mySteps: readonly { readonly planId: string; readonly planTitle: string; readonly stepId: string; readonly title: string; readonly due: Day; readonly revision: number }[];
  readonly names: Names;
  readonly today: Day;
}

/** What became of what people said: the own department and everything above it. HR reads on behalf of all. */
export async function feedFor(app: App, actor: Actor): Promise<Feed> {
  const { who, departments } = await placeOf(app, actor);
  const [plans, issues] = [await app.data.plans.all(), await app.data.issues.all()];
  const nameOf = (id: string) => nameIn(departments, id);
  const shown = plans.filter((plan) => isPublished(plan) && (who.hr || concerns(plan, who) || who.leads.has(plan.departmentId)));
  const entries: FeedEntry[] = shown.flatMap((plan) => {
    const issue = issues.find((one) => one.id === plan.issueId);
    return issue ? [{ kind: 'plan', plan, issue, on: plan.days.updated, departmentName: nameOf(plan.departmentId), own: plan.departmentId === actor.departmentId }] : [];
  });
  for (const issue of issues.filter((one) => one.answer !== null && (one.state === 'declined' || one.state === 'forwarded') && mayReadAnswer(one, who))) {
    const above = issues.find((one) => one.forwardedFrom === issue.id);
    entries.push({ kind: 'answer', issue, to: above ? nameOf(above.departmentId) : null, on: issue.answer?.on ?? issue.askedOn, departmentName: nameOf(issue.departmentId), own: issue.departmentId === actor.departmentId });
  }
  entries.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
  return { entries, mySteps: stepsOf(plans, who.personId), names: await namesOf(app, shown.map((plan) => plan.ownerId)), today: app.today() };
}

function stepsOf(plans: readonly ActionPlan[], personId: string): Feed['mySteps'] {
  return plans
    .filter(isUnderWay)
    .flatMap((plan) => plan.steps.filter((step) => step.ownerId === personId && (step.status === 'todo' || step.status === 'doing')).map(({ id, title, due, revision }) => ({ planId: plan.id, planTitle: plan.title, stepId: id, title, due, revision })))
    .sort((one, other) => (one.due < other.due ? -1 : 1));
}
