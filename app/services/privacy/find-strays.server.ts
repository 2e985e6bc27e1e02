// Looks through files for what must not be in them: keys and rolls outside their places, mentions of ballots in logs.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Paths relative to the folder, of every file below it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

/** Whether any of these stands in the file, wherever it lies. A file that vanishes meanwhile holds nothing. */
export async function holdsAny(path: string, sought: readonly (string | Uint8Array)[]): Promise<boolean> {
  const needles = sought.map((one) => Buffer.from(one as string));
  const longest = Math.max(1, ...needles.map(({ length }) => length));
  let before = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const window = Buffer.concat([before, chunk as Buffer]);
      if (needles.some((needle) => window.includes(needle))) return true;
      before = window.subarray(Math.max(0, window.length - longest + 1));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return false;
}

/** Every private key in text form ends its first line so. */
export const keyMark = 'PRIVATE KEY-----';

const logFile = /(\.|^|\/)logs?(\.|\/|$)/;
const ballotWays = ['/box/', '/manifest/', '/paper/', '/receipts/', '/ballot/'];

/** The portal's own data: to open and close these files here would let go of the locks this process holds on them, and another process
 * could take the log away from under it. What stands in them is sought in the backup that is made of it. */
const isData = (file: string) => /(^|\/)murmur\.\w+(-wal|-shm)?$/.test(file);

/** Files outside the open surveys that hold a key or a roll. */
export async function strays(folder: string, secrets: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    if (!file.startsWith('open/') && !isData(file) && (await holdsAny(join(folder, file), [keyMark, ...secrets]))) found.push(file);
  }
  return found;
}

/** Log files that mention the ways of ballots. */
export async function talkativeLogs(folder: string): Promise<{ readonly logs: number; readonly found: string[] }> {
  const logs = (await filesBelow(folder)).filter((file) => logFile.test(file));
  const found: string[] = [];
  for (const file of logs) if (await holdsAny(join(folder, file), ballotWays)) found.push(file);
  return { logs: logs.length, found };
}
