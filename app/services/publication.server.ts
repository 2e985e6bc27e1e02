// From a draft to a release: sealing, participation, closing. Together with answering the only way to a survey's box and keys.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { isDue } from '#app/domain/surveys/lifecycle.ts';
import type { JobState } from '#app/domain/surveys/survey-job.ts';
import type { App } from '#app/platform/app.server.ts';
import { failureOf } from '#app/platform/failures.server.ts';
import { destroyStock, isMarkedClosing } from '#db/boxes.server.ts';
import type { StoredRelease, Stores } from '#db/index.server.ts';
import { close, type CloseRefusal } from './publication/close-survey.server.ts';
import { alone, seal, type Ordered, type Sealed } from './publication/seal-survey.server.ts';
import { readiness, seenAs, type ReadinessRefusal } from './publication/ready-to-seal.server.ts';
import { asideOf } from './publication/set-aside.server.ts';
import { slipsSettled, type SlipRefusal } from './publication/plan-slips.server.ts';
import { meetSurvey, meetSurveys } from './publication/start-surveys.server.ts';
import { Stopped, whileRunning } from './publication/stop-work.server.ts';
import { withdrawConsultations } from './publication/withdraw-consultation.server.ts';
import { tidyKeys } from './publication/tidy-keys.server.ts';
import type { Progress } from './publication/tally.server.ts';

export type { Progress } from './publication/tally.server.ts';
export { forecastOf, resumeForecasts } from './publication/forecast.server.ts';
export { firstCountOf, fixParticipation, participationOf } from './publication/fix-participation.server.ts';
export { withdrawConsultation } from './publication/withdraw-consultation.server.ts';
export { adoptReleases, releaseOf, type KnownRelease } from './publication/read-releases.server.ts';
export { holdInstallation, tieTo, type Hold } from './publication/hold-installation.server.ts';
export { tellOfRestored } from './publication/tell-of-restored.server.ts';
export { askedBy } from './publication/find-folder.server.ts';
export { asideOf, lookAfterSetAsides, setAside, setAsideIfMissing } from './publication/set-aside.server.ts';
export { isServed } from './publication/start-surveys.server.ts';
export { handsRefusal, type SlipRefusal } from './publication/plan-slips.server.ts';
export { stopWork } from './publication/stop-work.server.ts';
export type { SealingPlan } from './publication/plan-sealing.server.ts';
export { sealedOf, type Sealed } from './publication/seal-survey.server.ts';
export { canSeal, lookedAt, type ReadinessRefusal } from './publication/ready-to-seal.server.ts';
export type { CloseRefusal } from './publication/close-survey.server.ts';

/** `held-up`: neither disk nor database took anything; nothing was begun. */
export type SealingRefusal = ReadinessRefusal | SlipRefusal | 'being-sealed' | 'changed-meanwhile' | 'asked-meanwhile' | 'held-up';

const running = new WeakMap<App['data'], Map<string, Progress>>();

function runningIn(app: App): Map<string, Progress> {
  let jobs = running.get(app.data);
  if (!jobs) running.set(app.data, (jobs = new Map()));
  return jobs;
}

/** For the clock: keys for a sealing that goes on no more. */
export function forgetKeys(app: App): Promise<void> {
  return tidyKeys(app, runningIn(app));
}

/** How far a sealing or a closing is that runs now; null when none does. `of` is 0 until it is known. */
export function progressOf(app: App, id: string): Progress | null {
  return runningIn(app).get(id) ?? null;
}

export interface SealingState {
  /** Null where it neither runs nor waits to be taken up after a stop. */
  readonly progress: Progress | null;
  /** Why the last one did not end: a code; null where none failed. */
  readonly failure: string | null;
}

/** How a sealing stands, whichever process began it. */
export async function sealingOf(app: App, id: string): Promise<SealingState> {
  const job = await app.data.surveyJobs.get(id, 'seal');
  const progress = progressOf(app, id) ?? (job?.state === 'running' ? { done: job.done, of: job.of } : null);
  return { progress, failure: job?.state === 'failed' ? job.failure : null };
}

