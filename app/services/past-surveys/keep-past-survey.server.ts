// Keeping the release of a past survey: in the database and as a file beside it, like every release, so that restoring an old backup
// cannot open the way for a second one of the same file.
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { storedWords } from '#app/domain/past-surveys/stored-words.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { areSameAnswers } from '#app/domain/past-surveys/same-answers.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { pastSurveyId, type PastWords } from '#app/domain/past-surveys/past-survey.ts';
import { releaseFiles } from '#app/services/publication/show-public-records.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { fileHashOf, forgetBrokenUploads, forgetOldStages, removeStage, stages } from './stage-files.server.ts';

interface Kept {
  /** Canonical JSON of the release. */
  readonly text: string;
  readonly hash: string;
  readonly words: PastWords;
}

/** Beside the release: what no manifest tells. */
const wordsFile = (app: App, id: string) => join(dirname(releaseFiles(app, id).release), `${id}.words`);

/** Whether nearly the same answers were published as another past survey: compared with it, this one would tell about the few who differ. */
export async function isPublishedAlready(app: App, release: Release): Promise<boolean> {
  for (const { id } of await app.data.pastSurveys.listed()) {
    const stored = await app.data.pastSurveys.get(id);
    if (stored && areSameAnswers(release, releaseIn(stored.text))) return true;
  }
  return false;
}

/** Gives the survey's id. Throws where the release does not verify: then nothing is kept. */
export async function keepPastSurvey(app: App, { text, hash, words }: Kept): Promise<Outcome<string, 'past-known' | 'past-same'>> {
  const release = releaseIn(text);
  const { survey } = release;
  const { problems } = verifyText(text, { hash });
  if (problems.length > 0) throw new Error(`the release of ${survey.id} does not verify: ${problems[0]!.code}`);
  if (await app.data.pastSurveys.get(survey.id)) return refused('past-known');
  if (await isPublishedAlready(app, release)) return refused('past-same');
  const files = releaseFiles(app, survey.id);
  await mkdir(dirname(files.release), { recursive: true, mode: 0o700 });
  await writeWhole(wordsFile(app, survey.id), storedWords.write(words));
  await writeWhole(files.release, text);
  const stored = { id: survey.id, hash, closed: survey.closed, text, words, broughtAt: app.today() };
  return (await app.data.pastSurveys.add(stored)) ? done(survey.id) : refused('past-known');
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.unfinished`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.unfinished`, path);
}

/** Takes past surveys back in that are files but not in the database: an old backup was restored. Gives their ids. */
async function adoptPastSurveys(app: App): Promise<string[]> {
  const folder = dirname(releaseFiles(app, '').release);
  const ids = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.words')).map((name) => name.slice(0, -'.words'.length));
  const adopted: string[] = [];
  for (const id of ids) {
    if (await app.data.pastSurveys.get(id)) continue;
    const text = await readFile(releaseFiles(app, id).release, 'utf8').catch(() => '');
    const { release, hash, problems } = verifyText(text);
    if (!release || hash === null || problems.length > 0 || release.manifest !== null || release.survey.id !== id) continue;
    const words = storedWords.read(await readFile(wordsFile(app, id), 'utf8'));
    const stored = { id, hash, closed: release.survey.closed, text, words, broughtAt: app.today() };
    if (await app.data.pastSurveys.add(stored)) adopted.push(id);
  }
  return adopted;
}

/** At a start: what is published is in the database, and no file waits that was published already or has waited too long. */
export async function tidyPastSurveys(app: App): Promise<void> {
  await adoptPastSurveys(app);
  await forgetOldStages(app);
  await forgetBrokenUploads(app);
  for (const stage of stages(app)) {
    const hash = fileHashOf(stage);
    if (hash !== null && (await app.data.pastSurveys.get(pastSurveyId(hash)))) await removeStage(app, stage.id);
  }
}

/** Past surveys that do not verify, or whose file is not the same as in the database. */
export async function brokenPastSurveys(app: App): Promise<{ readonly n: number; readonly found: readonly string[] }> {
  const listed = await app.data.pastSurveys.listed();
  const found: string[] = [];
  for (const { id, hash } of listed) {
    const text = (await app.data.pastSurveys.get(id))?.text ?? '';
    const { release, problems } = verifyText(text, { hash });
    const file = await readFile(releaseFiles(app, id).release, 'utf8').catch(() => null);
    if (problems.length > 0 || release?.previous !== null || file !== text) found.push(id);
  }
  return { n: listed.length, found };
}
