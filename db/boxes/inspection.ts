// What the files of an open survey look like to somebody who holds the disk, for the self-test: places, permissions, sizes and
// forms. Nothing is written, and no key, name or ballot leaves here.
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readPeople } from './people-list.ts';
import { inspectSlips } from './slips.ts';
import type { BoxPlace } from './place.ts';
import { readPaper, recordNumber, rollBytes } from './roll.ts';
import { openSlots, readFilled } from './slots.ts';

/** Names of what is wrong in the survey's folder: something missing or strange, opened to others, or with blocks that were never written. */
export function inspectFolder(place: BoxPlace): string[] {
  const found = readdirSync(place.folder);
  // The slips' own look says whether they have to be there.
  const slips = found.includes(basename(place.slips)) ? [place.slips] : [];
  const files = [place.box, place.people, place.roll, ...slips].map((path) => basename(path));
  const expected = new Set([...files, basename(place.keys), basename(place.closing), basename(place.sealedText)]);
  const missing = files.filter((name) => !found.includes(name));
  const strange = found.filter((name) => !expected.has(name));
  const unsound = files.filter((name) => {
    const file = lstatSync(join(place.folder, name), { throwIfNoEntry: false });
    return file && (!file.isFile() || file.nlink !== 1 || (file.mode & 0o077) !== 0 || file.blocks * 512 < file.size);
  });
  return [...missing, ...strange, ...unsound];
}

export interface InspectedBox {
  /** Whether the file has the size that was sealed. */
  readonly sized: boolean;
  /** Records that are neither a ballot's bytes nor noise. */
  readonly strange: number;
}

/** `invited` by block. */
export async function inspectBox(path: string, invited: readonly number[]): Promise<InspectedBox> {
  let slots: ReturnType<typeof openSlots>;
  try {
    slots = openSlots(path, invited, 'r');
  } catch {
    return { sized: false, strange: 0 };
  }
  let strange = 0;
  try {
    for await (const { body } of slots.each()) if (!readFilled(body) && !isNoise(body)) strange += 1;
  } finally {
    slots.close();
  }
  return { sized: true, strange };
}

/** Bytes are as even as chance makes them: chi-squared over 255 degrees of freedom, ten standard deviations above the mean. A torn ballot is even too. */
function isNoise(record: Uint8Array): boolean {
  const counts = new Uint32Array(256);
  for (const byte of record) counts[byte]! += 1;
  const expected = record.length / 256;
  const distance = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return distance < 255 + 10 * Math.sqrt(2 * 255);
}

/** Whether the file has the size of two records for each person, and no reissue stands without a paper; and whether the slips are as sealed. */
export function inspectRoll(place: BoxPlace): boolean {
  const { people: list, roll } = place;
  if (!inspectSlips(place)) return false;
  try {
    const { length } = readPeople(list).people;
    const bytes = readFileSync(roll);
    if (bytes.length !== 2 * length * rollBytes) return false;
    const holds = (number: number) => readPaper(number, bytes.subarray(number * rollBytes, (number + 1) * rollBytes)) !== null;
    return Array.from({ length }, (_, at) => !holds(recordNumber(length, at, true)) || holds(recordNumber(length, at, false))).every(Boolean);
  } catch {
    return false;
  }
}

/** Paths below a folder, the folder itself included, that others than the program's own user may open. Folders shield what is in them. */
export function openToOthers(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (statSync(folder).mode & 0o077) === 0 ? [] : [folder];
}

/** Keys that others could read if they came into the folder, and files that are no keys. */
export function inspectKeys(folder: string, blocks: number): { readonly missing: number; readonly strange: number; readonly readable: number } {
  const expected = new Set(['box.pem', ...Array.from({ length: blocks }, (_, block) => `block-${block}.pem`)]);
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const readable = found.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
  return { missing: [...expected].filter((name) => !found.includes(name)).length, strange: found.filter((name) => !expected.has(name)).length, readable: readable.length };
}