/** What sealing would do today: blocks with «counted with …», who is invited, and what joins by itself; `seen`: all of it in one line. */
export async function planSealing(app: App, id: string): Promise<Outcome<Pick<Ordered, 'plan' | 'survey' | 'extras'> & { readonly seen: string }, ReadinessRefusal>> {
  const ready = await readiness(app, id);
  return ready.ok ? done({ ...ready.value, seen: seenAs(ready.value) }) : ready;
}

/** Resolves when the survey is sealed: about a quarter of a second of a processor per block, off the event loop. */
export async function sealSurvey(app: App, id: string, by: Pick<Actor, 'name'> | null = null): Promise<Outcome<Sealed, SealingRefusal>> {
  const started = await startSealing(app, id, by);
  return started.ok ? started.value.sealed : started;
}

/** Answers at once whether the survey can be sealed, and goes on by itself; `progressOf` tells how far it is. `by`: null from the command line; `seen`: what stood on the page where somebody pressed it. */
export const startSealing = (app: App, id: string, by: Order['by'] = null, order: Partial<Omit<Order, 'by'>> = {}): ReturnType<typeof begin> => begin(app, id, { by, seen: null, ...order });

interface Order {
  readonly by: Pick<Actor, 'name'> | null;
  /** What whoever ordered it looked at; null where that is how it stands now. */
  readonly seen: string | null;
  /** Written in the step that orders it: a stop after that goes on with the sealing, and loses nothing of what is told of it. */
  readonly alongside?: (stores: Stores) => Promise<void>;
}

async function begin(app: App, id: string, { by, seen, alongside }: Order): Promise<Outcome<{ readonly sealed: Promise<Outcome<Sealed, SealingRefusal>> }, SealingRefusal>> {
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
  const now = seenAs(ready.value);
  const same = seen === null || seen === now ? done(null) : refused('changed-meanwhile');
  for (const settled of [same, await alone(app.data, ready.value), await slipsSettled(app, ready.value.plan)]) {
    if (settled.ok) continue;
    jobs.delete(id);
    return settled;
  }
  const noted = await ordered(app, { surveyId: id, kind: 'seal', state: 'running', failure: null, orderedBy: by?.name ?? null, seen: now }, alongside).then(() => null, (error: unknown) => error);
  if (noted !== null) {
    jobs.delete(id);
    if (failureOf(noted) === 'fault') throw noted;
    return refused('held-up');
  }
  const sealed = whileRunning(app, sealWithState(app, { ...ready.value, by }, toldOf(app, id)).finally(() => jobs.delete(id)));
  // Whoever does not wait learns of a failure from the survey's page.
  sealed.catch((error: unknown) => app.log.error({ error: String(error) }, 'sealing failed'));
  return done({ sealed });
}

async function ordered(app: App, job: JobState, alongside: Order['alongside']): Promise<void> {
  await app.data.transaction(async (stores) => {
    await stores.surveyJobs.save(job);
    await alongside?.(stores);
  });
  app.checkpoint?.('seal:ordered');
}

/** In memory at once, and in the database once a second: there it outlives the process. */
function toldOf(app: App, id: string): (done: number, of: number) => void {
  let written = 0;
  return (made, of) => {
    runningIn(app).set(id, { done: made, of });
    if (Date.now() - written < 1_000) return;
    written = Date.now();
    app.data.surveyJobs.progress(id, 'seal', { done: made, of }).catch(() => undefined);
  };
}

/** A stop leaves the job as running: the next start goes on. A failure stands on the survey's page until somebody seals it again or changes it. */
async function sealWithState(app: App, ready: Ordered, progress: (done: number, of: number) => void): Promise<Outcome<Sealed, SealingRefusal>> {
  const surveyId = ready.survey.id;
  try {
    const sealed = await seal(app, ready, progress);
    if (sealed.ok) await app.data.surveyJobs.remove(surveyId, 'seal');
    else await app.data.surveyJobs.save({ surveyId, kind: 'seal', state: 'failed', failure: sealed.because });
    if (!sealed.ok) await destroyStock({ dataFolder: app.config.dataFolder, survey: surveyId });
    return sealed;
  } catch (error) {
    if (!(error instanceof Stopped)) await app.data.surveyJobs.save({ surveyId, kind: 'seal', state: 'failed', failure: failureOf(error) }).catch(() => undefined);
    throw error;
  }
}

