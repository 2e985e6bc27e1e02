// What anybody may fetch without saying who they are: ballot pages and manifests by their hashes, and after closing the list of
// receipts. Pages and manifests stay: whoever kept a link can check afterwards what was promised.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { sealedIn } from '#app/domain/publication/tally/manifest-text.ts';
import type { App } from '#app/platform/app.server.ts';

const isNamedBy = (hash: string, text: string) => createHash('sha256').update(text).digest('hex') === hash;

/** Null also where the database holds other bytes under this name: whoever may write to it would put a script of their own into the page. */
export async function ballotPageOf(app: App, hash: string): Promise<string | null> {
  const page = await app.data.ballotPages.get(hash);
  return page && isNamedBy(hash, page.body) ? page.body : null;
}

/** Canonical JSON, and for whoever names a language a second line with its words. */
export async function manifestOf(app: App, hash: string, language: Tongue | null): Promise<string | null> {
  const text = (await app.data.manifests.get(hash))?.text;
  if (text === undefined) return null;
  return language === null ? text.split('\n', 1)[0]! : sealedIn(text, language);
}

export interface ReleaseFiles {
  /** Canonical JSON of the release, exactly as it was hashed. */
  readonly release: string;
  /** One receipt (hex) per line, sorted. */
  readonly receipts: string;
}

/** Beside the database, so that restoring an old backup cannot bring a closed survey back to life without its release. */
export function releaseFiles(app: App, surveyId: string): ReleaseFiles {
  const folder = join(app.config.dataFolder, 'releases');
  return { release: join(folder, `${surveyId}.json`), receipts: join(folder, `${surveyId}.receipts`) };
}

/** The published list, as bytes; null before closing. */
export async function receiptsOf(app: App, surveyId: string): Promise<Buffer | null> {
  if (!(await app.data.releases.ofSurvey(surveyId))) return null;
  return readFile(releaseFiles(app, surveyId).receipts).catch(() => null);
}
