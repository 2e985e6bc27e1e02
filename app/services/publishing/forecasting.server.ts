// Which declared tables will probably be published, for HR before sealing. Made-up people as many as were invited: nobody's answers.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  /** Empty where too few would answer for any result. */
  readonly cuts: readonly CutForecast[];
}

/** Where nobody was asked before. */
const usualParticipation = 0.65;

const latest = new WeakMap<App['data'], { seed: string; cuts: Promise<readonly CutForecast[]> }>();

/** Null where nothing is declared. The same plan gives the same forecast, and is worked out once. */
export async function forecastOf(app: App, survey: Survey, plan: Pick<SealingPlan, 'departments' | 'blocks'>): Promise<Forecast | null> {
  const { k, questions, cuts } = survey.definition;
  if (cuts.length === 0) return null;
  const participation = await typicalParticipation(app);
  const departments = plan.departments.map(({ id, parentId, name }) => ({ id, parentId, name }));
  const ground = { k, departments, blocks: plan.blocks, questions, cuts, participation };
  const seed = hashOf(ground);
  let known = latest.get(app.data);
  if (known?.seed !== seed) {
    known = { seed, cuts: inThread({ ...ground, seed }) };
    latest.set(app.data, known);
    known.cuts.catch(() => latest.delete(app.data));
  }
  return { participation, cuts: await known.cuts };
}

/** Of the latest survey with results, in steps of five per cent. */
async function typicalParticipation(app: App): Promise<number> {
  const last = (await app.data.releases.listed()).at(-1);
  const counts = last ? (await releaseOf(app, last.surveyId))?.release.counts : null;
  if (!counts?.invited || counts.ballots === null) return usualParticipation;
  return Math.min(0.95, Math.max(0.05, Math.floor((counts.ballots / counts.invited) * 20) / 20));
}

function inThread(order: ForecastOrder): Promise<readonly CutForecast[]> {
  return new Promise((resolve, reject) => {
    const source = join(dirname(fileURLToPath(import.meta.url)), 'forecast-worker.server.ts');
    const worker = startThread('forecast', source, order);
    worker.once('message', (forecast: Outcome<readonly CutForecast[], 'too-few'>) => resolve(forecast.ok ? forecast.value : []));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the forecast ended without a result')));
  });
}
