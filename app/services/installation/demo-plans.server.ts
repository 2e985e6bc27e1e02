// Plays the plans of Lantern day by day, each turn by the person whose turn it is.
import type { Actor } from '#app/domain/access/actor.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { groundsOf } from '#app/domain/plans/achievement.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { PromiseFate } from '#app/domain/plans/promise-changes.ts';
import type { App } from '#app/platform/app.server.ts';
import { declined, plans, type SeedPlan } from '#db/seed/plans.ts';
import { refusalFor } from '#db/seed/answers.ts';
import { held, secondaryLines } from '#db/seed/beside.ts';
import { evidenceFrom } from '#app/services/plans/evidence.server.ts';
import { answerIssue, bringSecondary, closePlan, commitPlan, countLeading, settlePromise, finishPlan, offeredForPlan, recordInquiry, restPlanOn, reviewPlans, showDraft, startPlan, setStepStatus, writeNote } from '#app/services/plans.server.ts';
import { answersOfLatest } from '#app/services/plans/lock-pulse.server.ts';
import { latestWave } from '#app/services/plans/waves.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';

export interface Cast {
  readonly today: Day;
  readonly hr: Actor;
  onDay(day: Day): App;
}

function given<T>(what: string, outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(`Lantern: ${what}: ${outcome.because}`);
  return outcome.value;
}

interface Turn {
  readonly ago: number;
  play(app: App): Promise<unknown>;
}

async function departmentNamed(app: App, name: string): Promise<{ id: string; headId: string | null }> {
  const found = (await app.data.departments.open()).find((department) => department.name === name);
  if (!found) throw new Error(`Lantern has no department ${name}`);
  return found;
}

/** The head where there is one, else HR. */
async function leaderOf(app: App, name: string, { hr }: Cast): Promise<Actor> {
  const { headId } = await departmentNamed(app, name);
  return (headId === null ? null : await actorOfPerson(app, headId)) ?? hr;
}

async function begin(app: App, actor: Actor, seed: SeedPlan, today: Day): Promise<string> {
  const departmentId = (await departmentNamed(app, seed.department)).id;
  const evidence = given('evidence', evidenceFrom(await latestWave(app), departmentId, seed.dimension));
  const plan = await startPlan(app, actor, {
    request: app.newId(),
    issueId: null,
    departmentId,
    dimension: seed.dimension,
    title: seed.title,
    written: seed.written,
    ...(seed.said && { said: seed.said }),
    cause: 'value',
    measures: seed.measures,
    own: null,
    leading: seed.leading,
    valueFigure: '',
    promise: seed.promise ? { text: seed.promise.text, due: addDays(today, -seed.promise.due) } : null,
    target: { index: Math.min(95, Math.round(evidence.index + seed.rise)), by: addDays(today, -seed.by) },
    steps: seed.steps.map((step) => ({ title: step.title, ownerId: actor.personId, due: addDays(today, -step.due) })),
  });
  return given(`plan for ${seed.department}`, plan).planId;
}

const planOf = async (app: App, planId: string) => (await app.data.plans.get(planId)) as ActionPlan;

async function moveStep(app: App, actor: Actor, planId: string, { title, status }: { title: string; status: 'doing' | 'done' }): Promise<void> {
  const step = (await planOf(app, planId)).steps.find((one) => one.title === title)!;
  given(title, await setStepStatus(app, actor, { planId, stepId: step.id, seen: step.revision, status }));
}

async function decide(app: App, actor: Actor, planId: string, fate: PromiseFate): Promise<void> {
  const promise = (await planOf(app, planId)).promises[0]!;
  given(promise.text, await settlePromise(app, actor, { planId, promiseId: promise.id, seen: promise.due, fate }));
}

function promiseTurns({ promise }: SeedPlan, planId: string, { actor, today }: { actor: Actor; today: Day }): Turn[] {
  const turns: Turn[] = [];
  const { renewed, kept } = promise ?? {};
  if (renewed) turns.push({ ago: renewed.ago, play: (app) => decide(app, actor, planId, { how: 'renewed', to: addDays(today, -renewed.due), reason: renewed.reason }) });
  if (kept !== undefined) turns.push({ ago: kept, play: (app) => decide(app, actor, planId, { how: 'kept' }) });
  return turns;
}

