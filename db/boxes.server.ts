// The second door: roll, box and keys of the surveys that are open. It has two callers, answering and publishing; nothing that
// touches a ballot is reached through the portal's data.
import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { destroyKeys } from './boxes/keys.ts';
import { moveKeys } from './boxes/key-stock.ts';
import { makePrivateFolder, settle, shred, shredFolder, shredLeftovers, writePrivately } from './boxes/durable.ts';
import { writePeople, type RolledBlock, type RollEntry } from './boxes/people-list.ts';
import { making, openFolder, placeOf, type BoxPlace } from './boxes/place.ts';
import { makeRoll, openRoll } from './boxes/roll.ts';
import { makeSlips, openSlips } from './boxes/slips.ts';
import { makeSlots, openSlots } from './boxes/slots.ts';

export { holdBoxes, holdDatabase, isHeld, letGoOfBoxes } from './boxes/hold.ts';
export { isStorageFailure } from './boxes/storage-failure.ts';
export { writePrivately } from './boxes/durable.ts';
export { readBlockKeys, readBlockKeysSoon, readBoxKey, readBoxPublicKey } from './boxes/keys.ts';
export { destroyStock, keepBlockKey, keptBlockKeys, listStocks, type StockPlace } from './boxes/key-stock.ts';
export { readPeople, type RolledBlock, type RollEntry } from './boxes/people-list.ts';
export { papersNoted, readRollCounts, type Issued, type Roll, type RollCounts } from './boxes/roll.ts';
export { digestOf, isAhead, openSlots, readFilled, slotBytes, slotsOf, type Filled, type Slot, type Slots } from './boxes/slots.ts';
export { readSlipCounts, type Holder, type Slips } from './boxes/slips.ts';
export { writeQueue, type Waiting } from './boxes/write-queue.ts';
export { isOfEarlierForm, isSurveyId, openFolder, placeOf, type BoxPlace } from './boxes/place.ts';
export { inspectBox, inspectFolder, inspectKeys, inspectRoll, openToOthers } from './boxes/inspection.ts';

export interface NewBox {
  readonly survey: string;
  readonly roll: readonly RollEntry[];
  readonly blocks: readonly RolledBlock[];
  /** The two who hand out slips; nobody where there are none. */
  readonly handingOut?: readonly string[] | undefined;
  /** P-256. The keys of the blocks were kept before. */
  readonly boxKey: KeyObject;
  /** Canonical JSON of the manifest. */
  readonly sealedText: string;
}

/** Makes the survey's folder. It appears complete and lasting, or not at all. What an unfinished sealing left goes; where a box is, this throws. */
export async function makeBox(dataFolder: string, box: NewBox): Promise<void> {
  makePrivateFolder(openFolder(dataFolder));
  if (hasBox(dataFolder, box.survey)) throw new Error(`there is a box of ${box.survey} already`);
  await removeUnfinished(dataFolder, box.survey);
  const unfinished = placeOf(dataFolder, box.survey, making);
  makePrivateFolder(unfinished.folder);
  writePeople(unfinished.people, { blocks: box.blocks, people: box.roll, handingOut: box.handingOut ?? [] });
  await makeRoll(unfinished.roll, box.roll.length);
  await makeSlips(unfinished);
  const invited = box.blocks.map(() => 0);
  for (const { block } of box.roll) invited[block]! += 1;
  await makeSlots(unfinished.box, invited);
  writePrivately(unfinished.sealedText, box.sealedText);
  // Last of all: until here a stop loses no key.
  moveKeys({ dataFolder, survey: box.survey }, unfinished.keys, box.boxKey);
  for (const path of [unfinished.keys, unfinished.folder]) settle(path);
  renameSync(unfinished.folder, placeOf(dataFolder, box.survey).folder);
  settle(openFolder(dataFolder));
}

/** Null in folders of earlier versions. */
export function readSealedText({ sealedText }: Pick<BoxPlace, 'sealedText'>): string | null {
  return existsSync(sealedText) ? readFileSync(sealedText, 'utf8') : null;
}

export function hasBox(dataFolder: string, survey: string): boolean {
  return existsSync(placeOf(dataFolder, survey).folder);
}

/** Surveys with a folder, and what unfinished sealings left behind. */
export function listBoxes(dataFolder: string): { readonly surveys: string[]; readonly unfinished: string[] } {
  if (!existsSync(openFolder(dataFolder))) return { surveys: [], unfinished: [] };
  const names = readdirSync(openFolder(dataFolder));
  return {
    surveys: names.filter((name) => !name.startsWith('.')),
    unfinished: names.filter((name) => name.startsWith(making)).map((name) => name.slice(making.length)),
  };
}

/** `invited` by block, as in the manifest. */
export async function openBox(dataFolder: string, survey: string, invited: readonly number[]) {
  const place = placeOf(dataFolder, survey);
  const roll = await openRoll(place);
  const slips = await openSlips(place).catch((error: unknown) => {
    roll.close();
    throw error;
  });
  try {
    return { place, roll, slips, slots: openSlots(place.box, invited) };
  } catch (error) {
    roll.close();
    slips?.close();
    throw error;
  }
}

/** From here on no ballot is taken, also after a restart. */
export function markClosing(dataFolder: string, survey: string): void {
  const place = placeOf(dataFolder, survey);
  if (!existsSync(place.closing)) writePrivately(place.closing, '');
}

export function isMarkedClosing(dataFolder: string, survey: string): boolean {
  return existsSync(placeOf(dataFolder, survey).closing);
}

/** Overwrites and removes keys, then roll, then ballots; may be called again after an interruption. `step` is told after each. */
export async function destroyBox(dataFolder: string, survey: string, step: (name: string) => void = () => undefined): Promise<void> {
  const place = placeOf(dataFolder, survey);
  if (!existsSync(place.folder)) return;
  await destroyKeys(place.keys);
  step('keys-destroyed');
  for (const path of [place.roll, place.slips, place.people]) await shred(path);
  step('roll-destroyed');
  await shred(place.box);
  step('box-destroyed');
  await shredFolder(place.folder);
  settle(openFolder(dataFolder));
}

/** Removes what a crash left of folders whose files were overwritten already. */
export async function finishRemoving(dataFolder: string): Promise<void> {
  await shredLeftovers(openFolder(dataFolder));
}

/** What an unfinished sealing left: no ballot was ever taken with it, but keys may lie there. */
export async function removeUnfinished(dataFolder: string, survey: string): Promise<void> {
  await shredFolder(placeOf(dataFolder, survey, making).folder);
}
