// Which declared tables will probably be published, for HR before sealing. Made-up people as many as were invited: nobody's answers.
import { hashOf } from '#app/domain/publication/canonical.ts';
import type { CutForecast, ForecastGround } from '#app/domain/publication/cut-preview.ts';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import type { SealingPlan } from './plan-sealing.server.ts';
import { releaseOf } from './releases.server.ts';

export type ForecastOrder = Omit<ForecastGround, 'chance'> & { readonly seed: string };

export interface Forecast {
  /** Share of the invited who are taken to answer, 0 … 1. */
  readonly participation: number;
  /** In the order of the tables; null while it is being worked out. Empty where too few would answer for any result. */
  readonly cuts: readonly CutForecast[] | null;
}

/** Where nobody was asked before. */
const usualParticipation = 0.65;

/** A page waits this long, in milliseconds, before it is shown without the forecast. */
const patience = 1_500;

interface Working {
  readonly seed: string;
  readonly cuts: Promise<readonly CutForecast[]>;
  stop(): void;
}

const working = new WeakMap<App['data'], Map<string, Working>>();

/** Null where nothing is declared, and where it failed: a guess must not keep a page away. The same plan is worked out once. */
export async function forecastOf(app: App, survey: Survey, plan: Pick<SealingPlan, 'departments' | 'blocks'>): Promise<Forecast | null> {
  const { k, questions, cuts } = survey.definition;
  if (cuts.length === 0) return null;
  const participation = await typicalParticipation(app);
  const departments = plan.departments.map(({ id, parentId, name }) => ({ id, parentId, name }));
  const ground = { k, departments, blocks: plan.blocks, questions, cuts, participation };
  const work = workOn(app, survey.id, { ...ground, seed: hashOf(ground) });
  try {
    const told = await Promise.race([work.cuts, new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref())]);
    return { participation, cuts: told };
  } catch (error) {
    app.log.error({ error: String(error) }, 'the tables of a draft could not be forecast');
    return null;
  }
}

/** One thread for each draft: what is worked out for an earlier state of it is of no use any more. */
function workOn(app: App, surveyId: string, order: ForecastOrder): Working {
  const known = working.get(app.data) ?? new Map<string, Working>();
  working.set(app.data, known);
  const before = known.get(surveyId);
  if (before?.seed === order.seed) return before;
  before?.stop();
  const begun = { seed: order.seed, ...inThread(order) };
  known.set(surveyId, begun);
  begun.cuts.catch(() => known.get(surveyId) === begun && known.delete(surveyId));
  return begun;
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
  return { cuts, stop: () => void worker.terminate() };
}
