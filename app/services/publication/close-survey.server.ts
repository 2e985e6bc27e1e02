// Closing: one job that may be interrupted anywhere and begun again. Whatever is there already is kept: a release that was written is
// the release, and nothing computed from ballots is written before it.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { merkleRoot } from '#app/domain/publication/release/merkle.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { closeSurvey, isDue } from '#app/domain/surveys/lifecycle.ts';
import { closingDay } from '#app/domain/surveys/phase.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import { forgetAsking } from '#app/services/installation/forget.server.ts';
import { stopTaking } from '#app/services/responses/open-survey.server.ts';
import { oweResults, toldOfResults } from '#app/services/notifications/owe-results.server.ts';
import { oweLetters } from '#app/services/notifications/owe-letters.server.ts';
import { toldOfService } from '#app/services/notifications/service-letter.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { releaseFiles } from './show-public-records.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { failureOf } from '#app/platform/failures.server.ts';
import { hasBox, isOfEarlierForm, markClosing, placeOf, writePrivately } from '#db/boxes.server.ts';
import type { StoredRelease } from '#db/index.server.ts';
import { contentOf, destroyOn } from './destroy-box.server.ts';
import { foundFolder } from './find-folder.server.ts';
import { isWithdrawn } from './find-withdrawn.server.ts';
import { asideOf, setAside } from './set-aside.server.ts';
import { Stopped, stopSignal, whileRunning } from './stop-work.server.ts';
import { tallyInThread } from './tally-thread.server.ts';
import type { Progress, Tallied, TallyOrder, TallyRefusal } from './tally.server.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';

/** `consultation-runs`: nobody may end a consultation before its day, or count one whose plan was given up. */
export type CloseRefusal = 'not-found' | 'not-sealed' | 'set-aside' | 'consultation-runs' | TallyRefusal;

// Releases are a chain: one survey is closed after the other.
let turn: Promise<unknown> = Promise.resolve();

/** Ends with exactly one release and no ballots. Calling it for a survey that is closed already finishes what was interrupted. */
export function close(app: App, id: string, progress: (progress: Progress) => void): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const closing = turn.then(() => closeWithState(app, id, progress));
  turn = closing.catch(() => undefined);
  return whileRunning(app, closing);
}

/** The tally's state stands in the database: waiting, running, failed with a kind, done, and nothing else. */
async function closeWithState(app: App, id: string, progress: (progress: Progress) => void): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const survey = await app.data.surveys.get(id);
  if (!survey) return refused('not-found');
  const before = await app.data.releases.ofSurvey(id);
  // Interrupted after the box was gone, perhaps: what asks for answers goes once more.
  if (before && !hasBox(app.config.dataFolder, id)) {
    await forgetAsking(app, survey);
    return done(before);
  }
  if (!before && survey.state !== 'sealed') return refused('not-sealed');
  if (!before && isConsultation(survey) && (!isDue(survey, app.today()) || (await isWithdrawn(app, survey)))) return refused('consultation-runs');
  if (await asideOf(app, id)) return refused('set-aside');
  if (!before && !hasBox(app.config.dataFolder, id)) return refusedAside(app, id, 'missing');
  if (!before && isOfEarlierForm(placeOf(app.config.dataFolder, id))) return refusedAside(app, id, 'earlier-form');
  const state = (now: 'running' | 'failed' | 'done', failure: string | null = null) => app.data.surveyJobs.save({ surveyId: id, kind: 'tally', state: now, failure });
  try {
    await state('running');
    const closed = await closeNow(app, { survey, before, progress });
    await (closed.ok ? state('done') : state('failed', closed.because));
    return closed;
  } catch (error) {
    if (error instanceof Stopped) throw error;
    if (!before && (await foundFolder(app, id))?.readable === false) return refusedAside(app, id, 'damaged');
    // A full disk may not take this either: what is marked or released is taken up all the same.
    await state('failed', failureOf(error)).catch(() => undefined);
    throw error;
  }
}

async function refusedAside(app: App, id: string, reason: 'missing' | 'earlier-form' | 'damaged'): Promise<Outcome<never, 'set-aside'>> {
  await setAside(app, id, reason);
  await app.data.surveyJobs.save({ surveyId: id, kind: 'tally', state: 'failed', failure: 'set-aside' });
  return refused('set-aside', { reason });
}

interface Closing {
  readonly survey: Survey;
  readonly before: StoredRelease | null;
  readonly progress: (progress: Progress) => void;
}

