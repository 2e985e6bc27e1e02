// Between the dry run and the import a people file waits on disk, readable by this program alone and for an hour at most: it holds
// what a staff system knows about everybody.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

/** Files that nobody came back for, and what an interrupted end left. */
export async function forgetOldStages(app: App): Promise<void> {
  if (!existsSync(folderOf(app))) return;
  await shredLeftovers(folderOf(app));
  for (const name of readdirSync(folderOf(app)).filter(isId)) {
    const folder = join(folderOf(app), name);
    if (app.now().getTime() - statSync(folder).mtimeMs > longest) await shredFolder(folder);
  }
}

/** Null where there is no such stage (any more). Files are named by the fields of the form. */
export function stagedFiles(app: App, id: string): PeopleFiles | null {
  const read = (name: string) => {
    const file = join(folderOf(app), id, name);
    return existsSync(file) ? readFileSync(file) : null;
  };
  const people = isId(id) ? read('people') : null;
  const said = isId(id) ? read('choices') : null;
  return people && { people, departments: read('departments'), ...(said && { choices: storedChoices.read(said.toString('utf8')) }) };
}

/** What somebody said of the file that waits. False where it waits no more. */
export function sayOfStage(app: App, id: string, choices: PeopleChoices): boolean {
  if (!isId(id) || !existsSync(join(folderOf(app), id, 'people'))) return false;
  writeFileSync(join(folderOf(app), id, 'choices'), storedChoices.write(choices), { mode: 0o600 });
  return true;
}

/** Nobody finds it from the first moment on; resolves when all of it has been overwritten. */
export async function removeStage(app: App, id: string): Promise<void> {
  if (isId(id)) await shredFolder(join(folderOf(app), id));
}
