// From a weak point, or something that came up without a figure, to the draft of a plan.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, eachOf, refused, together, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { termsIn, wordsIn, type ActionPlan, type PlanTerms } from '#app/domain/plans/action-plan.ts';
import type { Cause } from '#app/domain/plans/cause.ts';
import type { Evidence, Fact } from '#app/domain/plans/evidence.ts';
import type { Issue, OtherSource } from '#app/domain/plans/issue.ts';
import { measure } from '#app/domain/plans/measures-catalogue.ts';
import { draftPlan, type NewPlanRefusal } from '#app/domain/plans/new-plan.ts';
import { fromCatalogue, inOwnWords, type LeadingIndicator, type PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import { missingIn, type StateRefusal } from '#app/domain/plans/plan-states.ts';
import { allWords, type SaidIn } from '#app/domain/plans/plan-texts.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import type { App } from '#app/platform/app.server.ts';
import { personMeant } from './colleagues.server.ts';
import { noteOf } from './plan-notes.server.ts';
import { placeOf, type Place } from './place-of-actor.server.ts';
import { figureOf, newIssue, subjectOf } from './subject-of-plan.server.ts';
import { chosenSupports } from './supports.server.ts';
import { saidBesides } from './untouched-words.server.ts';
import { publishedComments } from './waves.server.ts';

export interface NewPlan extends PlanTerms {
  /** Id of the form: sent twice, it makes one plan. */
  readonly request: string;
  /** An issue that was handed over; null for a weak point of one's own. */
  readonly issueId: string | null;
  /** Where it came up, if not from a figure; `about` says then what was seen or said. */
  readonly source?: OtherSource | null;
  readonly about?: string;
  /** The service survey whose figure it begins from. */
  readonly provided?: string | null;
  /** Departments that work along. */
  readonly partners?: readonly string[];
  readonly departmentId: string;
  readonly dimension: string;
  readonly cause: Cause;
  /** The language of its words, and the same in further ones. */
  readonly written?: Language | null;
  readonly said?: SaidIn;
  /** Ids of the catalogue. */
  readonly measures: readonly string[];
  /** Own words, one measure a line. */
  readonly own: { readonly text: string; readonly kind: PlannedMeasure['kind'] } | null;
  readonly leading: Omit<LeadingIndicator, 'now'> | null;
  /** The figure that shows that the thing itself is good; empty where the cause is another. */
  readonly valueFigure: string;
  readonly promise: { readonly text: string; readonly due: Day } | null;
  /** Refs of what it rests on beside its figure. */
  readonly supports?: readonly string[];
  /** `ownerId`: an id, or what the person is called in the form. */
  readonly steps: readonly { readonly title: string; readonly ownerId: string; readonly due: Day }[];
  /** It is agreed in the same breath: what an agreement needs is missing already now. */
  readonly agreeing?: boolean;
}

export type StartRefusal = NewPlanRefusal | StateRefusal | 'needs-about' | 'no-such-partner' | 'not-shown' | 'quotes-a-comment' | 'no-such-person' | 'no-such-measure' | 'no-such-department' | 'plan-changed';

export async function startPlan(app: App, actor: Actor, input: NewPlan): Promise<Outcome<{ readonly planId: string }, StartRefusal>> {
  const known = await app.data.plans.byRequest(input.request);
  if (known) return done({ planId: known.id });
  const ready = await prepared(app, actor, input);
  if (!ready.ok) return ready;
  const { existing, drafted } = ready.value;
  const supports = await chosenSupports(app, input.departmentId, { planId: null, refs: input.supports ?? [] });
  const saved = await app.data.transaction(async (stores) => {
    const kept = existing ? await stores.issues.replace(drafted.issue, existing.revision) : await stores.issues.add(drafted.issue);
    if (!kept || !(await stores.plans.add(drafted.plan, input.request))) return false;
    await stores.planSupports.replace(drafted.plan.id, supports);
    await stores.planNotes.add(noteOf(app, drafted.plan.id, actor.personId, { event: 'created' }));
    return true;
  });
  if (saved) return done({ planId: drafted.plan.id });
  const twin = await app.data.plans.byRequest(input.request);
  return twin ? done({ planId: twin.id }) : refused('plan-changed');
}

interface Prepared {
  readonly existing: Issue | null;
  readonly drafted: { readonly plan: ActionPlan; readonly issue: Issue };
}

/** All that speaks against it is said at once; nothing is kept. */
async function prepared(app: App, actor: Actor, input: NewPlan): Promise<Outcome<Prepared, StartRefusal>> {
  const place = await placeOf(app, actor);
  const about = await subjectOf(app, actor, { ...input, place });
  if (!about.ok) return about;
  const { existing, evidence } = about.value;
  const issue: Issue = { ...(existing ?? newIssue(app, input, evidence)), cause: input.cause, facts: factsOf(input, { evidence, existing }) };
  const steps = await stepsWithOwners(app, actor, input);
  const others = await app.data.plans.ofDepartment(input.departmentId);
  const draft = draftOf(app, actor, place, { ...input, steps: steps ?? input.steps, measures: input.measures.filter(measure) });
  const drafted = draftPlan(issue, draft, { who: place.who, today: app.today(), others });
  const wrong = together<StartRefusal>([
    input.measures.every(measure) ? null : refused('no-such-measure'),
    quotes(wordsOf(input).join('\n'), await publishedComments(app)) ? refused('quotes-a-comment') : null,
    knowsAll(place, input.partners ?? []) ? null : refused('no-such-partner'),
    evidence === null && existing === null && (input.about ?? '').trim() === '' ? refused('needs-about') : null,
    steps === null ? refused('no-such-person') : null,
    drafted.ok ? null : drafted,
    ...(input.agreeing ? missingIn(draft, issue, app.today()) : []),
  ]);
  return wrong ?? (drafted.ok ? done({ existing, drafted: drafted.value }) : drafted);
}

/** What would be refused of a plan: of one that cannot be read whole, what there is to say of the rest. */
export async function wrongInNewPlan(app: App, actor: Actor, input: NewPlan): Promise<readonly Refusal<StartRefusal>[]> {
  const ready = await prepared(app, actor, input);
  return ready.ok ? [] : eachOf(ready);
}

const wordsOf = ({ about, own, valueFigure, promise, steps, leading, said = {}, ...terms }: NewPlan) =>
  [...allWords(said), ...wordsIn(terms), about ?? '', own?.text ?? '', valueFigure, promise?.text ?? '', leading?.name ?? '', ...steps.map((step) => step.title)];

const knowsAll = ({ departments }: Place, ids: readonly string[]): boolean => ids.every((id) => departments.some((one) => one.id === id));

/** Null where somebody meant does not work here. */
async function stepsWithOwners(app: App, actor: Actor, { departmentId, steps }: NewPlan): Promise<NewPlan['steps'] | null> {
  const owned = await Promise.all(steps.map(async (step) => ({ ...step, ownerId: await personMeant(app, actor, { departmentId, written: step.ownerId }) })));
  return owned.every((step): step is NewPlan['steps'][number] => step.ownerId !== null) ? owned : null;
}

/** What somebody was told stands apart from what somebody saw; neither is a figure. */
const factKind: Readonly<Record<OtherSource, Fact['kind']>> = { 'voice-theme': 'people-said', talk: 'people-said', safety: 'observation', manual: 'observation' };

function factsOf({ valueFigure, about = '', source }: NewPlan, { evidence, existing }: { evidence: Evidence | null; existing: Issue | null }): Fact[] {
  const shown: Fact[] = valueFigure.trim() === '' ? [] : [{ kind: 'figure', text: valueFigure.trim(), showsValue: true }];
  const seen: Fact[] = about.trim() === '' ? [] : [{ kind: factKind[source ?? 'manual'], text: about.trim(), showsValue: false }];
  const known = evidence === null ? (existing?.facts ?? []) : figureOf(evidence);
  return [...known, ...seen, ...shown];
}

function draftOf(app: App, actor: Actor, { departments, who }: Place, input: NewPlan) {
  const head = departments.find((one) => one.id === input.departmentId)?.headId ?? null;
  return {
    ...termsIn(input),
    id: app.newId(),
    partners: input.partners ?? [],
    written: input.written ?? null,
    said: saidBesides(input, departments.find((one) => one.id === input.departmentId)?.name ?? ''),
    ownerId: who.leads.has(input.departmentId) ? actor.personId : (head ?? actor.personId),
    measures: measuresOf(app, input),
    steps: input.steps.map((step) => ({ ...step, id: app.newId(), title: step.title.trim() })),
    promises: input.promise ? [{ id: app.newId(), text: input.promise.text.trim(), by: actor.personId, due: input.promise.due, keptOn: null, dropped: null }] : [],
  };
}

/** The leading indicator belongs to the first measure: it is the one that was chosen first. */
export function measuresOf(app: App, { measures, own, leading }: Pick<NewPlan, 'measures' | 'own' | 'leading'>): PlannedMeasure[] {
  const known = measures.map((id) => fromCatalogue(app.newId(), id));
  const lines = own ? own.text.split('\n').filter((line) => line.trim() !== '') : [];
  const written = lines.map((line) => inOwnWords(app.newId(), line, own?.kind ?? 'substantive', { effort: 'S', controllability: 'department' }));
  return [...known, ...written].map((one, index) => (index === 0 && leading ? { ...one, leading: { ...leading, now: null } } : one));
}
