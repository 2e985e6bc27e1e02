// The box: slots full of noise from the start, some of which ballots overwrite in place; nothing else is in the file. A block's slots lie
// side by side. Which of them are used is written nowhere: a record is a ballot if it ends with the digest of what stands before it.
import { hash } from 'node:crypto';
import { bodyBytes, startsLikeBallot } from '#app/domain/responses/ballot-format.ts';
import { makeRecords, noise, openRecords, type Records } from './records.ts';

const digestBytes = 32;
/** 8,192: whole pages of the disk, so that no write touches the neighbour. */
export const slotBytes = bodyBytes + digestBytes;
/** Every person may have taken one paper and one reissue, each with a ballot. */
const slotsPerPerson = 2;
/** A ballot that replaces another lies beside it until the disk has it: these are free even if everybody used everything. Odd, see `isAhead`. */
const spareSlots = 9;

/** Slots of a block, from its number of invited people. */
export function slotsOf(invited: number): number {
  return invited * slotsPerPerson + spareSlots;
}

export interface Slot {
  readonly block: number;
  /** Position among the block's slots. */
  readonly number: number;
  readonly body: Uint8Array;
}

export interface Filled extends Slot {
  /** SHA-256 of the body. */
  readonly digest: Buffer;
}

/** `invited` by block. */
export function makeSlots(path: string, invited: readonly number[]): Promise<void> {
  return makeRecords(path, { count: countOf(invited), bytes: slotBytes });
}

const countOf = (invited: readonly number[]) => invited.reduce((sum, people) => sum + slotsOf(people), 0);

/** `invited` by block, as sealed. Throws where the file is not as large as that. */
export function openSlots(path: string, invited: readonly number[], flags: 'r' | 'r+' = 'r+') {
  const sizes = invited.map(slotsOf);
  const starts = sizes.map((_, block) => countOf(invited.slice(0, block)));
  const records = openRecords(path, { count: countOf(invited), bytes: slotBytes }, flags);
  const recordOf = ({ block, number }: Pick<Slot, 'block' | 'number'>) => {
    if (!(number >= 0 && number < (sizes[block] ?? 0))) throw new Error('no such slot');
    return starts[block]! + number;
  };
  return {
    path,
    invited,
    /** Slots by block. */
    sizes,
    /** Resolves when the disk has all of them. */
    write: (filled: readonly Filled[]) => records.write(filled.map((slot) => ({ number: recordOf(slot), record: Buffer.concat([slot.body, slot.digest]) }))),
    /** Overwrites with fresh noise; resolves when the disk has it. */
    clear: (slots: readonly Pick<Slot, 'block' | 'number'>[]) => records.write(slots.map((slot) => ({ number: recordOf(slot), record: noise(slotBytes) }))),
    /** From one record of the file to another (not included). */
    filled: (from?: number, to?: number) => filledSlots(records, sizes, { from, to }),
    /** Every record as it lies there. */
    each: () => eachSlot(records, sizes, {}),
    close: () => records.close(),
  };
}

export type Slots = ReturnType<typeof openSlots>;

interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

async function* eachSlot(records: Records, sizes: readonly number[], { from = 0, to }: Range): AsyncGenerator<Slot> {
  let [block, number] = [0, from];
  while (block < sizes.length && number >= sizes[block]!) number -= sizes[block++]!;
  for await (const { bytes } of records.portions(from, to)) {
    for (let at = 0; at < bytes.length; at += slotBytes) {
      while (number === sizes[block]) [block, number] = [block + 1, 0];
      yield { block, number, body: bytes.subarray(at, at + slotBytes) };
      number += 1;
    }
  }
}

/** Slots whose digest holds; what is torn, or noise, is none. Noise is mostly passed over by its first byte. */
async function* filledSlots(records: Records, sizes: readonly number[], range: Range): AsyncGenerator<Filled> {
  for await (const { block, number, body: record } of eachSlot(records, sizes, range)) {
    const filled = readFilled(record);
    if (filled) yield { block, number, ...filled };
  }
}

/** The ballot's bytes of a record, or null where it holds none. */
export function readFilled(record: Uint8Array): Pick<Filled, 'body' | 'digest'> | null {
  const body = record.subarray(0, bodyBytes);
  if (!startsLikeBallot(body)) return null;
  const digest = digestOf(body);
  return digest.equals(record.subarray(bodyBytes)) ? { body, digest } : null;
}

export function digestOf(body: Uint8Array): Buffer {
  return hash('sha256', body, 'buffer');
}

/**
 * A ballot that is replaced moves on to a slot ahead of it: in the nearer half of the block's slots, taken as a circle. So of two valid
 * ballots with one serial, which a crash can leave, it is known which was there before, without a mark on either.
 */
export function isAhead(slots: number, from: number, to: number): boolean {
  const steps = (to - from + slots) % slots;
  return steps > 0 && steps <= (slots - 1) / 2;
}
