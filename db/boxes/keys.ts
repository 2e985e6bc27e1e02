// The private keys of one survey, each a file that only the program's own user can read.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { shred } from './durable.ts';

export const boxFile = 'box.pem';
export const blockFile = (block: number) => `block-${block}.pem`;

export const blockKeyIn = (folder: string, block: number): KeyObject => createPrivateKey(readFileSync(join(folder, blockFile(block))));

/** `blocks`: how many there must be. */
export function readBlockKeys(folder: string, blocks: number): KeyObject[] {
  return Array.from({ length: blocks }, (_, block) => blockKeyIn(folder, block));
}

const atOnce = 8;

/** The same with a turn for others after some of them. */
export async function readBlockKeysSoon(folder: string, blocks: number): Promise<KeyObject[]> {
  const keys: KeyObject[] = [];
  for (let block = 0; block < blocks; block += 1) {
    if (block > 0 && block % atOnce === 0) await setImmediate();
    keys.push(blockKeyIn(folder, block));
  }
  return keys;
}

export function readBoxKey(folder: string): KeyObject {
  return createPrivateKey(readFileSync(join(folder, boxFile)));
}

/** The public half alone: enough to see whether it is the sealed one. */
export function readBoxPublicKey(folder: string): KeyObject {
  return createPublicKey(readFileSync(join(folder, boxFile)));
}

export async function destroyKeys(folder: string): Promise<void> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  // The box key first: without it every ballot is noise.
  for (const name of names.sort((one, other) => Number(other === boxFile) - Number(one === boxFile))) await shred(join(folder, name));
}
