// Which declared tables will probably be published, for HR before sealing. Made-up people as many as were invited: nobody's answers.
import { hashOf } from '#app/domain/publication/release/canonical.ts';
import type { CutForecast, ForecastGround, Forecast } from '#app/domain/publication/cuts/cut-preview.ts';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { failureOf } from '#app/platform/failures.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import type { Stores } from '#db/index.server.ts';
import { planBlocks, type SealingPlan } from './plan-sealing.server.ts';
import { releaseOf } from './read-releases.server.ts';
import { isStopping } from './stop-work.server.ts';

export type ForecastOrder = Omit<ForecastGround, 'chance'> & { readonly seed: string };

/** Where nobody was asked before. */
const usualParticipation = 0.65;

/** A page waits this long, in milliseconds, before it is shown without the forecast. */
const patience = 1_500;

interface Working {
  readonly seed: string;
  readonly cuts: Promise<readonly CutForecast[]>;
  failure: string | null;
  stop(): void;
}

const working = new WeakMap<App['data'], Map<string, Working>>();

/** Null where nothing is declared. A guess that fails must not keep a page away. The same plan is worked out once. */
export async function forecastOf(app: App, survey: Survey, plan: Pick<SealingPlan, 'departments' | 'blocks'>): Promise<Forecast | null> {
  const { k, questions, cuts } = survey.definition;
  if (cuts.length === 0) return null;
  const participation = await typicalParticipation(app);
  const departments = plan.departments.map(({ id, parentId, name }) => ({ id, parentId, name }));
  const ground = { k, departments, blocks: plan.blocks, questions, cuts, participation };
  const seed = hashOf(ground);
  const kept = await app.data.forecasts.get(survey.id, seed);
  if (kept) return { participation, cuts: kept, failure: null };
  const work = workOn(app, survey.id, { ...ground, seed });
  if (work.failure !== null) return { participation, cuts: null, failure: work.failure };
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref());
  const told = await Promise.race([work.cuts.catch(() => null), late]);
  return { participation, cuts: told, failure: work.failure };
}

/** One thread for each draft: what is worked out for an earlier state of it is of no use any more. */
function workOn(app: App, surveyId: string, order: ForecastOrder): Working {
  const known = working.get(app.data) ?? new Map<string, Working>();
  working.set(app.data, known);
  const before = known.get(surveyId);
  if (before?.seed === order.seed) return before;
  before?.stop();
  const begun: Working = { seed: order.seed, ...inThread(order) };
  known.set(surveyId, begun);
  void withState(app, surveyId, begun);
  return begun;
}

/** The job stands in the database while it runs; a stop leaves it there, and the next start goes on. A page that only reads does not fail
 * because this cannot be written. */
async function withState(app: App, surveyId: string, work: Working): Promise<void> {
  const { surveyJobs, forecasts } = app.data;
  const ours = () => working.get(app.data)?.get(surveyId) === work;
  try {
    await surveyJobs.save({ surveyId, kind: 'forecast', state: 'running', failure: null }).catch(() => undefined);
    const cuts = await work.cuts;
    if (!ours()) return;
    await forecasts.save(surveyId, { seed: work.seed, cuts }).catch(() => undefined);
    await surveyJobs.remove(surveyId, 'forecast').catch(() => undefined);
  } catch (error) {
    // Given up for another state of the draft, which has a job of its own.
    if (!ours() || isStopping(app)) return;
    work.failure = failureOf(error);
    app.log.error({ error: String(error) }, 'the tables of a draft could not be forecast');
    await surveyJobs.save({ surveyId, kind: 'forecast', state: 'failed', failure: work.failure }).catch(() => undefined);
  }
}

/** For the start: what a stop interrupted, of drafts that are drafts still. */
export async function resumeForecasts(app: App): Promise<void> {
  const { surveyJobs, surveys } = app.data;
  for (const { surveyId } of [...(await surveyJobs.inState('forecast', 'running')), ...(await surveyJobs.inState('forecast', 'failed'))]) {
    const survey = await surveys.get(surveyId);
    const plan = survey?.state === 'draft' ? await planBlocks(app, survey) : null;
    const forecast = survey && plan?.ok ? await forecastOf(app, survey, plan.value) : null;
    if (forecast === null) await forgetForecast(app.data, surveyId);
    // Worked out before the stop, which came before it could be said.
    else if (forecast.cuts !== null) await surveyJobs.remove(surveyId, 'forecast');
  }
}

/** Of a draft that is one no more. Inside a transaction. */
export async function forgetForecast(stores: Pick<Stores, 'forecasts' | 'surveyJobs'>, surveyId: string): Promise<void> {
  await stores.forecasts.remove(surveyId);
  await stores.surveyJobs.remove(surveyId, 'forecast');
}

/** Of the latest survey with results, in steps of five per cent. */
async function typicalParticipation(app: App): Promise<number> {
  const last = (await app.data.releases.listed()).at(-1);
  const counts = last ? (await releaseOf(app, last.surveyId))?.release.counts : null;
  if (!counts?.invited || counts.ballots === null) return usualParticipation;
  return Math.min(0.95, Math.max(0.05, Math.floor((counts.ballots / counts.invited) * 20) / 20));
}

function inThread(order: ForecastOrder): Omit<Working, 'seed'> {
  const worker = startThread('forecast', { file: './forecast-worker.server.ts', from: import.meta.url }, order);
  // A guess keeps no portal from stopping.
  worker.unref();
  const cuts = new Promise<readonly CutForecast[]>((resolve, reject) => {
    worker.once('message', (forecast: Outcome<readonly CutForecast[], 'too-few'>) => resolve(forecast.ok ? forecast.value : []));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the forecast ended without a result')));
  });
  return { cuts, failure: null, stop: () => void worker.terminate() };
}
