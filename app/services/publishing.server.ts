// From a draft to a release: sealing, participation, closing. Together with answering the only way to a survey's box and keys.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isDue } from '#app/domain/surveys/lifecycle.ts';
import type { App } from '#app/platform/app.server.ts';
import type { StoredRelease } from '#db/index.server.ts';
import { close, type CloseRefusal } from './publishing/closing.server.ts';
import type { SealingPlan } from './publishing/plan-sealing.server.ts';
import { readiness, seal, type ReadinessRefusal, type Sealed } from './publishing/sealing.server.ts';
import { TallyStopped } from './publishing/tally-thread.server.ts';
import type { Progress } from './publishing/tally.server.ts';

export type { Progress } from './publishing/tally.server.ts';
export { forecastOf, type Forecast } from './publishing/forecasting.server.ts';
export { participationOf } from './publishing/participation.server.ts';
export { adoptReleases, releaseOf, type KnownRelease } from './publishing/releases.server.ts';
export { isServed, startSurveys } from './publishing/starting.server.ts';
export type { SealingPlan } from './publishing/plan-sealing.server.ts';
export { sealedOf, type ReadinessRefusal, type Sealed } from './publishing/sealing.server.ts';
export { stopClosing, type CloseRefusal } from './publishing/closing.server.ts';

export type SealingRefusal = ReadinessRefusal | 'being-sealed' | 'changed-meanwhile';

const running = new WeakMap<App['data'], Map<string, Progress>>();

function runningIn(app: App): Map<string, Progress> {
  let jobs = running.get(app.data);
  if (!jobs) running.set(app.data, (jobs = new Map()));
  return jobs;
}

/** How far a sealing or a closing is that runs now; null when none does. `of` is 0 until it is known. */
export function progressOf(app: App, id: string): Progress | null {
  return runningIn(app).get(id) ?? null;
}

/** What sealing would do today: blocks with «counted with …», who is invited. */
export async function planSealing(app: App, id: string): Promise<Outcome<SealingPlan, ReadinessRefusal>> {
  const ready = await readiness(app, id);
  return ready.ok ? done(ready.value.plan) : ready;
}

/** Resolves when the survey is sealed: about a tenth of a second per block, off the event loop. */
export async function sealSurvey(app: App, id: string): Promise<Outcome<Sealed, SealingRefusal>> {
  const started = await startSealing(app, id);
  return started.ok ? started.value.sealed : started;
}

/** Answers at once whether the survey can be sealed, and goes on by itself; `progressOf` tells how far it is. `by`: null from the command line. */
export async function startSealing(app: App, id: string, by: Pick<Actor, 'name'> | null = null): Promise<Outcome<{ readonly sealed: Promise<Outcome<Sealed, SealingRefusal>> }, SealingRefusal>> {
  const jobs = runningIn(app);
  if (jobs.has(id)) return refused('being-sealed');
  jobs.set(id, { done: 0, of: 0 });
  const ready = await readiness(app, id).catch((error: unknown) => {
    jobs.delete(id);
    throw error;
  });
  if (!ready.ok) {
    jobs.delete(id);
    return ready;
  }
  const sealed = seal(app, { ...ready.value, by }, (made, of) => jobs.set(id, { done: made, of })).finally(() => jobs.delete(id));
  // Whoever does not wait learns of a failure from the log.
  sealed.catch((error: unknown) => app.log.error({ error: String(error) }, 'sealing failed'));
  return done({ sealed });
}

/** Tallies, writes the release, destroys the box. Resolves when the ballots are gone. */
export async function closeSurvey(app: App, id: string): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const jobs = runningIn(app);
  jobs.set(id, jobs.get(id) ?? { done: 0, of: 0 });
  try {
    return await close(app, id, (progress) => jobs.set(id, progress));
  } finally {
    jobs.delete(id);
  }
}

// A tally that was refused is not repeated every minute: somebody has to look first, and start the portal again.
const refusedOnce = new WeakMap<App['data'], Set<string>>();

/** For the clock: closes every survey whose last day is over. */
export async function closeDueSurveys(app: App): Promise<void> {
  const refusals = refusedOnce.get(app.data) ?? new Set();
  refusedOnce.set(app.data, refusals);
  // Closing destroys: the day is asked of the zone that stands in the data now, whoever wrote it.
  await app.readTimeZone();
  for (const survey of await app.data.surveys.inState('sealed')) {
    if (!isDue(survey, app.today()) || refusals.has(survey.id)) continue;
    try {
      const closed = await closeSurvey(app, survey.id);
      if (closed.ok) continue;
      refusals.add(survey.id);
      app.log.error(`a survey could not be closed: ${closed.because}`);
    } catch (error) {
      if (error instanceof TallyStopped) return;
      // A full disk, perhaps: the next minute may be better.
      app.log.error({ error: String(error) }, 'a survey could not be closed');
    }
  }
}
