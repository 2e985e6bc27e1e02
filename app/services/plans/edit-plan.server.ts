// The text of a plan while it is written, and after: then every change is a new version.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import { done, eachOf, refused, together, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { isClosed, termsIn, wordsIn, type ActionPlan, type PlanTerms, type Target } from '#app/domain/plans/action-plan.ts';
import type { Cause } from '#app/domain/plans/cause.ts';
import { inOrder } from '#app/domain/plans/measure-order.ts';
import { measure, measuresFor } from '#app/domain/plans/measures-catalogue.ts';
import { edit, mayLead, type PlanRefusal } from '#app/domain/plans/plan-changes.ts';
import { allWords, saidElsewhere, translationsOf } from '#app/domain/plans/plan-texts.ts';
import { mostMeasures, type PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import { promisesAfterEdit } from '#app/domain/plans/promise-changes.ts';
import type { Promised } from '#app/domain/plans/promised.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Text } from '#app/text/text.ts';
import { changePlan, type ChangeRefusal } from './change-plan.server.ts';
import { colleaguesOf, personMeant } from './colleagues.server.ts';
import { cluesIn } from './clues.server.ts';
import { departmentsBeside } from './new-plan-page.server.ts';
import { planPage } from './plan-page.server.ts';
import { placeOf } from './place-of-actor.server.ts';
import { offeredMeasures, saidClues } from './measures-offered.server.ts';
import { measuresOf, type NewPlan } from './start-plan.server.ts';
import { chosenSupports } from './supports.server.ts';
import { latestWave, publishedComments } from './waves.server.ts';

export interface PlanEdit extends PlanTerms, Pick<NewPlan, 'written' | 'said' | 'cause' | 'measures' | 'own' | 'leading' | 'valueFigure' | 'promise'> {
  readonly planId: string;
  /** The plan's revision on the page. */
  readonly seen: number;
  /** An id, or what the person is called in the form. */
  readonly ownerId: string;
  readonly partners?: readonly string[];
  /** Refs of what it rests on; those of before, where nothing is said of them. */
  readonly supports?: readonly string[];
  readonly target: Target;
}

export type EditRefusal = PlanRefusal | 'no-such-partner' | ChangeRefusal | 'promise-is-agreed' | 'no-such-person' | 'no-such-measure';

/** Cause and facts belong to the issue, so they change together with the plan's own words. */
export async function editPlan(app: App, actor: Actor, input: PlanEdit): Promise<Outcome<ActionPlan, EditRefusal>> {
  const before = await app.data.plans.get(input.planId);
  const departmentId = before?.departmentId ?? '';
  const ownerId = await personMeant(app, actor, { departmentId, written: input.ownerId });
  const wrong = together(await wrongInEdit(app, actor, input));
  if (wrong) return wrong;
  if (ownerId === null) return refused('no-such-person');
  const { partners, seen, cause, valueFigure, promise, written, said } = input;
  const shown = valueFigure.trim() === '' ? [] : [{ kind: 'figure' as const, text: valueFigure.trim(), showsValue: true }];
  const supports = input.supports && (await chosenSupports(app, departmentId, { planId: input.planId, refs: input.supports }));
  return changePlan(app, actor, input.planId, {
    words: wordsOf(input),
    decide: (plan, act) => {
      const measures = keptMeasures(plan.measures, measuresOf(app, input));
      const promises = promisesAfterEdit(plan, promise && promisedBy(app, actor, promise));
      if (!promises.ok) return promises;
      const text = { ...termsIn(input), ownerId, partners: (partners ?? plan.partners).filter((id) => id !== plan.departmentId), measures, promises: promises.value, written: written ?? plan.written, ...(said && { said }) };
      return edit(plan, { ...act, seen, text });
    },
    entry: () => ({ event: 'edited' }),
    beside: async (stores) => {
      if (supports) await stores.planSupports.replace(input.planId, supports);
    },
    issue: (issue) => ({ ...issue, cause, facts: [...issue.facts.filter((fact) => !fact.showsValue), ...shown], revision: issue.revision + 1 }),
  });
}

const wordsOf = ({ said, valueFigure, own, promise, leading, ...terms }: PlanEdit): string =>
  [...allWords(said ?? {}), ...wordsIn(terms), valueFigure, own?.text ?? '', promise?.text ?? '', leading?.name ?? ''].join('\n');

/** All that speaks against a change that this person may make: of one that cannot be read whole, what there is to say of the rest. */
export async function wrongInEdit(app: App, actor: Actor, input: PlanEdit): Promise<readonly Refusal<EditRefusal>[]> {
  const plan = await app.data.plans.get(input.planId);
  if (!plan || !mayLead(plan, (await placeOf(app, actor)).who)) return [];
  const measures = measuresOf(app, { ...input, measures: input.measures.filter(measure) });
  const promises = promisesAfterEdit(plan, input.promise && promisedBy(app, actor, input.promise));
  const said = input.said ? translationsOf({ measures, steps: plan.steps, promises: plan.promises }, input.said) : done(null);
  const owner = await personMeant(app, actor, { departmentId: plan.departmentId, written: input.ownerId });
  const wrong = together<EditRefusal>([
    owner === null ? refused('no-such-person') : null,
    (await arePresent(app, input.partners ?? [])) ? null : refused('no-such-partner'),
    input.measures.every(measure) ? null : refused('no-such-measure'),
    measures.length > mostMeasures ? refused('too-many-measures', { most: mostMeasures }) : null,
    promises.ok ? null : promises,
    said.ok ? null : said,
    quotes(wordsOf(input), await publishedComments(app)) ? refused('quotes-a-comment') : null,
  ]);
  return wrong ? eachOf(wrong) : [];
}

async function arePresent(app: App, ids: readonly string[]): Promise<boolean> {
  const open = new Set((await app.data.departments.open()).map(({ id }) => id));
  return ids.every((id) => open.has(id));
}

/** A measure that stays keeps its id and what was counted so far. */
function keptMeasures(before: readonly PlannedMeasure[], after: readonly PlannedMeasure[]): PlannedMeasure[] {
  return after.map((one) => {
    const same = before.find((other) => (one.catalogueId === null ? other.catalogueId === null && other.text === one.text : other.catalogueId === one.catalogueId));
    if (!same) return one;
    const now = one.leading && same.leading?.name === one.leading.name ? same.leading.now : null;
    return { ...one, id: same.id, leading: one.leading && { ...one.leading, now } };
  });
}

const promisedBy = (app: App, actor: Actor, { text, due }: NonNullable<NewPlan['promise']>): Promised => ({ id: app.newId(), text: text.trim(), by: actor.personId, due, keptOn: null, dropped: null });

export async function editPage(app: App, actor: Actor, planId: string, text: Text) {
  const found = await planPage(app, actor, planId, text.language);
  if (!found.ok) return found;
  const { issue, me, words } = found.value;
  // As it was written: what stands in the form in one language must not come back as another's.
  const plan = await app.data.plans.get(planId);
  if (!plan) return refused('not-found');
  if (!me.leads || isClosed(plan)) return refused('forbidden');
  const clues = cluesIn((await latestWave(app))?.wave, plan.departmentId, plan.dimension);
  const place = await placeOf(app, actor);
  const people = await colleaguesOf(app, place, plan.departmentId, plan.ownerId);
  return done({
    plan: { id: plan.id, title: plan.title, owner: people.find(({ id }) => id === plan.ownerId)?.called ?? '', ownerName: found.value.names[plan.ownerId] ?? '', revision: plan.revision, agreed: plan.days.committed !== null },
    measures: offeredMeasures(inOrder(measuresFor(plan.dimension), clues), plan.dimension, text),
    clues: saidClues(clues, text),
    terms: termsIn(plan),
    wishes: wishesOf(plan, { cause: issue.cause ?? 'value', valueFigure: issue.facts.find((fact) => fact.showsValue)?.text ?? '' }, text),
    evidence: issue.evidence,
    label: words.dimension,
    people,
    others: departmentsBeside(place, plan.departmentId),
    today: app.today(),
  });
}

function wishesOf(plan: ActionPlan, { cause, valueFigure }: { cause: Cause; valueFigure: string }, text: Text) {
  const own = plan.measures.filter((one) => one.catalogueId === null);
  const leading = plan.measures.find((one) => one.leading !== null)?.leading ?? null;
  const known = plan.measures.flatMap((one) => one.catalogueId ?? []);
  const [promise] = plan.promises;
  return {
    cause,
    measures: known,
    own: own.map((one) => one.text).join('\n'),
    ownIsTalk: own[0]?.kind === 'communication',
    leadingName: leading?.name ?? (known[0] === undefined ? '' : text.code('leading', known[0])),
    leadingStart: leading ? String(leading.start) : '',
    leadingGoal: leading ? String(leading.goal) : '',
    valueFigure,
    promise: promise?.text ?? '',
    promiseDue: promise?.due ?? ('' as Day | ''),
    partners: plan.partners,
    written: plan.written ?? text.language,
    elsewhere: forEachLanguage((language) => saidElsewhere(plan, language)),
  };
}
