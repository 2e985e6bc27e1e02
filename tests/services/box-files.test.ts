// From the first paper until the tally begins, the survey's folder is watched from outside the process that serves it: what the disk sees
// is whole records, each at its place, and nothing else at all.
import { closeSync, fstatSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { holdBoxes, isHeld, letGoOfBoxes, placeOf, readFilled, slotBytes, type BoxPlace } from '#db/boxes.server.ts';
import { readPaper, rollBytes } from '#db/boxes/roll.ts';
import { dropBallot } from '#app/ballot/drop.ts';
import { askOffer, askSignature } from '#app/ballot/issuance.ts';
import { drawPaper, finishPaper } from '#app/ballot/paper.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import { copiesOf } from '#app/domain/privacy/linker/copies.ts';
import { recordsOf } from '#tests/support/box-records.ts';
import { aCompanyOn, served } from '#tests/support/electorate.ts';
import { fetchWith } from '#tests/support/fetch-with.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Shape {
  readonly name: string;
  readonly inode: number;
  readonly size: number;
  readonly names: number;
}

interface Seen {
  readonly shapes: readonly Shape[];
  readonly box: readonly Buffer[];
  readonly roll: readonly Buffer[];
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

function look(place: BoxPlace): Seen {
  const shapes = [place.folder, place.keys, ...filesBelow(place.folder)].map((path): Shape => {
    const { ino, size, nlink } = statSync(path);
    return { name: path, inode: ino, size, names: nlink };
  });
  return { shapes, box: recordsOf(place.box, slotBytes), roll: recordsOf(place.roll, rollBytes) };
}

const changed = (before: readonly Buffer[], after: readonly Buffer[]) => after.flatMap((record, number) => (record.equals(before[number]!) ? [] : [number]));

/** Every name that appears, goes or is exchanged in the folders. */
function watched(...folders: string[]): { readonly names: string[]; stop(): void } {
  const names: string[] = [];
  const watchers = folders.map((path) => watch(path, (event, name) => void (event === 'rename' && names.push(String(name)))));
  return { names, stop: () => watchers.forEach((one) => one.close()) };
}

test('until the tally begins every write is whole records at their places, and afterwards everything is overwritten first and removed second', async () => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-watched-'));
  const { manifest, hash, voters } = await aCompanyOn(folder, 16, 2);
  const place = placeOf(folder, 'pulse');
  const sealed = look(place);
  let portal = await served(folder);
  const watching = watched(join(folder, 'open'), place.folder, place.keys);

  /** Does something over HTTP; gives the records that changed meanwhile. */
  const seeing = async <T>(work: () => Promise<T>) => {
    const before = look(place);
    const result = await work();
    const after = look(place);
    expect(after.shapes).toEqual(sealed.shapes);
    return { result, after, box: changed(before.box, after.box), roll: changed(before.roll, after.roll) };
  };
  const given = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
    if (!outcome.ok) throw new Error(outcome.because);
    return outcome.value;
  };

  for (const { cookie } of voters.slice(0, 8)) {
    const fetch = fetchWith(portal.url, cookie);
    const offered = await seeing(async () => given(await askOffer(fetch, { manifest, hash })));
    expect([offered.box, offered.roll]).toEqual([[], []]);
    const { block, key } = offered.result;
    const ask = (blinded: Uint8Array, reissue: boolean) => seeing(async () => given(await askSignature(fetch, { survey: 'pulse', blinded, reissue })));
    const [lost, draw] = [given(await drawPaper(key)), given(await drawPaper(key))];
    const paper = await ask(lost.blinded, false);
    const again = await ask(lost.blinded, false);
    const reissue = await ask(draw.blinded, true);
    expect([paper.box, paper.roll.length, again.roll, reissue.box, reissue.roll.length]).toEqual([[], 1, [], [], 1]);
    expect(reissue.roll).not.toEqual(paper.roll);
    for (const number of [...paper.roll, ...reissue.roll]) expect(readPaper(number, reissue.after.roll[number]!)).not.toBeNull();

    const token = given(await finishPaper(key, draw, reissue.result));
    const seal = async (score: number) => given(await sealBallot({ manifest, manifestHash: hash, block, paper: token, answers: { 'PAY-01': score } }));
    const [first, other] = [await seal(1), await seal(5)];
    const drop = (body: Uint8Array) => seeing(() => dropBallot({ fetch, survey: 'pulse', body }));
    const dropped = await drop(first);
    const repeated = await drop(first);
    const replaced = await drop(other);
    const refused = await drop(first.map((byte, at) => (at === 40 ? byte ^ 1 : byte)));
    expect([dropped.result.ok, repeated.result.ok, replaced.result.ok, refused.result.ok]).toEqual([true, true, true, false]);
    expect([dropped.roll, replaced.roll, repeated.box, refused.box]).toEqual([[], [], [], []]);
    expect([dropped.box.length, replaced.box.length]).toEqual([1, 2]);
    expect(replaced.box).toContain(dropped.box[0]);
    // Of the two one is the new ballot, and where the old one was there is noise.
    expect(replaced.box.map((number) => readFilled(replaced.after.box[number]!) !== null).sort()).toEqual([false, true]);
    expect(readFilled(replaced.after.box[dropped.box[0]!]!)).toBeNull();
  }
  const restarted = await seeing(async () => {
    await portal.kill();
    portal = await served(folder);
  });
  expect([restarted.box, restarted.roll, watching.names]).toEqual([[], [], []]);

  const paths = filesBelow(place.folder);
  const held = paths.map((path) => ({ path, file: openSync(path, 'r'), content: readFileSync(path) }));
  expect(await portal.close()).toBe('closed');
  await portal.kill();
  // The first name of the end is the mark that closing has begun.
  expect(watching.names[0]).toBe(`${basename(place.closing)}.unfinished`);
  watching.stop();
  expect(readdirSync(join(folder, 'open'))).toEqual(['.held']);
  for (const { path, file, content } of held) {
    const { size, nlink } = fstatSync(file);
    expect([size, nlink], path).toEqual([content.length, 0]);
    const now = Buffer.alloc(size);
    readSync(file, now, 0, size, 0);
    closeSync(file);
    const pieces = Array.from({ length: Math.floor(size / 64) }, (_, at) => content.subarray(at * 64, (at + 1) * 64));
    expect(copiesOf(now, pieces).every((places) => places.length === 0), path).toBe(true);
  }
}, 300_000);

test('the lock that keeps a second portal out writes nothing at all', () => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-watched-'));
  expect(holdBoxes(folder)).toBe(true);
  expect(readdirSync(join(folder, 'open'))).toEqual(['.held']);
  expect(statSync(join(folder, 'open', '.held')).size).toBe(0);
  letGoOfBoxes(folder);
  expect(isHeld(folder)).toBe(false);
  expect(readdirSync(join(folder, 'open'))).toEqual(['.held']);
});
