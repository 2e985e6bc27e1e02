// The slips of one survey: by what their codes are checked, who came with one, and how many were handed out. Noise from the start and
// overwritten in place, as the roll is. A code's place in the file is drawn: it tells neither its place in the pile nor when it was used.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { shuffled } from '#app/domain/kernel/chance.ts';
import { mostPapers, mostPrintings, type SlipCount } from '#app/domain/surveys/slips/slips.ts';
import { readPeople } from './people-list.ts';
import type { BoxPlace } from './place.ts';
import { makeRecords, noise, openRecords, type Write } from './records.ts';
import { readPaper, rollBytes, writtenPaper } from './roll.ts';
import { blockOf, numberIn, numberRecord, partOf, printingsIn, recordOf, slipCountsIn, slipLayout, slipsOf, writtenNumber, type Field, type Read, type SlipLayout } from './slip-layout.ts';
import { writeQueue, type Waiting } from './write-queue.ts';

type Place = Pick<BoxPlace, 'people' | 'slips'>;

/** Makes nothing where nobody comes with a slip. */
export async function makeSlips({ people, slips }: Place): Promise<void> {
  const layout = slipLayout(readPeople(people));
  if (layout.slips > 0) await makeRecords(slips, { count: layout.records, bytes: rollBytes });
}

function checkSize(path: string, bytes: Uint8Array, { records }: SlipLayout): void {
  if (bytes.length !== records * rollBytes) throw new Error(`${path} has ${bytes.length} bytes where ${records * rollBytes} were sealed`);
}

const digestIn = (bytes: Uint8Array, number: number): Buffer | null => readPaper(number, bytes.subarray(number * rollBytes, (number + 1) * rollBytes));

function readerOf(path: string, layout: SlipLayout): Read {
  const bytes = readFileSync(path);
  checkSize(path, bytes, layout);
  return (record) => digestIn(bytes, record);
}

/** The counts by block as they lie on the disk. Throws where the file is not as it was sealed. */
export function readSlipCounts({ people, slips }: Place): readonly SlipCount[] {
  const layout = slipLayout(readPeople(people));
  return layout.slips === 0 ? layout.listed.map(() => ({ listed: 0, papers: 0, given: 0 })) : slipCountsIn(layout, readerOf(slips, layout));
}

/** Whether the file is there exactly where somebody comes with a slip, in the sealed size, and no paper stands without a holder. */
export function inspectSlips({ people, slips }: Place): boolean {
  try {
    const layout = slipLayout(readPeople(people));
    if (layout.slips === 0) return !existsSync(slips);
    const read = readerOf(slips, layout);
    return Array.from({ length: layout.slips }, (_, slip) => read(recordOf(layout, 'paper', slip)) === null || read(recordOf(layout, 'holder', slip)) !== null).every(Boolean);
  } catch {
    return false;
  }
}

const atOnce = 2_000;

/** With a turn for others after some of them. */
async function readSoon(path: string, layout: SlipLayout): Promise<(Buffer | null)[]> {
  const bytes = await readFile(path);
  checkSize(path, bytes, layout);
  const digests: (Buffer | null)[] = [];
  for (let number = 0; number < layout.records; number += 1) {
    if (number > 0 && number % atOnce === 0) await setImmediate();
    digests.push(digestIn(bytes, number));
  }
  return digests;
}

interface Change {
  readonly record: number;
  /** Null writes noise. */
  readonly digest: Buffer | null;
}

/** Looks and writes in one step, so that of two at once one sees the other. */
function steps(path: string, { records: count }: SlipLayout, kept: (Buffer | null)[]) {
  const records = openRecords(path, { count, bytes: rollBytes });
  /** What a failed write left: noise before anything else is acknowledged. */
  const doubtful = new Set<number>();

  async function enter(batch: readonly Waiting<(read: Read) => readonly Change[]>[]): Promise<readonly Waiting<never>[]> {
    await records.write([...doubtful].map((number) => ({ number, record: noise(rollBytes) })));
    doubtful.clear();
    const made = new Map<number, Buffer | null>();
    const read: Read = (record) => (made.has(record) ? made.get(record)! : kept[record]!);
    for (const { one: decide } of batch) for (const { record, digest } of decide(read)) made.set(record, digest);
    try {
      await records.write([...made].map(([number, digest]): Write => ({ number, record: digest ? writtenPaper(number, digest) : noise(rollBytes) })));
    } catch (error) {
      for (const number of made.keys()) {
        doubtful.add(number);
        kept[number] = null;
      }
      for (const waiting of batch) waiting.lost(error);
      return [];
    }
    for (const [number, digest] of made) kept[number] = digest;
    for (const waiting of batch) waiting.kept();
    return [];
  }

  const queue = writeQueue(enter);
  return {
    async step<T>(decide: (read: Read) => { readonly changes: readonly Change[]; readonly result: T }): Promise<T> {
      let result: T | undefined;
      await queue.add((read) => {
        const decided = decide(read);
        result = decided.result;
        return decided.changes;
      });
      return result as T;
    },
    idle: queue.idle,
    close: () => records.close(),
  };
}

