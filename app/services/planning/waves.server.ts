// The closed surveys as analysis reads them. Everything plans say about people comes from here, and so from a release.
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/release-cache.server.ts';

export interface ReleasedWave {
  readonly hash: string;
  readonly wave: Wave;
}

/** The first one first. */
export async function releasedWaves(app: App): Promise<ReleasedWave[]> {
  const listed = await app.data.releases.listed();
  const waves = await Promise.all(listed.map(async ({ hash }) => ({ hash, wave: await waveOfRelease(app, hash) })));
  return waves.flatMap(({ hash, wave }) => (wave ? [{ hash, wave }] : []));
}
