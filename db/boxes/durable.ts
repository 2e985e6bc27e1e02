// Files and folders that must still be there, or must be gone for good, after a power cut.
import { randomFillSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes what was written, created, renamed or removed in a folder (or written to a file) last. */
export function settle(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Readable by the program's own user only; there whole or not at all. */
export function writePrivately(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}.unfinished`;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const handle = openSync(unfinished, 'w', 0o600);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, path);
  settle(dirname(path));
}

/** Overwrites every block before unlinking: against somebody who reads the free blocks of the disk. A file system that copies on write,
 * and flash, may keep older copies all the same. Large files take a while: the disk is waited for off the event loop. */
export async function shred(path: string): Promise<void> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const file = await open(path, 'r+');
  try {
    const portion = Buffer.allocUnsafe(Math.min(size, 1 << 20));
    for (let at = 0; at < size; ) {
      const { bytesWritten } = await file.write(randomFillSync(portion), 0, Math.min(portion.length, size - at), at);
      at += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  rmSync(path, { force: true });
}

/** Everything in a folder, and the folder. */
export async function shredFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await shredFolder(path);
    else if (entry.isFile()) await shred(path);
  }
  rmSync(folder, { recursive: true, force: true });
}
