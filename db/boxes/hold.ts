// One process at a time takes ballots: two would each believe other slots to be free and write over what the other acknowledged.
import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database, { type SqliteDatabase } from '../dialects/sqlite-driver.ts';
import { makePrivateFolder } from './durable.ts';
import { openFolder } from './place.ts';

const held = new Map<string, SqliteDatabase>();

/** Only its lock is used: nothing is ever written into it, and no journal is made beside it. */
function lock(file: SqliteDatabase): void {
  file.pragma('journal_mode = MEMORY');
  file.exec('begin exclusive');
}

/** Held until the process ends, however it ends. False where another process holds the folder. */
export function holdBoxes(dataFolder: string): boolean {
  if (held.has(dataFolder)) return true;
  const folder = openFolder(dataFolder);
  makePrivateFolder(folder);
  // The driver would not say which folder it is.
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  closeSync(openSync(join(folder, '.held'), 'a', 0o600));
  const file = new Database(join(openFolder(dataFolder), '.held'), { timeout: 0 });
  try {
    lock(file);
  } catch {
    file.close();
    return false;
  }
  held.set(dataFolder, file);
  return true;
}

/**
 * Nobody else has this database of one file until it is let go of or the process ends; null where somebody has it. A lock of the system: a
 * lease would write times into the database's log, every few seconds, between those of people who sign in.
 */
export function holdDatabase(path: string): { letGo(): void } | null {
  if (held.has(path)) return null;
  closeSync(openSync(`${path}.held`, 'a', 0o600));
  const file = new Database(`${path}.held`, { timeout: 0 });
  try {
    lock(file);
  } catch {
    file.close();
    return null;
  }
  held.set(path, file);
  return {
    letGo() {
      held.delete(path);
      file.close();
    },
  };
}

/** Whether a process takes ballots here now. */
export function isHeld(dataFolder: string): boolean {
  if (held.has(dataFolder)) return true;
  const path = join(openFolder(dataFolder), '.held');
  if (!existsSync(path)) return false;
  const file = new Database(path, { timeout: 0 });
  try {
    lock(file);
    file.exec('rollback');
    return false;
  } catch {
    return true;
  } finally {
    file.close();
  }
}

export function letGoOfBoxes(dataFolder: string): void {
  held.get(dataFolder)?.close();
  held.delete(dataFolder);
}
