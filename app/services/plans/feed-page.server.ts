// «You said, we did, result»: what became of what people said, for everybody whose figure it was.
import type { Actor } from '#app/domain/access/actor.ts';
import { day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { isPublished, isUnderWay, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { newsOf } from '#app/domain/plans/feed-news.ts';
import type { Feed, FeedEntry } from '#app/domain/plans/feed-page.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import { concerns, mayReadAnswer } from '#app/domain/plans/plan-readers.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import type { App } from '#app/platform/app.server.ts';
import { namesOf } from './plan-page.server.ts';
import { answeredThemes } from './answered-themes.server.ts';
import { nameIn, placeOf, type Place } from './place-of-actor.server.ts';
import { dimensionName, wordsOf } from './plan-words.server.ts';

/** What became of what people said: the own department and everything above it. HR reads on behalf of all. */
export async function feedFor(app: App, actor: Actor, language: Language): Promise<Feed> {
  return feedOf(app, actor, { language, place: await placeOf(app, actor) });
}

const mostNews = 3;

/** What is new about what this person said: of the own department first, then of those above it. HR, too, as somebody who was asked. */
export async function newsFor(app: App, actor: Actor, language: Language): Promise<FeedEntry[]> {
  const { who, departments } = await placeOf(app, actor);
  const asMember = { departments, who: { ...who, hr: false, leads: new Set<string>() } };
  const { entries } = await feedOf(app, actor, { language, place: asMember });
  return [...entries.filter(({ own }) => own), ...entries.filter(({ own }) => !own)].slice(0, mostNews);
}

/** Names of departments in one statement; whoever leads more of them reads all. */
const mostAskedFor = 500;

function issuesOf(app: App, departments: ReadonlySet<string>): Promise<Issue[]> {
  return departments.size > mostAskedFor ? app.data.issues.all() : app.data.issues.ofDepartments([...departments]);
}

async function feedOf(app: App, actor: Actor, { language, place: { who, departments } }: { readonly language: Language; readonly place: Place }): Promise<Feed> {
  const plans = who.hr ? await app.data.plans.all() : await app.data.plans.concerning({ departments: [...who.belongs, ...who.leads], personId: who.personId });
  const issues = who.hr ? await app.data.issues.all() : await issuesOf(app, new Set([...who.belongs, ...who.leads, ...plans.map(({ departmentId }) => departmentId)]));
  const nameOf = (id: string) => nameIn(departments, id);
  const readable = plans.map((plan) => planIn(plan, language));
  const shown = readable.filter((plan) => isPublished(plan) && (who.hr || concerns(plan, who) || who.leads.has(plan.departmentId)));
  const written = await app.data.planNotes.lastWritten(shown.map(({ id }) => id));
  const noteOf = (id: string) => {
    const note = written.get(id);
    return note ? { day: day(note.at), text: note.text } : null;
  };
  const entries: FeedEntry[] = shown.flatMap((plan) => {
    const issue = issues.find((one) => one.id === plan.issueId);
    return issue ? [{ kind: 'plan', plan, issue, words: wordsOf(plan, language), news: newsOf(plan, noteOf(plan.id), app.today()), on: plan.days.updated, departmentName: nameOf(plan.departmentId), own: plan.departmentId === actor.departmentId }] : [];
  });
  for (const issue of issues.filter((one) => one.answer !== null && (one.state === 'declined' || one.state === 'forwarded') && mayReadAnswer(one, who))) {
    const above = issues.find((one) => one.forwardedFrom === issue.id);
    entries.push({ kind: 'answer', issue, dimension: dimensionName(issue.dimension, language), to: above ? nameOf(above.departmentId) : null, on: issue.answer?.on ?? issue.askedOn, departmentName: nameOf(issue.departmentId), own: issue.departmentId === actor.departmentId });
  }
  entries.push(...(await answeredThemes(app, { actor, who }, language)));
  entries.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
  return { entries, mySteps: stepsOf(readable, who.personId), names: await namesOf(app, shown.map((plan) => plan.ownerId)), today: app.today() };
}

function stepsOf(plans: readonly ActionPlan[], personId: string): Feed['mySteps'] {
  return plans
    .filter(isUnderWay)
    .flatMap((plan) => plan.steps.filter((step) => step.ownerId === personId && (step.status === 'todo' || step.status === 'doing')).map(({ id, title, due, revision }) => ({ planId: plan.id, planTitle: plan.title, stepId: id, title, due, revision })))
    .sort((one, other) => (one.due < other.due ? -1 : 1));
}
