// The third door: how files end. Against somebody who reads the free blocks of the disk, what a file held is overwritten where it lies
// before its name is removed. File systems that write elsewhere, and flash, may keep older copies all the same (docs/threat-model.md).
import { randomFillSync } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Overwrites, waits for the disk, then unlinks. Large files take a while: the disk is waited for off the event loop. */
export async function shred(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isFile() && found.size > 0) await overwrite(path);
  // Letting go of the blocks of a large file takes a while too.
  await rm(path, { force: true });
}

async function overwrite(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    // Asked of the file itself: somebody may have been writing to it still.
    const { size } = await file.stat();
    const noise = randomFillSync(Buffer.allocUnsafe(Math.min(size, 1 << 20)));
    for (let at = 0; at < size; ) at += (await file.write(noise, 0, Math.min(noise.length, size - at), at)).bytesWritten;
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What is on its way out has a name under which nobody looks for it. */
const going = '.going-';

/** Two may end the same file at the same moment: what one has removed already is no failure of the other. */
async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Every file below the folder, then the folder. From the first moment nobody finds it under its name any more; what a crash leaves of
 * it is found by `shredLeftovers`. */
export async function shredFolder(folder: string): Promise<void> {
  const gone = join(dirname(folder), `${going}${basename(folder)}`);
  await unlessGone(emptied(gone));
  await unlessGone(rename(folder, gone));
  await unlessGone(emptied(gone));
}

async function emptied(folder: string): Promise<void> {
  // A thread may have been writing when the folder went: until nothing comes any more.
  for (let names = await readdir(folder); names.length > 0; names = await readdir(folder)) {
    for (const name of names) {
      const path = join(folder, name);
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) await unlessGone(emptied(path));
      else await unlessGone(shred(path));
    }
  }
  await rmdir(folder);
}

/** Finishes what was interrupted in a folder of folders. */
export async function shredLeftovers(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) if (name.startsWith(going)) await unlessGone(emptied(join(folder, name)));
}

/** Puts `fresh` in the place of `path`, at once, and overwrites what was there. For small files: everybody waits for the disk. */
export function replaceFile(fresh: string, path: string): void {
  const old = `${path}.old`;
  const inode = (one: string) => statSync(one, { throwIfNoEntry: false })?.ino;
  // What a crash left: a second name of what is still in its place, or of what is not.
  if (inode(old) !== undefined && inode(old) !== inode(path)) overwriteNow(old);
  // A second name for what was there: the first leads to the new one without a moment in which it leads nowhere.
  if (inode(path) !== undefined && inode(old) === undefined) linkSync(path, old);
  renameSync(fresh, path);
  if (inode(old) !== undefined) overwriteNow(old);
}

function overwriteNow(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    const { size } = fstatSync(handle);
    for (let at = 0; at < size; ) at += writeSync(handle, randomFillSync(Buffer.allocUnsafe(size - at)), 0, size - at, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path);
}