/** Everything that happens to a plan after it was begun. */
function turnsOf(seed: SeedPlan, planId: string, { actor, hr }: { actor: Actor; hr: Actor }): Turn[] {
  const turns: Turn[] = [
    { ago: seed.started, play: async (app) => given('draft', await showDraft(app, actor, planId)) },
    { ago: seed.committed, play: async (app) => given('commit', await commitPlan(app, hr, planId)) },
  ];
  for (const { title, doing, done } of seed.steps) {
    if (doing !== undefined) turns.push({ ago: doing, play: (app) => moveStep(app, actor, planId, { title, status: 'doing' }) });
    if (done !== undefined) turns.push({ ago: done, play: (app) => moveStep(app, actor, planId, { title, status: 'done' }) });
  }
  for (const { ago, text } of seed.notes) turns.push({ ago, play: async (app) => given('note', await writeNote(app, actor, { planId, request: app.newId(), text })) });
  const { counted, implemented } = seed;
  if (counted !== undefined) {
    const count = async (app: App) => {
      const measure = (await planOf(app, planId)).measures[0]!;
      given('count', await countLeading(app, actor, { planId, measureId: measure.id, now: counted }));
    };
    turns.push({ ago: implemented ?? 8, play: count });
  }
  if (implemented !== undefined) turns.push({ ago: implemented, play: async (app) => given('finish', await finishPlan(app, actor, planId)) });
  return turns;
}

/** Begins the plans that follow the wave of this index and plays them as far as they have come today. */
export async function playPlans(wave: number, cast: Cast): Promise<void> {
  for (const seed of plans.filter((one) => one.after === wave)) {
    const start = cast.onDay(addDays(cast.today, -seed.started));
    const actor = await leaderOf(start, seed.department, cast);
    const planId = await begin(start, actor, seed, cast.today);
    const turns = [...turnsOf(seed, planId, { actor, hr: cast.hr }), ...promiseTurns(seed, planId, { actor, today: cast.today })].map((turn, order) => ({ ...turn, order }));
    turns.sort((a, b) => b.ago - a.ago || a.order - b.order);
    for (const turn of turns) await turn.play(cast.onDay(addDays(cast.today, -turn.ago)));
  }
}

/** Judges what is done by the wave that has just closed and tells people what came of it; declines what will not be done. */
export async function reportBack(cast: Cast): Promise<void> {
  const { hr, onDay, today } = cast;
  await reviewPlans(onDay(addDays(today, -declined.ago)));
  for (const { title, closing } of plans) {
    if (!closing) continue;
    const app = onDay(addDays(today, -closing.ago));
    const plan = (await app.data.plans.all()).find((one) => one.title === title);
    if (plan?.state !== 'reviewed' || !plan.review) continue;
    given('closing', await closePlan(app, hr, { planId: plan.id, achieved: groundsOf(plan).length > 0, ...closing }));
  }
  const app = onDay(addDays(today, -declined.ago));
  const { id } = await departmentNamed(app, declined.department);
  const { dimension, reason, wouldChange } = declined;
  given('declining', await answerIssue(app, hr, { departmentId: id, dimension, issueId: null, how: 'declined', reason, wouldChange }));
}

/** Every other weak point gets a reason why not, from whoever leads the department: the lock holds for Lantern as for everybody. */
export async function answerRest(cast: Cast, on: Day): Promise<void> {
  const app = cast.onDay(on);
  const departments = await app.data.departments.open();
  for (const { departmentId, dimension, issueId } of (await answersOfLatest(app)).owed) {
    const { name } = departments.find(({ id }) => id === departmentId)!;
    given(`answer of ${name}`, await answerIssue(app, await leaderOf(app, name, cast), { departmentId, dimension, issueId, how: 'declined', ...refusalFor(name, dimension) }));
  }
}

/** A talk, a focus group and a file of company records; the plan of the department that held them rests on them. */
export async function lookBeside(cast: Cast): Promise<void> {
  const { hr, onDay, today } = cast;
  given('company records', await bringSecondary(onDay(addDays(today, -held[0].ago)), hr, { revision: 0, lines: secondaryLines(today) }));
  for (const { ago, department, ...found } of held) {
    const app = onDay(addDays(today, -ago));
    const actor = await leaderOf(app, department, cast);
    const departmentId = (await departmentNamed(app, department)).id;
    given(found.topic, await recordInquiry(app, actor, { ...found, request: app.newId(), departmentId, day: app.today(), moderatorId: actor.personId }));
    for (const plan of await app.data.plans.ofDepartment(departmentId)) await restPlanOn(app, hr, plan.id, (await offeredForPlan(app, plan.id)).offered.map(({ ref }) => ref));
  }
}
