// One process at a time takes ballots: two would each believe other slots to be free and write over what the other acknowledged.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makePrivateFolder } from './durable.ts';
import { openFolder } from './place.ts';

const held = new Map<string, Database.Database>();

/** Held until the process ends, however it ends. False where another process holds the folder. */
export function holdBoxes(dataFolder: string): boolean {
  if (held.has(dataFolder)) return true;
  makePrivateFolder(openFolder(dataFolder));
  const lock = new Database(join(openFolder(dataFolder), '.held'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    return false;
  }
  held.set(dataFolder, lock);
  return true;
}

export function letGoOfBoxes(dataFolder: string): void {
  held.get(dataFolder)?.close();
  held.delete(dataFolder);
}
