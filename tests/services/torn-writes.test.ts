// A power cut leaves whatever part of a record the disk had reached, in any order of its sectors. Every such state is made, and the portal
// started on it: one valid ballot for each serial, and what was acknowledged is never lost.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSlots, placeOf, readBlockKeys, readFilled, readRollCounts, slotBytes } from '#db/boxes.server.ts';
import { recordNumber, rollBytes } from '#db/boxes/roll.ts';
import { openBallotBox } from '#app/services/responses/ballot-box.server.ts';
import { findBallots } from '#app/services/responses/find-ballots.server.ts';
import { sealedKeys } from '#app/services/responses/sign-papers.server.ts';
import { dropBallot, letGo } from '#app/services/responses.server.ts';
import { readBallot } from '#app/domain/responses/ballot-format.ts';
import { closeSurvey, releaseOf, sealedOf } from '#app/services/publication.server.ts';
import { sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { overwrite, recordsOf } from '#tests/support/box-records.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { times } from '#tests/support/repetitions.ts';

const sector = 512;
const sectors = slotBytes / sector;

/** A record of which the disk had reached these sectors. */
function torn(before: Buffer, after: Buffer, reached: (index: number) => boolean): Buffer {
  return Buffer.concat(Array.from({ length: sectors }, (_, index) => (reached(index) ? after : before).subarray(index * sector, (index + 1) * sector)));
}

/** From the front, from the back, and by chance; none and all are among them. */
function reaches(): ((index: number) => boolean)[] {
  const counts = Array.from({ length: sectors + 1 }, (_, count) => count);
  const random = Array.from({ length: times(10, 200) }, () => {
    const bits = randomBytes(sectors);
    return (index: number) => bits[index]! % 2 === 1;
  });
  return [...counts.map((count) => (index: number) => index < count), ...counts.map((count) => (index: number) => index >= count), ...random];
}

async function aReplacement() {
  const app = await ballotApp();
  const { manifest } = await sealed(app, aDraft('pulse'));
  const place = placeOf(app.config.dataFolder, 'pulse');
  const taken = await takePaper(app, 'pulse', 'north-1');
  const [first, second] = [await sealWith(app, taken, { 'PAY-01': 1 }), await sealWith(app, taken, { 'PAY-01': 5 })];
  const states = [recordsOf(place.box, slotBytes)];
  for (const body of [first, second]) {
    expect((await dropBallot(app, 'pulse', body)).ok).toBe(true);
    states.push(recordsOf(place.box, slotBytes));
  }
  await letGo(app);
  const [empty, one, other] = states as [Buffer[], Buffer[], Buffer[]];
  const keys = sealedKeys(readBlockKeys(place.keys, manifest.blocks.length), manifest.blocks);
  const invited = manifest.blocks.map(({ invited }) => invited);
  const from = one.findIndex((record, number) => !record.equals(empty[number]!));
  const to = other.findIndex((record, number) => number !== from && !record.equals(one[number]!));
  /** Which ballots are valid after a start on this file. */
  const survivors = async (records: readonly Buffer[]): Promise<string[]> => {
    writeFileSync(place.box, Buffer.concat(records));
    const slots = openSlots(place.box, invited);
    const counted = (await findBallots(slots, keys)).ballots.map(({ number }) => number);
    const box = await openBallotBox(slots, keys);
    expect(box.counts().reduce((sum, count) => sum + count)).toBe(counted.length);
    box.close();
    const left = recordsOf(place.box, slotBytes).flatMap((record) => {
      const filled = readFilled(record);
      return filled ? [Buffer.from(filled.body)] : [];
    });
    expect(left).toHaveLength(counted.length);
    return left.map((body) => (body.equals(first) ? 'first' : body.equals(second) ? 'second' : 'another'));
  };
  const withRecords = (base: readonly Buffer[], changes: Readonly<Record<number, Buffer>>) => base.map((record, number) => changes[number] ?? record);
  return { app, place, empty, one, other, from, to, survivors, withRecords };
}

test('a ballot that was half written when the power went is none, and everything else stays', async () => {
  const { empty, one, from, survivors, withRecords } = await aReplacement();
  for (const reached of reaches()) {
    const record = torn(empty[from]!, one[from]!, reached);
    expect(await survivors(withRecords(empty, { [from]: record }))).toEqual(record.equals(one[from]!) ? ['first'] : []);
  }
}, 120_000);

test('in every state that a cut in a replacement can leave there is one ballot of the paper, and the acknowledged one until it is overwritten', async () => {
  const { one, other, from, to, survivors, withRecords } = await aReplacement();
  for (const reached of reaches()) {
    // The new ballot is on its way beside the old one.
    const arriving = torn(one[to]!, other[to]!, reached);
    expect(await survivors(withRecords(one, { [to]: arriving }))).toEqual(['first']);
    // The disk has the new one; noise is on its way over the old one.
    const leaving = torn(one[from]!, other[from]!, reached);
    expect(await survivors(withRecords(one, { [to]: other[to]!, [from]: leaving }))).toEqual([leaving.equals(one[from]!) ? 'first' : 'second']);
  }
}, 120_000);

test('a tally that begins on two ballots of one paper counts the one that was acknowledged, once', async () => {
  const { app, place, one, other, from, to, withRecords } = await aReplacement();
  for (const person of ['north-2', 'north-3', 'north-4', 'north-5', 'north-6']) await takePaper(app, 'pulse', person);
  await letGo(app);
  writeFileSync(place.box, Buffer.concat(withRecords(one, { [to]: other[to]!, [from]: one[from]! })));
  const closed = await closeSurvey(app, 'pulse');
  expect(closed.ok).toBe(true);
  expect((await releaseOf(app, 'pulse'))?.release.counts).toMatchObject({ papers: 6, ballots: 1 });
}, 120_000);

test('a paper that was half noted was never given', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const place = placeOf(app.config.dataFolder, 'pulse');
  const before = recordsOf(place.roll, rollBytes);
  await takePaper(app, 'pulse', 'north-1');
  await letGo(app);
  const after = recordsOf(place.roll, rollBytes);
  const at = after.findIndex((record, number) => !record.equals(before[number]!));
  expect(at).toBeLessThan(recordNumber(44, 0, true));
  for (let bytes = 0; bytes <= rollBytes; bytes += 1) {
    overwrite(place.roll, at * rollBytes, Buffer.concat([after[at]!.subarray(0, bytes), before[at]!.subarray(bytes)]));
    expect(readRollCounts(place).papers.reduce((sum, papers) => sum + papers)).toBe(bytes === rollBytes ? 1 : 0);
  }
  expect(readFileSync(place.roll).length).toBe(2 * 44 * rollBytes);
});

