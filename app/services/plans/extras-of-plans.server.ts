// What plans and owed answers bring into the next pulse. Nobody chooses it: what was begun is asked about, however it went.
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { idsAtOrBelow } from '#app/domain/organisation/tree.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Cause } from '#app/domain/plans/cause.ts';
import { isUnanswered } from '#app/domain/plans/issue.ts';
import { isReadAgain, reviewableFrom } from '#app/domain/plans/plan-states.ts';
import { remediesFor } from '#app/domain/plans/remedies.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { noticedQuestion, remedyId, remedyQuestion } from '#app/domain/surveys/questions/extra-questions.ts';
import type { Extra } from '#app/domain/surveys/questions/extras.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { lackingIn, latestOf, mayBeDrafted, ownId, type OwnQuestion } from '#app/domain/surveys/own/own-question.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { questionOfItem } from '#app/domain/surveys/questions/questions-of.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { answersOfLatest } from './lock-pulse.server.ts';

/** Nobody remembers what changed a year ago. */
const daysToNotice = 365;

interface Ground {
  readonly pulse: Pick<Survey, 'opens' | 'closes' | 'definition'>;
  /** Surveys that were sealed. */
  readonly sealed: readonly Survey[];
  readonly departments: readonly ListedDepartment[];
  readonly plans: readonly ActionPlan[];
}

/** `others`: all surveys but this one. */
export async function extrasOfPlans(app: App, pulse: Ground['pulse'], others: readonly Survey[]): Promise<Extra[]> {
  const ground = { pulse, sealed: others.filter(({ state }) => state !== 'draft'), departments: await app.data.departments.open(), plans: await app.data.plans.all() };
  return [...(await ownQuestions(app, ground)), ...noticed(ground), ...(await remedies(app, ground))];
}

/** All departments at or below these; null where that is everybody. */
function peopleOf({ departments }: Ground, tops: readonly string[]): readonly string[] | null {
  if (departments.some(({ id, parentId }) => parentId === null && tops.includes(id))) return null;
  return [...new Set(tops.flatMap((id) => idsAtOrBelow(departments, id)))];
}

/** The plan's own question joins the pulse that can judge it, where it is not asked anyway: of everybody, as the others are what it is compared with. */
async function ownQuestions(app: App, ground: Ground): Promise<Extra[]> {
  const found = new Map<string, { question: Question; since: Day; plans: string[] }>();
  for (const plan of ground.plans) {
    const from = reviewableFrom(plan);
    const waits = plan.state === 'implemented' || plan.state === 'monitoring' || isReadAgain(plan);
    if (!waits || from === null || ground.pulse.closes < from) continue;
    const question = await indicatorOf(app, plan, ground);
    if (question === null) continue;
    const known = found.get(question.id);
    const since = plan.days.implemented as Day;
    found.set(question.id, { question, since: known && known.since < since ? known.since : since, plans: [...(known?.plans ?? []), plan.id] });
  }
  return [...found.values()].map(({ question, since, plans }) => ({ kind: 'own-question' as const, questions: [question], since, of: null, plans }));
}

/** The question by which a plan is compared with its baseline; null where the pulse asks one of them anyway, or none is left to ask. One of the
 * library's where there is one, else one of the company's own in the very words that were asked. */
async function indicatorOf(app: App, plan: ActionPlan, { pulse }: Ground): Promise<Question | null> {
  const wave = plan.baseline && (await waveOfRelease(app, plan.baseline.releaseHash));
  const asked = wave?.release.dimensions[plan.dimension]?.items ?? [];
  if (pulse.definition.questions.some(({ id }) => asked.includes(id))) return null;
  const items = asked.flatMap((id) => libraryItem(id) ?? []).filter(({ status, perProvider }) => status === 'active' && !perProvider);
  const item = items.find(({ leadItem }) => leadItem) ?? items[0];
  return item ? questionOfItem(item, pulse.definition.k) : askableAmong(latestOf(await app.data.ownQuestions.all()), asked, pulse.definition);
}

/** What was changed, parked or given up since, or has no words in a language of the pulse, is not asked by itself. */
function askableAmong(own: readonly OwnQuestion[], ids: readonly string[], { k, languages }: Pick<Survey['definition'], 'k' | 'languages'>): Question | null {
  const found = own.find((one) => ids.includes(ownId(one)) && mayBeDrafted(one) && one.gates !== null && lackingIn(one, languages) === null);
  return found ? askedAs(found, { k, languages }) : null;
}

