// What closed surveys left: one release each, in the database and as the same file, in one chain, each verified as anybody can verify
// it; the list of receipts; and nothing else.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { merkleRoot } from '#app/domain/publication/release/merkle.ts';
import { releaseOrNull } from '#app/domain/publication/release/release-text.ts';
import { isSealedAs, manifestOrNull } from '#app/domain/publication/tally/manifest-text.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { nothingFound, type PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import type { App } from '#app/platform/app.server.ts';
import type { StoredRelease } from '#db/index.server.ts';
import { brokenPastSurveys } from '#app/services/past-surveys/keep-past-survey.server.ts';
import { releaseFiles } from '#app/services/publication/show-public-records.server.ts';

const contentOf = (path: string) => readFile(path, 'utf8').catch(() => null);

export async function checkClosedSurveys(app: App): Promise<PrivacyCheck[]> {
  const folders: string[] = [];
  const releases: string[] = [];
  const receipts: string[] = [];
  const all = await app.data.releases.all();
  const closed = (await app.data.surveys.inState('closed')).map(({ id }) => id);
  const released = new Set(all.map(({ surveyId }) => surveyId));
  releases.push(...closed.filter((id) => !released.has(id)));
  for (const [index, release] of all.entries()) {
    if (existsSync(join(app.config.dataFolder, 'open', release.surveyId))) folders.push(release.surveyId);
    if (!(await holds(app, release, all[index - 1]))) releases.push(release.surveyId);
    if (!(await receiptsHold(app, release))) receipts.push(release.surveyId);
  }
  const past = await brokenPastSurveys(app);
  const n = all.length;
  return [nothingFound('closed-surveys', folders, { n }), nothingFound('releases', [...releases, ...past.found], { n: n + past.n }), nothingFound('receipts', receipts, { n })];
}

async function holds(app: App, { surveyId, text, hash, previous }: StoredRelease, before: StoredRelease | undefined): Promise<boolean> {
  if (previous !== (before?.hash ?? null)) return false;
  const earlier = before && releaseOrNull(before.text);
  // What was written over before it was said already; whether this one follows on it can no longer be said.
  if (earlier === null) return false;
  const expected = { hash, previous: earlier };
  return verifyText(text, expected).problems.length === 0 && (await contentOf(releaseFiles(app, surveyId).release)) === text;
}

/** The published list is the one whose root stands in the release; null where no papers were given. */
async function receiptsHold(app: App, { surveyId, text }: StoredRelease): Promise<boolean> {
  const release = releaseOrNull(text);
  if (!release) return false;
  const { receipts: root } = release;
  const list = await contentOf(releaseFiles(app, surveyId).receipts);
  if (root === null) return list === null || list === '';
  return list !== null && merkleRoot(list.split('\n').filter((line) => line !== '')) === root;
}

/** Manifests are what their hash says in canonical form, in every language, and the pages they name are kept, byte for byte. */
export async function checkManifests(app: App): Promise<PrivacyCheck> {
  const found: string[] = [];
  const sealed = (await app.data.surveys.withConsultations()).filter(({ state }) => state !== 'draft');
  const pages = new Map<string, boolean>();
  for (const { id, manifestHash } of sealed) {
    const stored = await app.data.manifests.ofSurvey(id);
    const manifest = stored && manifestOrNull(stored.text);
    const whole = manifest && stored.hash === manifestHash && isSealedAs(stored.text, stored.hash);
    for (const page of manifest ? Object.values(manifest.pages) : []) {
      if (!pages.has(page)) pages.set(page, sha256((await app.data.ballotPages.get(page))?.body ?? '') === page);
    }
    if (!whole || !Object.values(manifest.pages).every((page) => pages.get(page))) found.push(id);
  }
  return nothingFound('manifests', found, { n: sealed.length });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
