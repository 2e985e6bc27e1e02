// Files and folders that must still be there, or must be gone for good, after a power cut.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
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

export { shred, shredFolder, shredLeftovers } from '../disk.server.ts';
