// From a short plank to an answer: a plan, a refusal with its reason, or a hand-over to the level above.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { newsOf } from '#app/domain/notifications/news.ts';
import type { Cause } from '#app/domain/plans/cause.ts';
import type { Evidence, Fact } from '#app/domain/plans/evidence.ts';
import { decline, forward, mayAnswer, type Issue, type IssueRefusal } from '#app/domain/plans/issue.ts';
import { measure } from '#app/domain/plans/measures-catalogue.ts';
import { draftPlan, type NewPlanRefusal } from '#app/domain/plans/new-plan.ts';
import { fromCatalogue, inOwnWords, type LeadingIndicator, type PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { noteNews } from './plan-news.server.ts';
import { noteOf } from './plan-notes.server.ts';
import { evidenceFrom } from './evidence.server.ts';
import { placeOf, type Place } from './place-of-actor.server.ts';
import { latestWave, publishedComments } from './waves.server.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

export interface NewPlan {
  /** Id of the form: sent twice, it makes one plan. */
  readonly request: string;
  /** An issue that was handed over; null for a short plank of one's own. */
  readonly issueId: string | null;
  readonly departmentId: string;
  readonly dimension: string;
  readonly title: string;
  readonly cause: Cause;
  /** Ids of the catalogue. */
  readonly measures: readonly string[];
  readonly own: { readonly text: string; readonly kind: PlannedMeasure['kind'] } | null;
  readonly leading: Omit<LeadingIndicator, 'now'> | null;
  /** The figure that shows that the thing itself is good; empty where the cause is another. */
  readonly valueFigure: string;
  readonly promise: { readonly text: string; readonly due: Day } | null;
  readonly target: { readonly index: number; readonly by: Day } | null;
  readonly steps: readonly { readonly title: string; readonly ownerId: string; readonly due: Day }[];
}

type Why = NewPlanRefusal | 'not-shown' | 'quotes-a-comment' | 'no-such-person' | 'no-such-measure' | 'no-such-department' | 'plan-changed';

export async function startPlan(app: App, actor: Actor, input: NewPlan): Promise<Outcome<{ readonly planId: string }, Why>> {
  const known = await app.data.plans.byRequest(input.request);
  if (known) return done({ planId: known.id });
  const place = await placeOf(app, actor);
  if (input.measures.some((id) => measure(id) === undefined)) return refused('no-such-measure');
  const about = await subjectOf(app, place, input);
  if (!about.ok) return about;
  if (quotes(wordsOf(input).join('\n'), await publishedComments(app))) return refused('quotes-a-comment');
  if (!(await areHere(app, input.steps.map((step) => step.ownerId)))) return refused('no-such-person');
  const { existing, evidence } = about.value;
  const issue: Issue = { ...(existing ?? newIssue(app, input, evidence)), cause: input.cause, facts: factsOf(input, evidence) };
  const others = await app.data.plans.ofDepartment(input.departmentId);
  const drafted = draftPlan(issue, await draftOf(app, actor, place, input), { who: place.who, today: app.today(), others });
  if (!drafted.ok) return drafted;
  const saved = await app.data.transaction(async (stores) => {
    const kept = existing ? await stores.issues.replace(drafted.value.issue, existing.revision) : await stores.issues.add(drafted.value.issue);
    if (!kept || !(await stores.plans.add(drafted.value.plan, input.request))) return false;
    await stores.planNotes.add(noteOf(app, drafted.value.plan.id, actor.personId, { event: 'created' }));
    return true;
  });
  if (saved) return done({ planId: drafted.value.plan.id });
  const twin = await app.data.plans.byRequest(input.request);
  return twin ? done({ planId: twin.id }) : refused('plan-changed');
}

const wordsOf = ({ title, own, valueFigure, promise, steps, leading }: NewPlan) =>
  [title, own?.text ?? '', valueFigure, promise?.text ?? '', leading?.name ?? '', ...steps.map((step) => step.title)];

async function areHere(app: App, ids: readonly string[]): Promise<boolean> {
  const people = await Promise.all([...new Set(ids)].map((id) => app.data.people.get(id)));
  return people.every((person) => person !== null && person.leftOn === null);
}

interface Subject {
  readonly departmentId: string;
  readonly dimension: string;
  readonly issueId: string | null;
}

interface Found {
  readonly evidence: Evidence;
  readonly existing: Issue | null;
}

async function subjectOf(app: App, { who, departments }: Place, subject: Subject): Promise<Outcome<Found, 'forbidden' | 'no-such-department' | 'not-shown'>> {
  const { departmentId, dimension, issueId } = subject;
  if (!departments.some((one) => one.id === departmentId)) return refused('no-such-department');
  if (!mayAnswer({ departmentId }, who)) return refused('forbidden');
  if (issueId !== null) {
    const existing = await app.data.issues.get(issueId);
    return existing && existing.departmentId === departmentId && existing.dimension === dimension ? done({ evidence: existing.evidence, existing }) : refused('not-shown');
  }
  const evidence = evidenceFrom(await latestWave(app), departmentId, dimension);
  if (!evidence.ok) return evidence;
  return done({ evidence: evidence.value, existing: await app.data.issues.about(originOf(subject, evidence.value)) });
}

const originOf = ({ departmentId, dimension }: Pick<Subject, 'departmentId' | 'dimension'>, evidence: Evidence) => ({ departmentId, dimension, evidence, forwardedFrom: null });

function newIssue(app: App, subject: Subject, evidence: Evidence): Issue {
  return {
    id: app.newId(),
    source: 'indicator',
    ...originOf(subject, evidence),
    facts: [figureOf(evidence)],
    cause: null,
    state: 'accepted',
    askedOn: evidence.survey.closed,
    answer: null,
    answeredOn: null,
    revision: 1,
  };
}

const figureOf = ({ index, n }: Evidence): Fact => ({ kind: 'figure', text: `${whole(index)} (n = ${n})`, showsValue: false });

function factsOf({ valueFigure }: NewPlan, evidence: Evidence): Fact[] {
  const shown: Fact[] = valueFigure.trim() === '' ? [] : [{ kind: 'figure', text: valueFigure.trim(), showsValue: true }];
  return [figureOf(evidence), ...shown];
}

async function draftOf(app: App, actor: Actor, { departments, who }: Place, input: NewPlan) {
  const head = departments.find((one) => one.id === input.departmentId)?.headId ?? null;
  return {
    id: app.newId(),
    title: input.title.trim(),
    ownerId: who.leads.has(input.departmentId) ? actor.personId : (head ?? actor.personId),
    target: input.target,
    measures: measuresOf(app, input),
    steps: input.steps.map((step) => ({ ...step, id: app.newId(), title: step.title.trim() })),
    promises: input.promise ? [{ id: app.newId(), text: input.promise.text.trim(), by: actor.personId, due: input.promise.due, keptOn: null, dropped: null }] : [],
  };
}

/** The leading indicator belongs to the first measure: it is the one that was chosen first. */
export function measuresOf(app: App, { measures, own, leading }: Pick<NewPlan, 'measures' | 'own' | 'leading'>): PlannedMeasure[] {
  const known = measures.map((id) => fromCatalogue(app.newId(), id));
  const written = own ? [inOwnWords(app.newId(), own.text, own.kind, { effort: 'S', controllability: 'department' })] : [];
  return [...known, ...written].map((one, index) => (index === 0 && leading ? { ...one, leading: { ...leading, now: null } } : one));
}

export interface Reply extends Subject {
  readonly how: 'declined' | 'forwarded';
  readonly reason: string;
  readonly wouldChange: string;
}

/** Says clearly why there will be no plan here. A hand-over appears with the level above and its clock starts anew. */
export async function answerIssue(app: App, actor: Actor, reply: Reply): Promise<Outcome<Issue, IssueRefusal | 'not-shown' | 'quotes-a-comment' | 'no-such-department' | 'plan-changed'>> {
  const place = await placeOf(app, actor);
  const about = await subjectOf(app, place, reply);
  if (!about.ok) return about;
  if (quotes(`${reply.reason}\n${reply.wouldChange}`, await publishedComments(app))) return refused('quotes-a-comment');
  const { existing, evidence } = about.value;
  const issue = existing ?? newIssue(app, reply, evidence);
  const answer = { reason: reply.reason.trim(), wouldChange: reply.wouldChange.trim(), by: actor.personId, on: app.today() };
  const parentId = place.departments.find((one) => one.id === reply.departmentId)?.parentId ?? null;
  const decided = decideAnswer(issue, place, reply, { id: app.newId(), parentId, answer });
  if (!decided.ok) return decided;
  const [here, ...above] = decided.value;
  const saved = await app.data.transaction((stores) => saveAnswer(stores, { here, above, existing }));
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

async function saveAnswer(stores: Stores, { here, above, existing }: { here: Issue; above: readonly Issue[]; existing: Issue | null }): Promise<boolean> {
  const kept = existing ? await stores.issues.replace(here, existing.revision) : await stores.issues.add(here);
  if (!kept) return false;
  for (const one of above) await stores.issues.add(one);
  if (here.state === 'declined' && here.answer) await noteNews(stores, [newsOf({ kind: 'refused', subjectId: here.id, day: here.answer.on })]);
  return true;
}
