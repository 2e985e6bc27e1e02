// Which slots hold ballots is known in memory alone and found again at start by their signatures. A copy of the disk lets whoever
// verifies as we do tell used slots from unused ones; neither the disk nor this memory keeps the order in which they were used:
// what is known of a slot lies at the slot's own place, and used slots are listed by their serials.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { serialBytes } from '#app/domain/responses/ballot-format.ts';
import { isAhead } from '#db/boxes.server.ts';

const free = 0;
const kept = 1;
const used = 2;
const digestBytes = 32;
const tries = 32;

interface BlockSlots {
  readonly state: Uint8Array;
  readonly serials: Buffer;
  readonly digests: Buffer;
  /** Used slots, sorted by serial. */
  readonly bySerial: number[];
}

export interface UsedSlots {
  /** The slot of this serial, or null. */
  find(block: number, serial: Uint8Array): number | null;
  /** Whether the slot holds these bytes, by their SHA-256. */
  holds(block: number, number: number, digest: Uint8Array): boolean;
  /** Keeps a random free slot for a ballot: ahead of the one it replaces. Null where none is free. */
  keep(block: number, replaced: number | null, chance: Chance): number | null;
  /** The ballot of this serial lies in this slot now; gives the slot it leaves, which is not free before it is released. */
  enter(block: number, number: number, ballot: { readonly serial: Uint8Array; readonly digest: Uint8Array }): number | null;
  /** What was kept, or left, holds noise again. */
  release(block: number, number: number): void;
  /** Ballots by block. */
  counts(): number[];
}

function search({ bySerial, serials }: BlockSlots, serial: Uint8Array): { at: number; number: number | null } {
  let [from, to] = [0, bySerial.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const number = bySerial[middle]!;
    const order = serials.compare(serial, 0, serial.length, number * serialBytes, (number + 1) * serialBytes);
    if (order === 0) return { at: middle, number };
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return { at: from, number: null };
}

function freeSlot({ state }: BlockSlots, replaced: number | null, chance: Chance): number | null {
  const fits = (number: number) => state[number] === free && (replaced === null || isAhead(state.length, replaced, number));
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const number = chance(state.length);
    if (fits(number)) return number;
  }
  const all = Array.from(state.keys());
  const open = all.filter(fits);
  // Nothing free ahead happens in a box that is full: rather any place than no ballot.
  const from = open.length > 0 ? open : all.filter((number) => state[number] === free);
  return from[chance(from.length)] ?? null;
}

/** `sizes`: slots by block. All are free. */
export function usedSlots(sizes: readonly number[]): UsedSlots {
  const blocks = sizes.map((size): BlockSlots => ({ state: new Uint8Array(size), serials: Buffer.alloc(size * serialBytes), digests: Buffer.alloc(size * digestBytes), bySerial: [] }));
  return {
    find: (block, serial) => search(blocks[block]!, serial).number,
    holds: (block, number, digest) => blocks[block]!.digests.compare(digest, 0, digestBytes, number * digestBytes, (number + 1) * digestBytes) === 0,
    keep(block, replaced, chance) {
      const number = freeSlot(blocks[block]!, replaced, chance);
      if (number !== null) blocks[block]!.state[number] = kept;
      return number;
    },
    enter(block, number, { serial, digest }) {
      const slots = blocks[block]!;
      const { at, number: left } = search(slots, serial);
      slots.serials.set(serial, number * serialBytes);
      slots.digests.set(digest, number * digestBytes);
      slots.state[number] = used;
      if (left === null) slots.bySerial.splice(at, 0, number);
      else {
        slots.bySerial[at] = number;
        slots.state[left] = kept;
      }
      return left;
    },
    release(block, number) {
      const slots = blocks[block]!;
      slots.state[number] = free;
      slots.serials.fill(0, number * serialBytes, (number + 1) * serialBytes);
      slots.digests.fill(0, number * digestBytes, (number + 1) * digestBytes);
    },
    counts: () => blocks.map(({ bySerial }) => bySerial.length),
  };
}
