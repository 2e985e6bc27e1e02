// When a wave closed late enough after a plan, its effect is computed from two releases and frozen; the wave after reads it once more.
// Plans judged together share one correction, because of five plans without effect one would look good by chance.
import { commonGroundSteps, type CommonGround } from '#app/domain/analysis/changes/common-ground.ts';
import { effectOn, type EffectReading } from '#app/domain/analysis/effects/effect-of-plan.ts';
import { holm } from '#app/domain/analysis/statistics/false-discovery.ts';
import { providerEffect } from '#app/domain/analysis/serving/provider-effect.ts';
import { levelOf } from '#app/domain/analysis/level.ts';
import { pOf, printed, verdictOf, type PrintedEffect } from '#app/domain/analysis/effects/plan-effect.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { reachOf, type EffectReview, type MeasuredEffect, type Reach } from '#app/domain/plans/effect-review.ts';
import { reopened } from '#app/domain/plans/issue.ts';
import { leadingMet } from '#app/domain/plans/planned-measure.ts';
import { isReadAgain, judged, judgedAgain, monitor, reviewableFrom } from '#app/domain/plans/plan-states.ts';
import type { App } from '#app/platform/app.server.ts';
import { inSlices } from '#app/platform/slices.server.ts';
import { newsIn, noteNews } from './plan-news.server.ts';
import { noteOf } from './plan-notes.server.ts';
import { serviceWaves, type ReleasedService } from './service-waves.server.ts';
import { releasedWaves, type ReleasedWave } from './waves.server.ts';

interface Judging {
  readonly plan: ActionPlan;
  readonly wave: ReleasedWave;
  readonly reading: Outcome<EffectReading, 'wording' | 'composition' | 'too-few' | 'no-baseline'>;
}

interface Material {
  readonly plans: readonly ActionPlan[];
  readonly waves: readonly ReleasedWave[];
  readonly services: readonly ReleasedService[];
  /** By plan: surveys that left its question for later, so that they say nothing about it. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the two waves it rests on: what is common to all plans that they judge. */
  readonly grounds: Map<string, Promise<CommonGround>>;
}

const isWaiting = (plan: ActionPlan): boolean => plan.state === 'monitoring' || isReadAgain(plan);

/** Judges every plan whose wave is in; how many were judged. To be called daily and after each release. */
export async function reviewPlans(app: App): Promise<number> {
  const plans = await app.data.plans.all();
  if (!plans.some((plan) => plan.state === 'implemented' || plan.state === 'closed-achieved' || isWaiting(plan))) return 0;
  const waves = await releasedWaves(app);
  for (const plan of plans.filter((one) => one.state === 'implemented')) await save(app, plan, monitor(plan, app.today()), 'monitoring');
  const material = { plans, waves, services: await serviceWaves(app), leftOut: await leftOut(app), grounds: new Map<string, Promise<CommonGround>>() };
  const judging: Judging[] = [];
  for (const plan of (await app.data.plans.all()).filter(isWaiting)) judging.push(...(await judgingOf(plan, material)));
  const adjusted = holm(judging.map(({ reading }) => (reading.ok ? pOf(reading.value.beyond) : 1)));
  for (const [index, one] of judging.entries()) await saveReview(app, one, reviewOf(app, one, adjusted[index] ?? 1));
  for (const plan of plans.filter((one) => one.state === 'closed-achieved')) await watch(app, plan, waves);
  return judging.length;
}

async function saveReview(app: App, { plan, wave }: Judging, review: EffectReview): Promise<void> {
  if (isReadAgain(plan)) await save(app, plan, judgedAgain(plan, review), 'reviewed-again');
  else await save(app, plan, judged(plan, review, { closed: wave.wave.release.survey.closed }), 'reviewed');
}

const watchedWaves = 2;

/** A goal that was reached is watched for two more waves: below where it began, its problem asks for an answer again. */
async function watch(app: App, plan: ActionPlan, waves: readonly ReleasedWave[]): Promise<void> {
  const first = plan.earlyReview ?? plan.review;
  const own = waves.filter((one) => hasAsked(one, plan));
  const from = own.findIndex(({ hash }) => hash === first?.releaseHash) + 1;
  const watched = from === 0 ? [] : own.slice(from, from + watchedWaves);
  const fell = watched.some(({ wave }) => {
    const reading = readFor(wave, { kind: 'dimension', id: plan.dimension }, plan.departmentId);
    return reading !== null && plan.baseline !== null && reading.moments.mean < plan.baseline.index;
  });
  const issue = fell ? await app.data.issues.get(plan.issueId) : null;
  const open = issue?.state === 'resolved' ? reopened(issue, app.today()) : null;
  if (issue && open?.ok) await app.data.issues.replace(open.value, issue.revision);
}

async function save(app: App, plan: ActionPlan, decided: Outcome<ActionPlan, string>, event: 'monitoring' | 'reviewed' | 'reviewed-again'): Promise<void> {
  if (!decided.ok) return;
  await app.data.transaction(async (stores) => {
    if (!(await stores.plans.replace(decided.value, plan.revision))) return;
    await stores.planNotes.add(noteOf(app, plan.id, null, { event }));
    await noteNews(stores, newsIn(plan, decided.value, app.today()));
  });
}

