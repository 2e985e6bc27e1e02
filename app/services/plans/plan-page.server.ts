// What a page about plans shows, and to whom: only plans the reader is concerned with ever leave this file.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isPublished, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import type { Names, PlanPage } from '#app/domain/plans/plan-page.ts';
import { agreeableFrom, isSmallPlan, missingIn, needsConsultation, reviewableFrom } from '#app/domain/plans/plan-states.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import type { App } from '#app/platform/app.server.ts';
import { colleaguesOf } from './colleagues.server.ts';
import { consultationView } from './consultation-view.server.ts';
import { heardOf } from './heard-of-plan.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { wordsOf } from './plan-words.server.ts';
import { supportsOf } from './supports.server.ts';

export async function namesOf(app: App, ids: Iterable<string | null>): Promise<Names> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const people = await Promise.all(wanted.map((id) => app.data.people.get(id)));
  return Object.fromEntries(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}

export const peopleIn = (plan: ActionPlan): (string | null)[] => [plan.ownerId, ...plan.steps.map((step) => step.ownerId), ...plan.blockers.map((one) => one.raisedBy), plan.result?.by ?? null, plan.cancelled?.by ?? null, plan.consultation?.answer?.by ?? null];

export async function planPage(app: App, actor: Actor, planId: string, language: Language): Promise<Outcome<PlanPage, 'not-found'>> {
  const place = await placeOf(app, actor);
  const { who, departments } = place;
  const plan = await app.data.plans.get(planId);
  const issue = plan && (await app.data.issues.get(plan.issueId));
  if (!plan || !issue || !mayRead(plan, who)) return refused('not-found');
  const [notes, versions] = [await app.data.planNotes.ofPlan(planId), await app.data.plans.versions(planId)];
  const leads = mayLead(plan, who);
  const consultation = await consultationView(app, { actor, who, plan, language });
  const takesPart = leads || plan.steps.some((step) => step.ownerId === who.personId);
  return done({
    plan: planIn(plan, language),
    issue,
    notes: notes.filter((note) => takesPart || note.event !== 'note' || isPublished(plan)).map((note) => ({ ...note, day: day(note.at) })),
    versions: versions.map((one) => planIn(one, language)),
    departmentName: nameIn(departments, plan.departmentId),
    partners: plan.partners.map((id) => nameIn(departments, id)),
    words: wordsOf(plan, language),
    missing: missingIn(plan, issue, app.today()).map(({ because, details }) => ({ because, details })),
    agreement: { small: isSmallPlan(plan), consultation: needsConsultation(plan), from: agreeableFrom(plan, app.today()) },
    people: leads ? await colleaguesOf(app, place, plan.departmentId, actor.personId) : [],
    consultation,
    reviewableFrom: reviewableFrom(plan),
    heard: await heardOf(app, plan),
    requests: { note: app.newId(), step: app.newId(), blocker: app.newId(), objection: app.newId() },
    rests: await supportsOf(app, actor, planId),
    names: await namesOf(app, [...peopleIn(plan), ...notes.map((note) => note.authorId), ...(consultation?.objections ?? []).flatMap((one) => [one.authorId, one.toId])]),
    me: { personId: who.personId, leads, hr: who.hr, takesPart, headsIt: who.leads.has(plan.departmentId) },
    today: app.today(),
  });
}