/** Finds a slip by what stands in one of its fields. What was written over since is passed by. */
function finder(layout: SlipLayout, field: Field, kept: readonly (Buffer | null)[]) {
  const known = new Map<string, number>();
  const add = (digest: Buffer, slip: number) => void known.set(digest.toString('latin1'), slip);
  for (let slip = 0; slip < layout.slips; slip += 1) {
    const digest = kept[recordOf(layout, field, slip)];
    if (digest) add(digest, slip);
  }
  const find = (digest: Buffer, read: Read): number | null => {
    const slip = known.get(digest.toString('latin1'));
    return slip !== undefined && read(recordOf(layout, field, slip))?.equals(digest) ? slip : null;
  };
  return { add, find };
}

export interface Holder {
  readonly block: number;
  /** SHA-256 of the blinded value, or null where no paper was taken. */
  readonly blinded: Uint8Array | null;
}

/** Null where nobody comes with a slip. */
export async function openSlips(place: Place) {
  const list = readPeople(place.people);
  const layout = slipLayout(list);
  if (layout.slips === 0) return null;
  const kept = await readSoon(place.slips, layout);
  const { step, idle, close } = steps(place.slips, layout, kept);
  const [codes, holders] = [finder(layout, 'code', kept), finder(layout, 'holder', kept)];
  const now: Read = (record) => kept[record]!;
  const holderAt = (slip: number | null, read: Read): Holder | null => slip === null ? null : { block: blockOf(layout, slip), blinded: read(recordOf(layout, 'paper', slip)) };
  const held = (block: number, read: Read) => slipsOf(layout, block).filter((slip) => read(recordOf(layout, 'holder', slip)) !== null).length;

  return {
    /** By block. */
    listed: layout.listed,
    handingOut: list.handingOut,
    people: list.people.filter(({ bySlip }) => bySlip),
    printings: (block: number) => printingsIn(layout, now, block),
    /** False where the block was printed as often as it may be. Codes printed before are worth nothing from then on. */
    print: (block: number, fresh: readonly Buffer[]): Promise<boolean> =>
      step((read) => {
        const before = printingsIn(layout, read, block);
        if (before >= mostPrintings) return { changes: [], result: false };
        const places = shuffled(partOf(layout, block, before), (below) => (below <= 1 ? 0 : randomInt(below)));
        const over = slipsOf(layout, block).filter((slip) => read(recordOf(layout, 'code', slip)) !== null);
        for (const [index, code] of fresh.entries()) codes.add(code, places[index]!);
        const made = fresh.map((digest, index): Change => ({ record: recordOf(layout, 'code', places[index]!), digest }));
        return { changes: [...over.map((slip): Change => ({ record: recordOf(layout, 'code', slip), digest: null })), ...made], result: true };
      }),
    /** Whether the code is held by this holder from now on. False alike where it is unknown, void or held by somebody else. */
    hold: (code: Buffer, holder: Buffer): Promise<boolean> =>
      step((read) => {
        const slip = codes.find(code, read);
        const before = slip === null ? null : read(recordOf(layout, 'holder', slip));
        if (slip === null || before) return { changes: [], result: before?.equals(holder) ?? false };
        const block = blockOf(layout, slip);
        if (held(block, read) >= mostPapers(layout.listed[block]!) || holders.find(holder, read) !== null) return { changes: [], result: false };
        holders.add(holder, slip);
        return { changes: [{ record: recordOf(layout, 'holder', slip), digest: holder }], result: true };
      }),
    holder: (digest: Buffer): Holder | null => holderAt(holders.find(digest, now), now),
    /** What `decide` gives back to be written is noted as the paper of this holder. */
    issue: <T>(digest: Buffer, decide: (holder: Holder | null) => { readonly write: Pick<Holder, 'blinded'> | null; readonly result: T }): Promise<T> =>
      step((read) => {
        const slip = holders.find(digest, read);
        const { write, result } = decide(holderAt(slip, read));
        const changes = slip === null || !write?.blinded ? [] : [{ record: recordOf(layout, 'paper', slip), digest: Buffer.from(write.blinded) }];
        return { changes, result };
      }),
    /** What one of the two wrote down, by block; null where nothing. */
    numbers: (hand: number) => layout.listed.map((_, block) => numberIn(now(numberRecord(layout, hand, block)))),
    writeDown: (hand: number, numbers: ReadonlyMap<number, number>): Promise<null> =>
      step(() => ({ changes: [...numbers].map(([block, count]): Change => ({ record: numberRecord(layout, hand, block), digest: writtenNumber(count) })), result: null })),
    counts: () => slipCountsIn(layout, now),
    idle,
    close,
  };
}

export type Slips = NonNullable<Awaited<ReturnType<typeof openSlips>>>;