/** What a stop or a full disk interrupted goes on, in the name of whoever ordered it; where it cannot, its page says why. */
export async function resumeSealing(app: App): Promise<void> {
  const { surveyJobs } = app.data;
  const failed = (await surveyJobs.inState('seal', 'failed')).filter(({ failure }) => failure !== 'fault');
  for (const { surveyId, orderedBy, seen } of [...(await surveyJobs.inState('seal', 'running')), ...failed]) {
    if (runningIn(app).has(surveyId)) continue;
    const begun = await begin(app, surveyId, { by: orderedBy === null ? null : { name: orderedBy }, seen }).catch(() => null);
    const sealed = begun?.ok ? await begun.value.sealed.catch(() => null) : begun;
    if (!sealed || sealed.ok || sealed.because === 'being-sealed' || sealed.because === 'held-up') continue;
    // The sealing had ended, and the process before it could say so; or the draft is gone.
    if (sealed.because === 'not-a-draft' || sealed.because === 'not-found') await surveyJobs.remove(surveyId, 'seal');
    else await surveyJobs.save({ surveyId, kind: 'seal', state: 'failed', failure: sealed.because });
  }
}

/** Resolves when the surveys that are open can take ballots; closings that were interrupted go on by themselves. */
export async function startSurveys(app: App): Promise<{ readonly closing: Promise<unknown> }> {
  const interrupted = await meetSurveys(app);
  return { closing: Promise.all(interrupted.map((id) => closeAndSay(app, id))) };
}

async function closeAndSay(app: App, id: string): Promise<void> {
  try {
    const closed = await closeSurvey(app, id);
    if (!closed.ok) app.log.error(`a survey could not be closed: ${closed.because}`);
  } catch (error) {
    if (!(error instanceof Stopped)) app.log.error({ error: String(error) }, 'a survey could not be closed');
  }
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

/** For the clock: closes every survey whose last day is over, and those whose closing began and was held up by a disk or a database. */
export async function closeDueSurveys(app: App): Promise<void> {
  // Closing destroys: the day is asked of the zone that stands in the data now, whoever wrote it.
  await app.readTimeZone();
  await withdrawConsultations(app);
  for (const survey of [...(await app.data.surveys.inState('sealed')), ...(await app.data.surveys.inState('closed'))]) {
    const job = await app.data.surveyJobs.get(survey.id, 'tally');
    const begun = (await closingOf(app, survey.id)).begun;
    // A fault is not repeated every minute: somebody has to look first, and to start the portal again or ask for it.
    if (job?.failure === 'fault' || progressOf(app, survey.id) || !(begun || isDue(survey, app.today())) || (await asideOf(app, survey.id))) continue;
    await closeAndSay(app, survey.id);
  }
}

/** For the clock: what somebody asked for about a survey that is set aside. */
export async function retryAsWished(app: App): Promise<void> {
  for (const { surveyId, wish, ended } of await app.data.setAsides.all()) {
    if (wish !== 'retry' || ended !== null) continue;
    await app.data.setAsides.change(surveyId, { wish: null });
    if (await meetSurvey(app, surveyId, true)) await closeAndSay(app, surveyId);
  }
}

export interface ClosingState {
  /** Wanted or under way, and not yet done: no ballot is taken, or soon none. */
  readonly begun: boolean;
  /** Why it is held up: a code; null where it is not. */
  readonly heldUp: string | null;
}

export async function closingOf(app: App, id: string): Promise<ClosingState> {
  const job = await app.data.surveyJobs.get(id, 'tally');
  // A full disk may have taken the mark in the folder and not the job.
  const begun = (job !== null && job.state !== 'done') || isMarkedClosing(app.config.dataFolder, id);
  return { begun, heldUp: job?.state === 'failed' ? job.failure : null };
}

/** For whoever has no hold of the boxes: the portal that runs closes it within a minute. */
export async function orderClosing(app: App, surveyId: string): Promise<Outcome<null, CloseRefusal>> {
  const survey = await app.data.surveys.get(surveyId);
  if (!survey) return refused('not-found');
  if (survey.state !== 'sealed') return refused('not-sealed');
  if (isConsultation(survey) && !isDue(survey, app.today())) return refused('consultation-runs');
  if (await asideOf(app, surveyId)) return refused('set-aside');
  await app.data.surveyJobs.save({ surveyId, kind: 'tally', state: 'waiting', failure: null });
  return done(null);
}
