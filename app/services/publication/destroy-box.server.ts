// The one place where a box is destroyed. A box that may hold a ballot goes on one of two grounds: its release was read back from the
// disk, or somebody said so (that it is given up, or the plan it asked about), or let thirty days pass after being told three times. The ground is looked for here, again, and not taken
// from whoever asks.
import { readFileSync } from 'node:fs';
import { merkleRoot } from '#app/domain/publication/release/merkle.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { isExpired } from '#app/domain/surveys/set-aside.ts';
import { releaseFiles } from './show-public-records.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { destroyBox } from '#db/boxes.server.ts';
import { isUsed } from './find-folder.server.ts';
import { isWithdrawn } from './find-withdrawn.server.ts';

export type Ground = 'released' | 'given-up' | 'expired' | 'never-used' | 'withdrawn';

/** Throws, with everything left as it is, where the ground does not hold. */
export async function destroyOn(app: App, id: string, ground: Ground): Promise<void> {
  await grounds[ground](app, id);
  if (ground === 'released') app.checkpoint?.('close:read-back');
  await destroyBox(app.config.dataFolder, id, (step) => app.checkpoint?.(`close:${step}`));
  app.checkpoint?.('close:destroyed');
}

const grounds: Readonly<Record<Ground, (app: App, id: string) => Promise<void>>> = {
  released: readBack,
  async 'given-up'(app, id) {
    const aside = await app.data.setAsides.get(id);
    if (aside?.ended !== null || aside.wish !== 'give-up') throw new Error(`nobody gave ${id} up`);
  },
  async expired(app, id) {
    const aside = await app.data.setAsides.get(id);
    if (!aside || !isExpired(aside, app.today())) throw new Error(`${id} still waits for a decision`);
  },
  async withdrawn(app, id) {
    const survey = await app.data.surveys.get(id);
    if (survey?.state !== 'lost' || !(await isWithdrawn(app, survey))) throw new Error(`the plan of ${id} still waits for it`);
  },
  async 'never-used'(app, id) {
    const state = (await app.data.surveys.get(id))?.state ?? null;
    if (state !== null && state !== 'draft') throw new Error(`${id} is no draft`);
    if (await isUsed(app, id)) throw new Error(`${id} may hold a ballot`);
  },
};

async function readBack(app: App, id: string): Promise<void> {
  const files = releaseFiles(app, id);
  const stored = await app.data.releases.ofSurvey(id);
  if (!stored) throw new Error(`there is no release of ${id}`);
  if (contentOf(files.release) !== stored.text) throw new Error(`the release file of ${id} reads back differently`);
  const receipts = (contentOf(files.receipts) ?? '').split('\n').filter((line) => line !== '');
  if (merkleRoot(receipts) !== releaseIn(stored.text).receipts) throw new Error(`the receipts of ${id} read back differently`);
}

export function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
