// The private keys of one survey, each a file that only the program's own user can read.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makePrivateFolder, shred, writePrivately } from './durable.ts';

export interface Keys {
  /** RSA, by block. */
  readonly blocks: readonly KeyObject[];
  /** P-256. */
  readonly box: KeyObject;
}

const boxFile = 'box.pem';
const blockFile = (block: number) => `block-${block}.pem`;

/** Between two of them others have their turn: a hundred keys wait for the disk two hundred times. */
export async function writeKeys(folder: string, keys: Keys): Promise<void> {
  makePrivateFolder(folder);
  const write = (name: string, key: KeyObject) => writePrivately(join(folder, name), key.export({ type: 'pkcs8', format: 'pem' }));
  for (const [block, key] of keys.blocks.entries()) {
    write(blockFile(block), key);
    await setImmediate();
  }
  write(boxFile, keys.box);
}

const blockKeyIn = (folder: string, block: number): KeyObject => createPrivateKey(readFileSync(join(folder, blockFile(block))));

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
