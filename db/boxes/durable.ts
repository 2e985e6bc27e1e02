// Files and folders that must still be there, or must be gone for good, after a power cut.
import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

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

/** Overwrites before unlinking: against somebody who reads the free blocks of the disk. Journalling file systems and flash may
 * keep older copies all the same. Large files take a while: the disk is waited for off the event loop. */
export async function shred(path: string): Promise<void> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const noise = randomFillSync(Buffer.allocUnsafe(Math.min(size, 1 << 20)));
  const file = await open(path, 'r+');
  try {
    for (let at = 0; at < size; at += noise.length) await file.write(noise, 0, Math.min(noise.length, size - at), at);
    await file.sync();
  } finally {
    await file.close();
  }
  rmSync(path, { force: true });
}
