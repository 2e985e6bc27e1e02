// Which slots hold ballots is known in memory alone and found again at start by their signatures. A copy of the disk lets whoever
// verifies as we do tell used slots from unused ones; neither the disk nor this memory keeps the order in which they were used:
// serials stand sorted, and there is no list from which slots were taken one after the other.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { readBallot } from '#app/domain/responses/ballot-format.ts';
import type { Slot } from '#db/boxes.server.ts';
import { isSignedSoon, type BlockKey } from './tokens.server.ts';

interface BlockSlots {
  /** Sorted by serial. */
  readonly used: { readonly serial: Buffer; readonly number: number }[];
  readonly isUsed: Uint8Array;
}

export interface Taken {
  readonly number: number;
  /** Gives a slot back that was not written after all. */
  giveBack(): void;
}

export interface UsedSlots {
  /** The slot of this serial, or a random free one. */
  take(block: number, serial: Uint8Array, chance: Chance): Taken;
  /** Ballots by block. */
  counts(): number[];
}

const atOnce = 64;

/** `sizes`: slots by block. */
export async function findUsedSlots(slots: Iterable<Slot>, sizes: readonly number[], keys: readonly BlockKey[]): Promise<UsedSlots> {
  const blocks = keys.map((_, block): BlockSlots => ({ used: [], isUsed: new Uint8Array(sizes[block] ?? 0) }));
  let batch: Promise<void>[] = [];
  for (const slot of slots) {
    batch.push(look(slot, keys, blocks));
    if (batch.length < atOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return usedSlots(blocks);
}

async function look({ block, number, body }: Slot, keys: readonly BlockKey[], blocks: readonly BlockSlots[]): Promise<void> {
  const ballot = readBallot(body);
  if (ballot?.block !== block || !(await isSignedSoon((keys[block] as BlockKey).verify, ballot))) return;
  const slots = blocks[block] as BlockSlots;
  const { at, own } = find(slots, ballot.serial);
  if (!own) occupy(slots, at, { serial: ballot.serial, number });
}

function find({ used }: BlockSlots, serial: Uint8Array): { at: number; own: BlockSlots['used'][number] | null } {
  let [from, to] = [0, used.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = Buffer.compare(used[middle]!.serial, serial);
    if (order === 0) return { at: middle, own: used[middle]! };
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return { at: from, own: null };
}

function occupy({ used, isUsed }: BlockSlots, at: number, { serial, number }: { serial: Uint8Array; number: number }): void {
  used.splice(at, 0, { serial: Buffer.from(serial), number });
  isUsed[number] = 1;
}

function freeSlot({ used, isUsed }: BlockSlots, chance: Chance): number {
  if (used.length === isUsed.length) throw new Error('more papers than slots');
  for (;;) {
    const number = chance(isUsed.length);
    if (!isUsed[number]) return number;
  }
}

function usedSlots(blocks: readonly BlockSlots[]): UsedSlots {
  return {
    take(block, serial, chance) {
      const slots = blocks[block] as BlockSlots;
      const { at, own } = find(slots, serial);
      if (own) return { number: own.number, giveBack: () => undefined };
      const number = freeSlot(slots, chance);
      occupy(slots, at, { serial, number });
      return {
        number,
        giveBack() {
          const found = find(slots, serial);
          if (found.own) slots.used.splice(found.at, 1);
          slots.isUsed[number] = 0;
        },
      };
    },
    counts: () => blocks.map(({ used }) => used.length),
  };
}
