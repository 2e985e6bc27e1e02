// An answer that is no plan: a refusal with its reason, which can be amended in public, or a hand-over to the level above.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import { newsOf } from '#app/domain/notifications/news.ts';
import { amend, decline, forward, mayAnswer, type AmendRefusal, type Issue, type IssueRefusal } from '#app/domain/plans/issue.ts';
import type { Names } from '#app/domain/plans/plan-page.ts';
import { mayReadAnswer } from '#app/domain/plans/plan-readers.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { lettersAbout } from './forwarded-letter.server.ts';
import { noteNews } from './plan-news.server.ts';
import { namesOf } from './plan-page.server.ts';
import { nameIn, placeOf, type Place } from './place-of-actor.server.ts';
import { dimensionName } from './plan-words.server.ts';
import { newIssue, subjectOf, type Subject } from './subject-of-plan.server.ts';
import { publishedComments } from './waves.server.ts';

export interface Reply extends Subject {
  readonly how: 'declined' | 'forwarded';
  readonly reason: string;
  readonly wouldChange: string;
}

type Why = 'not-shown' | 'quotes-a-comment' | 'no-such-department' | 'plan-changed';

/** Says clearly why there will be no plan here. A hand-over appears with the level above and its clock starts anew. */
export async function answerIssue(app: App, actor: Actor, reply: Reply): Promise<Outcome<Issue, IssueRefusal | Why>> {
  const place = await placeOf(app, actor);
  const about = await subjectOf(app, actor, { ...reply, place });
  if (!about.ok) return about;
  if (quotes(`${reply.reason}\n${reply.wouldChange}`, await publishedComments(app))) return refused('quotes-a-comment');
  const { existing, evidence } = about.value;
  const issue = existing ?? newIssue(app, reply, evidence);
  const answer = { reason: reply.reason.trim(), wouldChange: reply.wouldChange.trim(), by: actor.personId, on: app.today() };
  const parentId = place.departments.find((one) => one.id === reply.departmentId)?.parentId ?? null;
  const decided = decideAnswer(issue, place, reply, { id: app.newId(), parentId, answer });
  if (!decided.ok) return decided;
  const [here, ...above] = decided.value;
  const letters = (await Promise.all(above.map((one) => lettersAbout(app, actor, { issue: one, from: here })))).flat();
  const saved = await app.data.transaction((stores) => saveAnswer(stores, { here, above, existing, letters }));
  return saved ? done(here) : refused('plan-changed');
}

function decideAnswer(issue: Issue, { who }: Place, { how }: Reply, to: Parameters<typeof forward>[2]): Outcome<[Issue, ...Issue[]], IssueRefusal> {
  if (how === 'declined') {
    const declined = decline(issue, who, to.answer);
    return declined.ok ? done([declined.value]) : declined;
  }
  const handed = forward(issue, who, to);
  return handed.ok ? done([handed.value.here, handed.value.above]) : handed;
}

async function saveAnswer(stores: Stores, { here, above, existing, letters }: { here: Issue; above: readonly Issue[]; existing: Issue | null; letters: readonly Letter[] }): Promise<boolean> {
  const kept = existing ? await stores.issues.replace(here, existing.revision) : await stores.issues.add(here);
  if (!kept) return false;
  for (const one of above) await stores.issues.add(one);
  await stores.letters.addAll(letters);
  if (here.state === 'declined' && here.answer) await noteNews(stores, [newsOf({ kind: 'refused', subjectId: here.id, day: here.answer.on })]);
  return true;
}

export interface Amending {
  readonly issueId: string;
  /** The issue's revision on the page. */
  readonly seen: number;
  readonly reason: string;
  readonly wouldChange: string;
}

/** The words of a published refusal, said anew; those of before stay to be read. */
export async function amendAnswer(app: App, actor: Actor, { issueId, seen, reason, wouldChange }: Amending): Promise<Outcome<Issue, AmendRefusal | 'not-found' | 'quotes-a-comment' | 'plan-changed'>> {
  const { who } = await placeOf(app, actor);
  const issue = await app.data.issues.get(issueId);
  if (!issue?.answer || !mayReadAnswer(issue, who)) return refused('not-found');
  if (quotes(`${reason}\n${wouldChange}`, await publishedComments(app))) return refused('quotes-a-comment');
  const amended = amend(issue, who, { reason: reason.trim(), wouldChange: wouldChange.trim(), by: actor.personId, on: app.today() });
  if (!amended.ok) return amended;
  return issue.revision === seen && (await app.data.issues.replace(amended.value, seen)) ? amended : refused('plan-changed');
}

export interface AnswerPage {
  readonly issue: Issue;
  readonly dimension: string;
  readonly departmentName: string;
  readonly names: Names;
  readonly mayAmend: boolean;
}

/** A published refusal or hand-over, for those whose figure it was. */
export async function answerPage(app: App, actor: Actor, issueId: string, language: Language): Promise<Outcome<AnswerPage, 'not-found'>> {
  const { who, departments } = await placeOf(app, actor);
  const issue = await app.data.issues.get(issueId);
  if (!issue?.answer || !mayReadAnswer(issue, who) || (issue.state !== 'declined' && issue.state !== 'forwarded')) return refused('not-found');
  return done({
    issue,
    dimension: dimensionName(issue.dimension, language),
    departmentName: nameIn(departments, issue.departmentId),
    names: await namesOf(app, [issue.answer.by, ...issue.answer.earlier.map(({ by }) => by)]),
    mayAmend: issue.state === 'declined' && mayAnswer(issue, who),
  });
}