test('a replaced ballot lies untouched until the disk has the new one, and both are whole before it goes', async () => {
  const { app, place, survivors, one } = await aReplacement();
  expect(await survivors(one)).toEqual(['first']);
  const { manifest } = await sealedOf(app, 'pulse');
  const keys = sealedKeys(readBlockKeys(place.keys, manifest.blocks.length), manifest.blocks);
  const slots = openSlots(place.box, manifest.blocks.map(({ invited }) => invited));
  const valid = () => recordsOf(place.box, slotBytes).filter((record) => readFilled(record)).length;
  const seen: string[] = [];
  // The real slots, looked at just before each of their writes.
  const observed = {
    ...slots,
    write: (filled: Parameters<typeof slots.write>[0]) => (seen.push(`write on ${valid()}`), slots.write(filled)),
    clear: (left: Parameters<typeof slots.clear>[0]) => (left.length > 0 && seen.push(`clear on ${valid()}`), slots.clear(left)),
  };
  const box = await openBallotBox(observed, keys);
  const taken = recordsOf(place.box, slotBytes).flatMap((record) => readFilled(record)?.body ?? [])[0]!;
  const changed = Uint8Array.from(taken, (byte, at) => (at === 4000 ? byte ^ 1 : byte));
  await box.put(readBallot(changed)!, changed, app.chance);
  box.close();
  expect(seen).toEqual(['write on 1', 'clear on 2']);
  expect(valid()).toBe(1);
}, 60_000);
