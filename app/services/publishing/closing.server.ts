// Closing: one job that may be interrupted anywhere and begun again. Whatever is there already is kept: a release that was written is
// the release, and nothing is destroyed before everything was read back.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { merkleRoot } from '#app/domain/publication/merkle.ts';
import type { Release } from '#app/domain/publication/release.ts';
import { closeSurvey, loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { closingDay } from '#app/domain/surveys/phase.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import { forgetAsking } from '#app/services/forgetting.server.ts';
import { stopTaking } from '#app/services/answering/open-survey.server.ts';
import { noteDown } from '#app/services/journal.server.ts';
import { releaseFiles } from '#app/services/public-records.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { destroyBox, hasBox, isOfEarlierForm, markClosing, placeOf, writePrivately } from '#db/boxes.server.ts';
import type { StoredRelease } from '#db/index.server.ts';
import { tallyInThread } from './tally-thread.server.ts';
import type { Progress, TallyRefusal } from './tally.server.ts';

export type CloseRefusal = 'not-found' | 'not-sealed' | 'ballots-lost' | TallyRefusal;

// Releases are a chain: one survey is closed after the other.
let turn: Promise<unknown> = Promise.resolve();

const stops = new WeakMap<App['data'], AbortController>();

function stopOf({ data }: App): AbortController {
  const stop = stops.get(data) ?? new AbortController();
  stops.set(data, stop);
  return stop;
}

/** Ends a tally that runs and lets none begin; resolves when nothing of a closing is under way. The next start closes what is marked. */
export async function stopClosing(app: App): Promise<void> {
  stopOf(app).abort();
  await turn;
}

/** Ends with exactly one release and no ballots. Calling it for a survey that is closed already finishes what was interrupted. */
export function close(app: App, id: string, progress: (progress: Progress) => void): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const closing = turn.then(() => closeNow(app, id, progress));
  turn = closing.catch(() => undefined);
  return closing;
}

async function closeNow(app: App, id: string, progress: (progress: Progress) => void): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const survey = await app.data.surveys.get(id);
  if (!survey) return refused('not-found');
  const { dataFolder } = app.config;
  const before = await app.data.releases.ofSurvey(id);
  if (!before && survey.state !== 'sealed') return refused('not-sealed');
  if (!before && !hasBox(dataFolder, id)) return lose(app, survey);
  // Interrupted after the box was gone, perhaps: what asks for answers goes once more.
  if (before && !hasBox(dataFolder, id)) {
    await forgetAsking(app, survey);
    return done(before);
  }
  if (!before && isOfEarlierForm(placeOf(dataFolder, id))) throw new Error(`sealed by an earlier version, which alone can count it: ${id}`);
  markClosing(dataFolder, id);
  await stopTaking(app, id);
  app.checkpoint?.('close:stopped');
  const release = before ? done(before) : await tallied(app, survey, progress);
  if (!release.ok) return release;
  await keepFile(app, release.value);
  await readBack(app, release.value);
  app.checkpoint?.('close:read-back');
  await forgetAsking(app, survey);
  app.checkpoint?.('close:asking-forgotten');
  await destroyBox(dataFolder, id, (step) => app.checkpoint?.(`close:${step}`));
  app.checkpoint?.('close:destroyed');
  return release;
}

async function tallied(app: App, survey: Survey, progress: (progress: Progress) => void): Promise<Outcome<StoredRelease, CloseRefusal>> {
  const manifest = await app.data.manifests.ofSurvey(survey.id);
  if (!manifest) throw new Error(`a sealed survey without a manifest: ${survey.id}`);
  const latest = await app.data.releases.latest();
  const order = {
    dataFolder: app.config.dataFolder,
    manifest: manifest.text,
    manifestHash: manifest.hash,
    closed: closingDay(survey, app.today()),
    previous: latest?.hash ?? null,
  };
  const told = (made: Progress) => {
    progress(made);
    if (made.auditing) app.checkpoint?.('close:auditing');
  };
  const result = await tallyInThread(order, told, stopOf(app).signal);
  if (!result.ok) return result;
  app.checkpoint?.('close:tallied');
  const { text, hash, receipts } = result.value;
  const files = releaseFiles(app, survey.id);
  await mkdir(dirname(files.receipts), { recursive: true, mode: 0o700 });
  // Of the same box it is the same list every time: written before the release, it can be written again.
  writePrivately(files.receipts, receipts.map((receipt) => `${receipt}\n`).join(''));
  app.checkpoint?.('close:receipts-written');
  const releasedAt = app.today();
  const stored = { surveyId: survey.id, hash, previous: order.previous, position: (latest?.position ?? -1) + 1, text, releasedAt };
  await app.data.transaction(async (stores) => {
    const closed = closeSurvey(survey, releasedAt, order.closed);
    if (!closed.ok || !(await stores.surveys.replace(closed.value, 'sealed'))) throw new Error('closed by somebody else meanwhile');
    if (!(await stores.releases.add(stored))) throw new Error('released by somebody else meanwhile');
    await noteDown(app, stores, [{ kind: 'closed', by: 'clock', what: titleIn(survey) }]);
  });
  app.checkpoint?.('close:released');
  return done(stored);
}

async function keepFile(app: App, release: StoredRelease): Promise<void> {
  const { release: path } = releaseFiles(app, release.surveyId);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (contentOf(path) !== release.text) writePrivately(path, release.text);
  app.checkpoint?.('close:file-written');
}

/** Throws where anything differs: then nothing is destroyed, and closing can be tried again. */
async function readBack(app: App, { surveyId, text, hash }: StoredRelease): Promise<void> {
  const files = releaseFiles(app, surveyId);
  const stored = await app.data.releases.ofSurvey(surveyId);
  if (stored?.text !== text || stored.hash !== hash) throw new Error(`the release of ${surveyId} reads back differently`);
  if (contentOf(files.release) !== text) throw new Error(`the release file of ${surveyId} reads back differently`);
  const receipts = (contentOf(files.receipts) ?? '').split('\n').filter((line) => line !== '');
  if (merkleRoot(receipts) !== (JSON.parse(text) as Release).receipts) throw new Error(`the receipts of ${surveyId} read back differently`);
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

async function lose(app: App, survey: Survey): Promise<Outcome<never, 'ballots-lost'>> {
  const lost = loseSurvey(survey, app.today(), closingDay(survey, app.today()));
  const what = titleIn(survey);
  if (lost.ok) {
    await app.data.transaction(async (stores) => {
      if (await stores.surveys.replace(lost.value, 'sealed')) await noteDown(app, stores, [{ kind: 'lost', by: 'clock', what }]);
    });
  }
  await stopTaking(app, survey.id);
  await forgetAsking(app, survey);
  return refused('ballots-lost');
}
