// While HR says what a file of past answers holds, it waits on disk, readable by this program alone and for a day at most. It is in no
// backup, and it is gone as soon as its release is published.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '#app/domain/kernel/day.ts';
import type { PastCounting } from '#app/domain/past-surveys/counting.ts';
import type { PastLayout, PastQuestion, PastRole } from '#app/domain/past-surveys/mapping.ts';
import type { Encoding } from '#app/domain/tables/encodings.ts';
import type { App } from '#app/platform/app.server.ts';
import { replaceFile, shredFolder, shredLeftovers } from '#db/disk.server.ts';

const longest = 24 * 60 * 60_000;

const folderOf = (app: App) => join(app.config.dataFolder, 'past');

// An id comes back from a browser: it must not lead out of the folder.
const isId = (id: string) => /^[\w-]{1,64}$/.test(id);

/** What HR has said so far. A part that is said anew makes everything void that was read by it: `revision` tells the parts apart. */
export interface StagedSurvey {
  readonly title: string;
  readonly closed: Day;
  /** In which the words can be read, where somebody said so. */
  readonly encoding: Encoding | null;
  readonly columns: { readonly revision: number; readonly layout: PastLayout; readonly roles: readonly PastRole[]; readonly counting: PastCounting } | null;
  readonly values: StagedValues | null;
}

export interface StagedValues {
  readonly revision: number;
  /** By a department as the file calls it: the one of today, null for one that existed only then. */
  readonly places: readonly (readonly [string, string | null])[];
  /** By a question as a long file calls it. */
  readonly questions: readonly (readonly [string, PastQuestion])[];
  readonly skipInvalid: boolean;
}

export interface Stage {
  readonly id: string;
  readonly folder: string;
}

export function newStage(app: App): Stage {
  const id = app.newId();
  const folder = join(folderOf(app), id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { id, folder };
}

export const answersOf = ({ folder }: Pick<Stage, 'folder'>): string => join(folder, 'answers');

/** Null where there is no such stage (any more). */
export function readStage(app: App, id: string): (Stage & StagedSurvey) | null {
  const folder = join(folderOf(app), id);
  if (!isId(id) || !existsSync(answersOf({ folder }))) return null;
  const survey = readResult<StagedSurvey>({ folder }, 'survey');
  return survey && { id, folder, ...survey };
}

/** Together or not at all: somebody may read it meanwhile. What stood there before is overwritten. */
export function writeResult({ folder }: Pick<Stage, 'folder'>, name: string, value: unknown): void {
  const path = join(folder, `${name}.json`);
  writeFileSync(`${path}.part`, JSON.stringify(value), { mode: 0o600 });
  replaceFile(`${path}.part`, path);
}

export function readResult<T>({ folder }: Pick<Stage, 'folder'>, name: string): T | null {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
}

/** What was read otherwise is void. */
export function removeResult({ folder }: Pick<Stage, 'folder'>, name: string): void {
  rmSync(join(folder, `${name}.json`), { force: true });
}

export function saveStage(stage: Stage, survey: StagedSurvey): void {
  const { title, closed, encoding, columns, values } = survey;
  writeResult(stage, 'survey', { title, closed, encoding, columns, values });
}

/** SHA-256 (hex) of the file; null before it was looked at. */
export function fileHashOf(stage: Pick<Stage, 'folder'>): string | null {
  return readResult<{ readonly hash?: string }>(stage, 'look')?.hash ?? null;
}

/** Nobody finds it from the first moment on; resolves when all of it has been overwritten. */
export async function removeStage(app: App, id: string): Promise<void> {
  if (isId(id)) await shredFolder(join(folderOf(app), id));
}

function stageIds(app: App): string[] {
  return existsSync(folderOf(app)) ? readdirSync(folderOf(app)).filter(isId) : [];
}

export function stages(app: App): (Stage & StagedSurvey)[] {
  return stageIds(app).flatMap((id) => readStage(app, id) ?? []);
}

/** Counted from the moment when the file had come in, whatever was said about it since. */
function isOld(app: App, id: string): boolean {
  const folder = join(folderOf(app), id);
  const { mtimeMs } = statSync(existsSync(answersOf({ folder })) ? answersOf({ folder }) : folder);
  return app.now().getTime() - mtimeMs > longest;
}

/** Files that nobody published and nobody gave up, and what an interrupted end left. */
export async function forgetOldStages(app: App): Promise<void> {
  await shredLeftovers(folderOf(app));
  for (const id of stageIds(app)) if (isOld(app, id)) await removeStage(app, id);
}

/** At a start: a file that had not come in whole when the portal ended is nobody's. */
export async function forgetBrokenUploads(app: App): Promise<void> {
  for (const id of stageIds(app)) if (!readStage(app, id)) await removeStage(app, id);
}

/** For the privacy check: how many wait, and which have waited too long or can be read by others. */
export function inspectStages(app: App): { readonly waiting: number; readonly found: readonly string[] } {
  const ids = stageIds(app);
  const others = (path: string) => (statSync(path).mode & 0o077) !== 0;
  const isShielded = (id: string) => !others(folderOf(app)) || !others(join(folderOf(app), id));
  return { waiting: ids.length, found: ids.filter((id) => isOld(app, id) || !isShielded(id)).map((id) => `past/${id}`) };
}
