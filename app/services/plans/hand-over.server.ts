// HR gives a weak point to the head of its department: the head owes an answer from then on, gets a letter, and HR sees that it was handed.
import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import { answerDue, isUnanswered, type Issue } from '#app/domain/plans/issue.ts';
import { nearestHead } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { dimensionIn } from '#app/text/dimension-name.ts';
import { textOf } from '#app/text/text.ts';
import { owedAnswersIn } from './lock-pulse.server.ts';
import { placeOf, nameIn } from './place-of-actor.server.ts';
import { dimensionName } from './plan-words.server.ts';
import { newIssue, subjectOf } from './subject-of-plan.server.ts';

export interface HandOver {
  readonly departmentId: string;
  readonly dimension: string;
}

type Why = 'forbidden' | 'no-such-department' | 'not-shown' | 'answered-already' | 'handed-already' | 'nobody-leads' | 'plan-changed';

interface Handing {
  readonly headId: string;
  readonly evidence: Evidence;
  readonly existing: Issue | null;
}

/** Handed twice it stays handed once: the second time is refused with what happened already. */
async function handing(app: App, actor: Actor, wish: HandOver): Promise<Outcome<Handing, Why>> {
  if (!may(actor, 'oversee-plans')) return refused('forbidden');
  const place = await placeOf(app, actor);
  const about = await subjectOf(app, actor, { ...wish, place, issueId: null });
  if (!about.ok) return about;
  const { evidence, existing } = about.value;
  const headId = nearestHead(place.departments, wish.departmentId);
  if (evidence === null || headId === null) return refused(evidence === null ? 'not-shown' : 'nobody-leads');
  if (existing && !isUnanswered(existing)) return refused('answered-already');
  if (existing?.handed) return refused('handed-already');
  return done({ headId, evidence, existing });
}

export async function handToHead(app: App, actor: Actor, wish: HandOver): Promise<Outcome<Issue, Why>> {
  const found = await handing(app, actor, wish);
  if (!found.ok) return found;
  const { headId, evidence, existing } = found.value;
  const issue: Issue = { ...(existing ?? newIssue(app, { ...wish, issueId: null }, evidence)), handed: { by: actor.personId, on: app.today() } };
  // What is owed already goes by an answer alone: handing it on begins no clock anew. What nobody had to answer begins now.
  const isOwed = existing !== null || (await owedAnswersIn(app, new Set([wish.departmentId]))).some(({ dimension }) => dimension === wish.dimension);
  const kept: Issue = { ...issue, ...(existing && { revision: existing.revision + 1 }), ...(!isOwed && { askedOn: app.today() }) };
  const letters = await letterTo(app, headId, kept);
  const saved = await app.data.transaction(async (stores) => {
    const written = existing ? await stores.issues.replace(kept, existing.revision) : await stores.issues.add(kept);
    if (written) await stores.letters.addAll(letters);
    return written;
  });
  return saved ? done(kept) : refused('plan-changed');
}

async function letterTo(app: App, headId: string, issue: Issue): Promise<Letter[]> {
  const head = await app.data.people.get(headId);
  if (!head?.email || head.leftOn !== null) return [];
  const text = textOf(languageOf(head, await app.data.organisation.get()));
  const due = answerDue(issue);
  const about = { dimension: dimensionIn(text, issue.dimension), day: text.day(due) };
  const link = `${app.config.publicUrl}/plans/new?${new URLSearchParams({ department: issue.departmentId, dimension: issue.dimension, issue: issue.id })}`;
  const words = text(due < app.today() ? 'plan-letter.handed.late' : 'plan-letter.handed.text', { ...about, name: head.name, department: issue.evidence?.group.name ?? '', link });
  return [newLetter({ id: app.newId(), to: head.email, subject: text('plan-letter.handed.subject', about), text: words, dueOn: app.today() })];
}

export interface HandPage {
  readonly departmentName: string;
  readonly dimension: string;
  readonly evidence: Evidence;
  readonly head: string;
}

export async function handPage(app: App, actor: Actor, { language, ...wish }: HandOver & { readonly language: Language }): Promise<Outcome<HandPage, Why>> {
  const found = await handing(app, actor, wish);
  if (!found.ok) return found;
  const { departments } = await placeOf(app, actor);
  const head = await app.data.people.get(found.value.headId);
  return done({ departmentName: nameIn(departments, wish.departmentId), dimension: dimensionName(wish.dimension, language), evidence: found.value.evidence, head: head?.name ?? '–' });
}
