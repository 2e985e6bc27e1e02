// When a wave closed late enough after a plan, its effect is computed once, from two releases, and frozen. Plans judged together
// share one correction, because of five plans without effect one would look good by chance.
import { effectBetween, type EffectReading } from '#app/domain/analysis/effect-of-plan.ts';
import { holm } from '#app/domain/analysis/false-discovery.ts';
import { verdictOf } from '#app/domain/analysis/plan-effect.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { EffectReview } from '#app/domain/plans/effect-review.ts';
import { reopened } from '#app/domain/plans/issue.ts';
import { leadingMet } from '#app/domain/plans/planned-measure.ts';
import { judged, monitor, reviewableFrom } from '#app/domain/plans/plan-states.ts';
import type { App } from '#app/platform/app.server.ts';
import { noteOf } from './plan-notes.server.ts';
import { releasedWaves, type ReleasedWave } from './waves.server.ts';

interface Judging {
  readonly plan: ActionPlan;
  readonly wave: ReleasedWave;
  readonly reading: Outcome<EffectReading, 'wording' | 'composition' | 'too-few' | 'no-baseline'>;
}

/** Judges every plan whose wave is in; how many were judged. To be called daily and after each release. */
export async function reviewPlans(app: App): Promise<number> {
  const plans = await app.data.plans.all();
  if (!plans.some(({ state }) => state === 'implemented' || state === 'monitoring' || state === 'closed-achieved')) return 0;
  const waves = await releasedWaves(app);
  for (const plan of plans.filter((one) => one.state === 'implemented')) await save(app, plan, monitor(plan, app.today()), 'monitoring');
  const waiting = (await app.data.plans.all()).filter((plan) => plan.state === 'monitoring');
  const judging = waiting.flatMap((plan) => judgingOf(app, plan, { plans, waves }));
  const adjusted = holm(judging.map(({ reading }) => (reading.ok ? reading.value.p : 1)));
  for (const [index, one] of judging.entries()) {
    const review = reviewOf(app, one, adjusted[index] ?? 1);
    await save(app, one.plan, judged(one.plan, review, { closed: one.wave.wave.release.survey.closed }), 'reviewed');
  }
  for (const plan of plans.filter((one) => one.state === 'closed-achieved')) await watch(app, plan, waves);
  return judging.length;
}

const watchedWaves = 2;

/** A goal that was reached is watched for two more waves: below where it began, its problem asks for an answer again. */
async function watch(app: App, plan: ActionPlan, waves: readonly ReleasedWave[]): Promise<void> {
  const from = waves.findIndex(({ hash }) => hash === plan.review?.releaseHash) + 1;
  const watched = from === 0 ? [] : waves.slice(from, from + watchedWaves);
  const fell = watched.some(({ wave }) => {
    const reading = readFor(wave, { kind: 'dimension', id: plan.dimension }, plan.departmentId);
    return reading !== null && plan.baseline !== null && reading.moments.mean < plan.baseline.index;
  });
  const issue = fell ? await app.data.issues.get(plan.issueId) : null;
  const open = issue?.state === 'resolved' ? reopened(issue, app.today()) : null;
  if (issue && open?.ok) await app.data.issues.replace(open.value, issue.revision);
}

async function save(app: App, plan: ActionPlan, decided: Outcome<ActionPlan, string>, event: 'monitoring' | 'reviewed'): Promise<void> {
  if (!decided.ok) return;
  await app.data.transaction(async (stores) => {
    if (await stores.plans.replace(decided.value, plan.revision)) await stores.planNotes.add(noteOf(app, plan.id, null, { event }));
  });
}

function judgingOf(app: App, plan: ActionPlan, { plans, waves }: { plans: readonly ActionPlan[]; waves: readonly ReleasedWave[] }): Judging[] {
  const from = reviewableFrom(plan);
  const wave = waves.find((one) => from !== null && one.wave.release.survey.closed >= from);
  if (!wave) return [];
  const before = waves.find((one) => one.hash === plan.baseline?.releaseHash);
  if (!before) return [{ plan, wave, reading: { ok: false, because: 'no-baseline', details: {} } }];
  const withPlan = new Set(plans.filter((one) => one.dimension === plan.dimension && one.days.committed !== null).map((one) => one.departmentId));
  const { departmentId: department, dimension } = plan;
  return [{ plan, wave, reading: effectBetween(before.wave, wave.wave, { department, dimension, withPlan }, app.chance) }];
}

function reviewOf(app: App, { plan, wave, reading }: Judging, p: number): EffectReview {
  const met = leadingMet(plan.measures);
  const common = { releaseHash: wave.hash, on: app.today(), leadingMet: met, early: true, comment: '' };
  if (!reading.ok) return { ...common, effect: null, verdict: 'not-measurable', because: reading.because };
  const { raw, drift, net, standardError, low, high, before, after } = reading.value;
  const level = ({ moments }: EffectReading['before']) => ({ index: moments.mean, n: moments.n });
  return {
    ...common,
    // As they were read: what is rounded twice lands beside what pages say of the same survey.
    effect: { raw, drift, net, low, high, from: level(before), to: level(after) },
    verdict: verdictOf({ net, standardError, p, leadingMet: met }),
    because: '',
  };
}
