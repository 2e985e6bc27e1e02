// Between the dry run and the import a people file waits on disk, readable by this program alone and for an hour at most: it holds
// what a staff system knows about everybody.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '#app/platform/app.server.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { storedChoices } from '#app/domain/organisation/stored-choices.ts';
import type { PeopleFiles } from './import-people.server.ts';
import { shredFolder, shredLeftovers } from '#db/disk.server.ts';

const longest = 60 * 60_000;

const folderOf = (app: App) => join(app.config.dataFolder, 'uploads');

// An id comes back from a browser: it must not lead out of the folder.
const isId = (id: string) => /^[\w-]{1,64}$/.test(id);

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

/** What was copied out of a spreadsheet waits as a file does. The id of its stage. */
export function stagePasted(app: App, pasted: string): string {
  const { id, folder } = newStage(app);
  writeFileSync(join(folder, 'people'), pasted, { mode: 0o600 });
  return id;
}

/** Files that nobody came back for, and what an interrupted end left. */
export async function forgetOldStages(app: App): Promise<void> {
  if (!existsSync(folderOf(app))) return;
  await shredLeftovers(folderOf(app));
  for (const name of readdirSync(folderOf(app)).filter(isId)) {
    const folder = join(folderOf(app), name);
    if (app.now().getTime() - statSync(folder).mtimeMs > longest) await shredFolder(folder);
  }
}

export const isStaged = (app: App, id: string): boolean => isId(id) && existsSync(join(folderOf(app), id, 'people'));

/** What was said of a file that waits; null where nothing was. */
export function saidOfStage(app: App, id: string): PeopleChoices | null {
  const file = join(folderOf(app), id, 'choices');
  return isId(id) && existsSync(file) ? storedChoices.read(readFileSync(file, 'utf8')) : null;
}

/** Null where there is no such stage (any more). Files are named by the fields of the form; they may be large, and pages are answered meanwhile. */
export async function stagedFiles(app: App, id: string): Promise<PeopleFiles | null> {
  if (!isStaged(app, id)) return null;
  const read = (name: string) => readFile(join(folderOf(app), id, name)).catch(unlessGone);
  const [people, departments] = [await read('people'), await read('departments')];
  const choices = saidOfStage(app, id);
  return people && { people, departments, ...(choices && { choices }) };
}

function unlessGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

/** A file of a stage by the name of its field; null where there is none (any more). */
export async function stagedFile(app: App, id: string, field: string): Promise<Buffer | null> {
  return isId(id) ? await readFile(join(folderOf(app), id, field)).catch(unlessGone) : null;
}

/** What somebody said of the file that waits. False where it waits no more. */
export function sayOfStage(app: App, id: string, choices: PeopleChoices): boolean {
  if (!isStaged(app, id)) return false;
  writeFileSync(join(folderOf(app), id, 'choices'), storedChoices.write(choices), { mode: 0o600 });
  return true;
}

/** Nobody finds it from the first moment on; resolves when all of it has been overwritten. */
export async function removeStage(app: App, id: string): Promise<void> {
  if (isId(id)) await shredFolder(join(folderOf(app), id));
}
