// The closed surveys as analysis reads them. Everything plans say about people comes from here, and so from a release.
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { App } from '#app/platform/app.server.ts';
import { factOnce, waveOfRelease } from '#app/services/publication/keep-releases.server.ts';

export interface ReleasedWave {
  readonly hash: string;
  readonly wave: Wave;
}

/** The first one first. `most`: only so many of the latest releases, where the earlier ones are not looked at. */
export async function releasedWaves(app: App, most = Infinity): Promise<ReleasedWave[]> {
  const listed = await app.data.releases.listed();
  const waves = await Promise.all(listed.slice(-most).map(async ({ hash }) => ({ hash, wave: await waveOfRelease(app, hash) })));
  return waves.flatMap(({ hash, wave }) => (wave ? [{ hash, wave }] : []));
}

/** Undefined before the first survey that published anything; one that too few answered is passed over. */
export async function latestWave(app: App): Promise<ReleasedWave | undefined> {
  for (const { hash } of (await app.data.releases.listed()).toReversed()) {
    const wave = await waveOfRelease(app, hash);
    if (wave) return { hash, wave };
  }
  return undefined;
}

/** Everything people wrote that was ever published, to see that a plan repeats none of it. */
export async function publishedComments(app: App): Promise<string[]> {
  const listed = [...(await app.data.releases.listed()), ...(await app.data.pastSurveys.listed())];
  const all = await Promise.all(listed.map(({ hash }) => factOnce(app, { hash, asked: ['comments'] }, async () => (await waveOfRelease(app, hash))?.release.comments.map((one) => one.text))));
  return all.flatMap((texts) => texts ?? []);
}