async function closeNow(app: App, { survey, before, progress }: Closing): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const { id } = survey;
  // Where the mark cannot be written the survey stays open, and takes ballots as its page says.
  markClosing(app.config.dataFolder, id);
  await stopTaking(app, id);
  app.checkpoint?.('close:stopped');
  const counted = before ? null : await tallied(app, survey, progress);
  if (counted && !counted.ok) {
    await setAside(app, id, counted.because);
    return counted;
  }
  const release = before ?? (await released(app, survey, counted!.value));
  await keepReceipts(app, { release, progress, receipts: counted?.value.result.receipts ?? null });
  await keepFile(app, release);
  await forgetAsking(app, survey);
  app.checkpoint?.('close:asking-forgotten');
  await destroyOn(app, id, 'released');
  return done(release);
}

interface Counted {
  readonly order: TallyOrder;
  readonly result: Tallied;
}

async function tallied(app: App, survey: Survey, progress: (progress: Progress) => void): Promise<Outcome<Counted, TallyRefusal>> {
  const latest = await app.data.releases.latest();
  const order = await orderFor(app, survey.id, { closed: closingDay(survey, app.today()), previous: latest?.hash ?? null });
  const told = (made: Progress) => {
    progress(made);
    if (made.auditing) app.checkpoint?.('close:auditing');
  };
  const result = await tallyInThread(order, told, stopSignal(app));
  if (!result.ok) return result;
  app.checkpoint?.('close:tallied');
  return done({ order, result: result.value });
}

async function orderFor(app: App, id: string, { closed, previous }: Pick<TallyOrder, 'closed' | 'previous'>): Promise<TallyOrder> {
  const manifest = await app.data.manifests.ofSurvey(id);
  if (!manifest) throw new Error(`a sealed survey without a manifest: ${id}`);
  return { dataFolder: app.config.dataFolder, manifest: manifest.text, manifestHash: manifest.hash, closed, previous };
}

async function released(app: App, survey: Survey, { order, result }: Counted): Promise<StoredRelease> {
  const latest = await app.data.releases.latest();
  const releasedAt = app.today();
  const people = isServiceSurvey(survey) ? await toldOfService(app, survey.id) : await toldOfResults(app, survey.id);
  const stored = { surveyId: survey.id, hash: result.hash, previous: order.previous, position: (latest?.position ?? -1) + 1, text: result.text, releasedAt };
  await app.data.transaction(async (stores) => {
    const closed = closeSurvey(survey, releasedAt, order.closed);
    if (!closed.ok || !(await stores.surveys.replace(closed.value, 'sealed'))) throw new Error('closed by somebody else meanwhile');
    if (!(await stores.releases.add(stored))) throw new Error('released by somebody else meanwhile');
    await noteDown(app, stores, [{ kind: 'closed', by: 'clock', what: titleIn(survey) }]);
    // What is said of providers is for them and for HR: it is no news, and nobody else is told that there is something to read.
    if (isServiceSurvey(survey)) await oweLetters(app, stores, { occasion: 'results', surveyId: survey.id, asks: false, about: null, people });
    else await oweResults(app, stores, { surveyId: survey.id, people });
  });
  app.checkpoint?.('close:released');
  return stored;
}

/** `receipts` null: the release was written before a stop. Its ballots are there still, and so is the list. */
async function keepReceipts(app: App, { release, progress, receipts }: { readonly release: StoredRelease; readonly receipts: readonly string[] | null; readonly progress: Closing['progress'] }): Promise<void> {
  const { receipts: path } = releaseFiles(app, release.surveyId);
  const { survey, receipts: root } = releaseIn(release.text);
  if (merkleRoot((contentOf(path) ?? '').split('\n').filter((line) => line !== '')) === root && contentOf(path) !== null) return;
  const listed = receipts ?? (await receiptsAgain(app, release, { closed: survey.closed, progress }));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  writePrivately(path, listed.map((receipt) => `${receipt}\n`).join(''));
  app.checkpoint?.('close:receipts-written');
}

async function receiptsAgain(app: App, { surveyId, previous }: StoredRelease, { closed, progress }: Pick<TallyOrder, 'closed'> & Pick<Closing, 'progress'>): Promise<readonly string[]> {
  const again = await tallyInThread(await orderFor(app, surveyId, { closed, previous }), progress, stopSignal(app));
  if (!again.ok) throw new Error(`the receipts of ${surveyId} cannot be listed again: ${again.because}`);
  return again.value.receipts;
}

async function keepFile(app: App, release: StoredRelease): Promise<void> {
  const { release: path } = releaseFiles(app, release.surveyId);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (contentOf(path) !== release.text) writePrivately(path, release.text);
  app.checkpoint?.('close:file-written');
}
