// The second door: roll, box and keys of the surveys that are open. It has two callers, answering and publishing; nothing that
// touches a ballot is reached through the portal's data.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { destroyKeys, writeKeys, type Keys } from './boxes/keys.ts';
import { makePrivateFolder, settle, shred, writePrivately } from './boxes/durable.ts';
import { making, openFolder, placeOf } from './boxes/place.ts';
import { makeRoll, openRoll, type RolledBlock, type RollEntry } from './boxes/roll.ts';
import { makeSlots, openSlots } from './boxes/slots.ts';

export { holdBoxes, isHeld, letGoOfBoxes } from './boxes/hold.ts';
export { isStorageFailure } from './boxes/storage-failure.ts';
export { writePrivately } from './boxes/durable.ts';
export { readBlockKeys, readBoxKey, type Keys } from './boxes/keys.ts';
export { readRollCounts, type Issued, type Roll, type RollCounts, type RolledBlock, type RollEntry } from './boxes/roll.ts';
export { readSlots, type Slot, type Slots } from './boxes/slots.ts';
export { openFolder, placeOf, type Place } from './boxes/place.ts';
export { inspectFile, inspectKeys, inspectSlots, openToOthers, readRolledBlocks, type InspectedFile } from './boxes/inspection.ts';

export interface NewBox {
  readonly survey: string;
  readonly roll: readonly RollEntry[];
  readonly blocks: readonly RolledBlock[];
  readonly keys: Keys;
}

/** Makes the survey's folder. It appears complete and lasting, or not at all. Whatever an unfinished sealing left there goes. */
export async function makeBox(dataFolder: string, box: NewBox): Promise<void> {
  makePrivateFolder(openFolder(dataFolder));
  const unfinished = placeOf(dataFolder, box.survey, making);
  rmSync(unfinished.folder, { recursive: true, force: true });
  makePrivateFolder(unfinished.folder);
  makeRoll(unfinished.roll, box.roll, box.blocks);
  const invited = box.blocks.map(() => 0);
  for (const { block } of box.roll) invited[block]! += 1;
  await makeSlots(unfinished.box, invited);
  writeKeys(unfinished.keys, box.keys);
  for (const path of [unfinished.roll, unfinished.box, unfinished.keys, unfinished.folder]) settle(path);
  const place = placeOf(dataFolder, box.survey);
  await destroyBox(dataFolder, box.survey);
  renameSync(unfinished.folder, place.folder);
  settle(openFolder(dataFolder));
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

export function openBox(dataFolder: string, survey: string) {
  const place = placeOf(dataFolder, survey);
  return { place, roll: openRoll(place.roll), slots: openSlots(place.box) };
}

/** From here on no ballot is taken, also after a restart. */
export function markClosing(dataFolder: string, survey: string): void {
  const place = placeOf(dataFolder, survey);
  if (!existsSync(place.closing)) writePrivately(place.closing, '');
}

export function isMarkedClosing(dataFolder: string, survey: string): boolean {
  return existsSync(placeOf(dataFolder, survey).closing);
}

/** Destroys keys, then roll, then ballots; may be called again after an interruption. `step` is told after each. */
export async function destroyBox(dataFolder: string, survey: string, step: (name: string) => void = () => undefined): Promise<void> {
  const place = placeOf(dataFolder, survey);
  if (!existsSync(place.folder)) return;
  await destroyKeys(place.keys);
  step('keys-destroyed');
  for (const path of [place.roll, `${place.roll}-journal`]) await shred(path);
  step('roll-destroyed');
  for (const path of [place.box, `${place.box}-journal`]) await shred(path);
  step('box-destroyed');
  rmSync(place.folder, { recursive: true, force: true });
  settle(openFolder(dataFolder));
}

/** What an unfinished sealing left: no ballot was ever taken with it. */
export function removeUnfinished(dataFolder: string, survey: string): void {
  rmSync(placeOf(dataFolder, survey, making).folder, { recursive: true, force: true });
}
