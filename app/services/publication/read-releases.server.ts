// Releases as values, read from the data each time: pages read them through the cache of releases.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { day } from '#app/domain/kernel/day.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { closeSurvey } from '#app/domain/surveys/lifecycle.ts';
import type { App } from '#app/platform/app.server.ts';
import type { StoredRelease } from '#db/index.server.ts';

export interface KnownRelease {
  readonly surveyId: string;
  /** SHA-256 (hex). */
  readonly hash: string;
  readonly release: Release;
  /** Calendar day. */
  readonly releasedAt: string;
}

export async function releaseOf(app: App, surveyId: string): Promise<KnownRelease | null> {
  const stored = (await app.data.releases.ofSurvey(surveyId)) ?? (await pastReleaseOf(app, surveyId));
  return stored && { surveyId, hash: stored.hash, releasedAt: stored.releasedAt, release: releaseIn(stored.text) };
}

async function pastReleaseOf(app: App, surveyId: string): Promise<Pick<StoredRelease, 'hash' | 'text' | 'releasedAt'> | null> {
  const past = await app.data.pastSurveys.get(surveyId);
  return past && { hash: past.hash, text: past.text, releasedAt: past.broughtAt };
}

/**
 * Takes releases back in that are files but not in the database: an old backup was restored. Only files that continue the chain
 * and verify; the surveys they belong to are closed. Gives the ids that were adopted.
 */
export async function adoptReleases(app: App): Promise<string[]> {
  const files = await releaseTexts(app);
  const adopted: string[] = [];
  for (let latest = await app.data.releases.latest(); ; ) {
    // A release of a file stands outside the chain and follows nothing.
    const next = files.find(({ release }) => release.manifest !== null && release.previous === (latest?.hash ?? null));
    if (!next || (await app.data.releases.ofSurvey(next.release.survey.id))) return adopted;
    const { text, hash, release } = next;
    const releasedAt = app.today();
    const stored = { surveyId: release.survey.id, hash, previous: release.previous, position: (latest?.position ?? -1) + 1, text, releasedAt };
    await app.data.transaction(async (stores) => {
      const survey = await stores.surveys.get(stored.surveyId);
      const closed = survey && closeSurvey({ ...survey, state: 'sealed' }, releasedAt, day(release.survey.closed));
      if (closed?.ok) await stores.surveys.replace(closed.value, survey!.state);
      await stores.releases.add(stored);
    });
    adopted.push(stored.surveyId);
    latest = stored;
  }
}

async function releaseTexts(app: App): Promise<{ text: string; hash: string; release: Release }[]> {
  const folder = join(app.config.dataFolder, 'releases');
  const known = new Set((await app.data.releases.all()).map(({ surveyId }) => `${surveyId}.json`));
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json') && !known.has(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => {
    const { release, hash, problems } = verifyText(text);
    return release && hash !== null && problems.length === 0 ? [{ text, hash, release }] : [];
  });
}