async function leftOut(app: App): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  for (const { id, definition } of await app.data.surveys.all()) {
    const waiting = definition.extras?.later.filter(({ kind }) => kind === 'own-question') ?? [];
    for (const plan of waiting.flatMap(({ plans }) => plans)) found.set(plan, (found.get(plan) ?? new Set<string>()).add(id));
  }
  return found;
}

/** A survey of other parts of the company says nothing of this department, and uses up none of its readings. */
function hasAsked({ wave }: ReleasedWave, { departmentId }: ActionPlan): boolean {
  return wave.asked === null || (departmentId !== wave.root && wave.base !== null && wave.group(wave.base, departmentId) !== null);
}

/** The wave that judges it now, if it is in: the first that closed late enough, then the one after that. */
function waveFor<One extends ReleasedWave>(plan: ActionPlan, waves: readonly One[]): One | undefined {
  if (isReadAgain(plan)) {
    const first = waves.findIndex(({ hash }) => hash === plan.review?.releaseHash);
    return first < 0 ? undefined : waves[first + 1];
  }
  const from = reviewableFrom(plan);
  return waves.find((one) => from !== null && one.wave.release.survey.closed >= from);
}

/** What customers said of a provider is read again by the next service survey. */
function ofProvider(plan: ActionPlan, before: ReleasedService, { plans, services }: Material): Judging[] {
  const after = waveFor(plan, services);
  if (!after) return [];
  const planned = underWay(plans, before, after).filter(({ dimension }) => dimension === plan.dimension).map(({ department }) => department);
  return [{ plan, wave: after, reading: providerEffect({ before, after, departmentId: plan.departmentId, planned }) }];
}

async function judgingOf(plan: ActionPlan, material: Material): Promise<Judging[]> {
  const service = material.services.find(({ hash }) => hash === plan.baseline?.releaseHash);
  if (service) return ofProvider(plan, service, material);
  const { plans, waves, leftOut, grounds } = material;
  const passed = leftOut.get(plan.id);
  const wave = waveFor(plan, waves.filter((one) => passed?.has(one.wave.release.survey.id) !== true && hasAsked(one, plan)));
  if (!wave) return [];
  const at = waves.findIndex((one) => one.hash === plan.baseline?.releaseHash);
  const before = waves[at];
  if (!before) return [{ plan, wave, reading: { ok: false, because: 'no-baseline', details: {} } }];
  const key = `${before.hash} ${wave.hash}`;
  const ground = grounds.get(key) ?? inSlices(commonGroundSteps({ before: waves.slice(0, at + 1).map((one) => one.wave), after: wave.wave, plans: underWay(plans, before, wave) }));
  grounds.set(key, ground);
  const { departmentId: department, dimension } = plan;
  return [{ plan, wave, reading: effectOn(await ground, { department, dimension, since: lastDone(plan, plans) }) }];
}

/** Plans that could have moved their department between the two surveys. */
function underWay(plans: readonly ActionPlan[], before: ReleasedWave, after: ReleasedWave) {
  const [from, to] = [before.wave.release.survey.closed, after.wave.release.survey.closed];
  const between = plans.filter(({ days }) => days.committed !== null && days.committed <= to && (days.closed === null || days.closed >= from));
  return between.map(({ departmentId: department, dimension }) => ({ department, dimension }));
}

/** An earlier plan on the same figure moved it: what surveys said before it is no measure of where the department stood. */
function lastDone(plan: ActionPlan, plans: readonly ActionPlan[]): string | null {
  const same = plans.filter((one) => one.id !== plan.id && one.departmentId === plan.departmentId && one.dimension === plan.dimension);
  return same.flatMap(({ days }) => days.implemented ?? []).sort().at(-1) ?? null;
}

function reviewOf(app: App, { plan, wave, reading }: Judging, p: number): EffectReview {
  const common = { releaseHash: wave.hash, on: app.today(), leadingMet: leadingMet(plan.measures), early: !isReadAgain(plan), method: 'own-return' as const, comment: '' };
  if (!reading.ok) return { ...common, effect: null, verdict: 'not-measurable', because: reading.because, reached: null };
  const shown = printed(reading.value);
  return { ...common, effect: effectOf(wave, reading.value, shown), verdict: verdictOf(reading.value, shown, p), because: '', reached: reachedBy(plan, reading.value) };
}

function effectOf({ wave }: ReleasedWave, { before, after, subject }: EffectReading, { from, to, raw, others, beyond }: PrintedEffect): MeasuredEffect {
  const basis = subject.kind === 'item' ? (wave.questions.find(({ id }) => id === subject.id)?.text ?? null) : null;
  return { raw, from: { index: from, n: before.moments.n }, to: { index: to, n: after.moments.n }, basis, others, beyond: beyond && others && { ...beyond, anyway: others.change + beyond.back } };
}

/** Where one question had to stand for the dimension, it is not the figure that was promised. */
function reachedBy({ target }: ActionPlan, { after, subject }: EffectReading): Reach | null {
  const level = subject.kind === 'dimension' ? levelOf(after) : null;
  if (!level || typeof target?.index !== 'number') return null;
  return reachOf(target.index, { index: level.index, low: Math.min(level.interval[0], level.index - (level.repeatability ?? 0)) });
}
