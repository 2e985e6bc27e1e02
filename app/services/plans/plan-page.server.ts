// What a page about plans shows, and to whom: only plans the reader is concerned with ever leave this file.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { day } from '#app/domain/kernel/day.ts';
import { done, refused, type Details, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isPublished, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import { agreeableFrom, isSmallPlan, missingIn, needsConsultation, reviewableFrom } from '#app/domain/plans/plan-states.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import type { ProgressNote } from '#app/domain/plans/progress-note.ts';
import type { App } from '#app/platform/app.server.ts';
import { colleaguesOf, type Colleague } from './colleagues.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { wordsOf, type PlanWords } from './plan-words.server.ts';

export type Names = Readonly<Record<string, string>>;

export interface PlanPage {
  readonly plan: ActionPlan;
  readonly issue: Issue;
  readonly notes: readonly DatedNote[];
  /** Agreed earlier, the first one first. */
  readonly versions: readonly ActionPlan[];
  readonly departmentName: string;
  readonly words: PlanWords;
  /** What has to be added before a draft can be agreed. */
  readonly missing: readonly { readonly because: string; readonly details: Details }[];
  readonly agreement: { readonly small: boolean; readonly consultation: boolean; readonly from: Day };
  /** People who may be given a step; empty for those who only read. */
  readonly people: readonly Colleague[];
  readonly reviewableFrom: Day | null;
  /** A new id for each form that must not be carried out twice. */
  readonly requests: { readonly note: string; readonly step: string; readonly blocker: string };
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

/** With the day of the company on which it was written. */
export type DatedNote = ProgressNote & { readonly day: Day };

export const peopleIn = (plan: ActionPlan): (string | null)[] => [plan.ownerId, ...plan.steps.map((step) => step.ownerId), ...plan.blockers.map((one) => one.raisedBy), plan.result?.by ?? null, plan.cancelled?.by ?? null];

export async function planPage(app: App, actor: Actor, planId: string, language: Language): Promise<Outcome<PlanPage, 'not-found'>> {
  const place = await placeOf(app, actor);
  const { who, departments } = place;
  const plan = await app.data.plans.get(planId);
  const issue = plan && (await app.data.issues.get(plan.issueId));
  if (!plan || !issue || !mayRead(plan, who)) return refused('not-found');
  const [notes, versions] = [await app.data.planNotes.ofPlan(planId), await app.data.plans.versions(planId)];
  const leads = mayLead(plan, who);
  const takesPart = leads || plan.steps.some((step) => step.ownerId === who.personId);
  return done({
    plan,
    issue,
    notes: notes.filter((note) => takesPart || note.event !== 'note' || isPublished(plan)).map((note) => ({ ...note, day: day(note.at) })),
    versions,
    departmentName: nameIn(departments, plan.departmentId),
    words: wordsOf(plan, language),
    missing: missingIn(plan, issue, app.today()).map(({ because, details }) => ({ because, details })),
    agreement: { small: isSmallPlan(plan), consultation: needsConsultation(plan), from: agreeableFrom(plan, app.today()) },
    people: leads ? await colleaguesOf(app, place, plan.departmentId, actor.personId) : [],
    reviewableFrom: reviewableFrom(plan),
    requests: { note: app.newId(), step: app.newId(), blocker: app.newId() },
    names: await namesOf(app, [...peopleIn(plan), ...notes.map((note) => note.authorId)]),
    me: { personId: who.personId, leads, hr: who.hr, takesPart, headsIt: who.leads.has(plan.departmentId) },
    today: app.today(),
  });
}
