// Keys that are made for a survey before it is sealed: each is kept as soon as it is made, so that a stop in the middle of a thousand costs
// none of them. They move into the survey's folder as they are; no second copy is ever written.
import { existsSync, readdirSync, renameSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makePrivateFolder, settle, shred, shredFolder, writePrivately } from './durable.ts';
import { blockFile, blockKeyIn, boxFile } from './keys.ts';
import { openFolder, placeOf } from './place.ts';

const stock = '.keys-';
const folderOf = (dataFolder: string, survey: string) => placeOf(dataFolder, survey, stock).folder;

export interface StockPlace {
  readonly dataFolder: string;
  readonly survey: string;
}

export function keepBlockKey({ dataFolder, survey }: StockPlace, block: number, key: KeyObject): void {
  const folder = folderOf(dataFolder, survey);
  makePrivateFolder(folder);
  writePrivately(join(folder, blockFile(block)), key.export({ type: 'pkcs8', format: 'pem' }));
}

/** Long enough for a page's turn; in keys. */
const atOnce = 8;

/** What is kept already, by block; null where nothing is, or no key of RSA-2048 with the usual exponent. What is of no block goes. */
export async function keptBlockKeys({ dataFolder, survey }: StockPlace, blocks: number): Promise<(KeyObject | null)[]> {
  const folder = folderOf(dataFolder, survey);
  const expected = Array.from({ length: blocks }, (_, block) => blockFile(block));
  const there = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (const name of there) if (!expected.includes(name)) await shred(join(folder, name));
  const keys: (KeyObject | null)[] = [];
  for (const [block, name] of expected.entries()) {
    if (block % atOnce === 0) await setImmediate();
    keys.push(there.has(name) ? usableIn(folder, block) : null);
  }
  return keys;
}

function usableIn(folder: string, block: number): KeyObject | null {
  try {
    const key = blockKeyIn(folder, block);
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
    return key.asymmetricKeyType === 'rsa' && modulusLength === 2048 && publicExponent === 65_537n ? key : null;
  } catch {
    return null;
  }
}

/** The folder of keys as a survey keeps it, complete and lasting, under its name there. */
export function moveKeys({ dataFolder, survey }: StockPlace, to: string, box: KeyObject): void {
  const folder = folderOf(dataFolder, survey);
  writePrivately(join(folder, boxFile), box.export({ type: 'pkcs8', format: 'pem' }));
  settle(folder);
  renameSync(folder, to);
  settle(openFolder(dataFolder));
}

/** Surveys for which keys are kept. */
export function listStocks(dataFolder: string): string[] {
  if (!existsSync(openFolder(dataFolder))) return [];
  return readdirSync(openFolder(dataFolder)).filter((name) => name.startsWith(stock)).map((name) => name.slice(stock.length));
}

export async function destroyStock({ dataFolder, survey }: StockPlace): Promise<void> {
  await shredFolder(folderOf(dataFolder, survey));
}
