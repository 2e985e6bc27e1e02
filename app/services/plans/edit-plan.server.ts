// The text of a plan while it is written, and after: then every change is a new version.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isClosed, type ActionPlan, type Target } from '#app/domain/plans/action-plan.ts';
import type { Cause } from '#app/domain/plans/cause.ts';
import { inOrder } from '#app/domain/plans/measure-order.ts';
import { measure, measuresFor } from '#app/domain/plans/measures-catalogue.ts';
import { edit, type PlanRefusal } from '#app/domain/plans/plan-changes.ts';
import { allWords, saidElsewhere } from '#app/domain/plans/plan-texts.ts';
import type { PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import { promisesAfterEdit } from '#app/domain/plans/promise-changes.ts';
import type { Promised } from '#app/domain/plans/promised.ts';
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
import { latestWave } from './waves.server.ts';

export interface PlanEdit extends Pick<NewPlan, 'title' | 'written' | 'said' | 'cause' | 'measures' | 'own' | 'leading' | 'valueFigure' | 'promise'> {
  readonly planId: string;
  /** The plan's revision on the page. */
  readonly seen: number;
  /** An id, or what the person is called in the form. */
  readonly ownerId: string;
  readonly partners?: readonly string[];
  readonly target: Target;
}

type Why = PlanRefusal | 'no-such-partner' | ChangeRefusal | 'promise-is-agreed' | 'no-such-person' | 'no-such-measure';

/** Cause and facts belong to the issue, so they change together with the plan's own words. */
export async function editPlan(app: App, actor: Actor, input: PlanEdit): Promise<Outcome<ActionPlan, Why>> {
  const departmentId = (await app.data.plans.get(input.planId))?.departmentId ?? '';
  const ownerId = await personMeant(app, actor, { departmentId, written: input.ownerId });
  if (ownerId === null) return refused('no-such-person');
  if (!(await arePresent(app, input.partners ?? []))) return refused('no-such-partner');
  if (input.measures.some((id) => measure(id) === undefined)) return refused('no-such-measure');
  const { title, partners, target, seen, cause, valueFigure, own, promise, leading, written, said } = input;
  const shown = valueFigure.trim() === '' ? [] : [{ kind: 'figure' as const, text: valueFigure.trim(), showsValue: true }];
  return changePlan(app, actor, input.planId, {
    words: [...allWords(said ?? {}), title, valueFigure, own?.text ?? '', promise?.text ?? '', leading?.name ?? ''].join('\n'),
    decide: (plan, act) => {
      const measures = keptMeasures(plan.measures, measuresOf(app, input));
      const promises = promisesAfterEdit(plan, promise && promisedBy(app, actor, promise));
      if (!promises.ok) return promises;
      return edit(plan, { ...act, seen, text: { title: title.trim(), ownerId, partners: (partners ?? plan.partners).filter((id) => id !== plan.departmentId), target, measures, promises: promises.value, written: written ?? plan.written, ...(said && { said }) } });
    },
    entry: () => ({ event: 'edited' }),
    issue: (issue) => ({ ...issue, cause, facts: [...issue.facts.filter((fact) => !fact.showsValue), ...shown], revision: issue.revision + 1 }),
  });
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
    title: plan.title,
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
    target: String(plan.target?.index ?? ''),
    by: plan.target?.by ?? ('' as Day | ''),
  };
}