/** «Did you notice a change?», once for every plan that was carried out. */
function noticed(ground: Ground): Extra[] {
  const { pulse, sealed, plans } = ground;
  const wasAsked = ({ id, days }: ActionPlan) =>
    sealed.some(({ opens, definition }) => opens >= (days.implemented ?? '') && definition.extras?.taken.some((one) => one.kind === 'noticed' && one.plans.includes(id)));
  const waiting = plans.filter((plan) => {
    const done = plan.days.implemented;
    return done !== null && plan.state !== 'cancelled' && done <= pulse.opens && addDays(done, daysToNotice) >= pulse.opens && !wasAsked(plan);
  });
  return byDimension(waiting).map(([dimension, of]) => ({
    kind: 'noticed',
    questions: [noticedQuestion(dimension, pulse.definition.k)],
    since: earliest(of.map(({ days }) => days.implemented as Day)),
    of: peopleOf(ground, of.map(({ departmentId }) => departmentId)),
    plans: of.map(({ id }) => id),
  }));
}

interface Weak {
  readonly departmentId: string;
  readonly dimension: string;
  readonly since: Day;
  readonly cause: Cause | null;
  readonly plan: string | null;
}

/** «What would help most?», once wherever an answer is owed or a plan is still being written. */
async function remedies(app: App, ground: Ground): Promise<Extra[]> {
  const { k } = ground.pulse.definition;
  const waiting = (await weakPoints(app, ground)).filter((one) => !isAsked(ground, one));
  return byDimension(waiting).flatMap(([dimension, of]) => {
    const people = peopleOf(ground, of.map(({ departmentId }) => departmentId));
    const causes = new Set(of.map(({ cause }) => cause));
    const measures = remediesFor({ dimension, cause: causes.size === 1 ? ([...causes][0] as Cause | null) : null, wholeCompany: people === null });
    if (measures.length === 0) return [];
    const options = measures.map(({ id, title }) => ({ id, label: title }));
    return [{ kind: 'remedy' as const, questions: [remedyQuestion(dimension, options, k)], since: earliest(of.map(({ since }) => since)), of: people, plans: of.flatMap(({ plan }) => plan ?? []) }];
  });
}

/** The plan knows the cause, so it is heard first. */
async function weakPoints(app: App, { plans, sealed, pulse }: Ground): Promise<Weak[]> {
  const issues = await app.data.issues.all();
  const written = plans.filter((plan) => plan.state === 'draft' || plan.state === 'consulted');
  const planned = written.map((plan) => ({ ...placeOf(plan), since: plan.days.created, cause: issues.find(({ id }) => id === plan.issueId)?.cause ?? null, plan: plan.id }));
  const open = issues.filter(isUnanswered).map((issue) => ({ ...placeOf(issue), since: issue.askedOn, cause: issue.cause, plan: null }));
  // What nobody has taken up yet was said by the latest pulse.
  const said = sealed.filter(isCorePulse).flatMap(({ closedOn }) => closedOn ?? []).sort().at(-1) ?? pulse.opens;
  const owed = (await answersOfLatest(app)).owed.map((one) => ({ ...placeOf(one), since: said, cause: null, plan: null }));
  const known = new Set<string>();
  return [...planned, ...open, ...owed].filter((one) => {
    const key = `${one.departmentId} ${one.dimension}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

const placeOf = ({ departmentId, dimension }: Pick<Weak, 'departmentId' | 'dimension'>) => ({ departmentId, dimension });

function isAsked({ sealed }: Ground, { departmentId, dimension, since }: Weak): boolean {
  const id = remedyId(dimension);
  return sealed.some(({ opens, definition }) => opens >= since && definition.extras?.taken.some(({ questions, of }) => questions.includes(id) && (of === null || of.includes(departmentId))));
}

function byDimension<One extends { readonly dimension: string }>(list: readonly One[]): [string, One[]][] {
  const found = new Map<string, One[]>();
  for (const one of list) found.set(one.dimension, [...(found.get(one.dimension) ?? []), one]);
  return [...found];
}

const earliest = (days: readonly Day[]): Day => [...days].sort()[0] as Day;
