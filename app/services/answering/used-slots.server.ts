// Which slots hold ballots is known in memory alone and found again at start by their signatures. A copy of the disk without
// this memory still shows it to whoever verifies as we do; what it never shows is an order.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { readBallot } from '#app/domain/responses/ballot-format.ts';
import type { Slot } from '#db/boxes.server.ts';
import { isSignedSoon, type BlockKey } from './tokens.server.ts';

interface BlockSlots {
  /** By serial (bytes as latin1). */
  readonly used: Map<string, number>;
  readonly free: number[];
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
const keyOf = (serial: Uint8Array) => Buffer.from(serial.buffer, serial.byteOffset, serial.byteLength).toString('latin1');

export async function findUsedSlots(slots: Iterable<Slot>, keys: readonly BlockKey[]): Promise<UsedSlots> {
  const blocks: BlockSlots[] = keys.map(() => ({ used: new Map(), free: [] }));
  let batch: Promise<void>[] = [];
  for (const slot of slots) {
    batch.push(sort(slot, keys, blocks));
    if (batch.length < atOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return usedSlots(blocks);
}

async function sort({ block, number, body }: Slot, keys: readonly BlockKey[], blocks: readonly BlockSlots[]): Promise<void> {
  const { used, free } = blocks[block] as BlockSlots;
  const ballot = readBallot(body);
  const holds = ballot !== null && ballot.block === block && (await isSignedSoon((keys[block] as BlockKey).verify, ballot));
  if (holds && !used.has(keyOf(ballot.serial))) used.set(keyOf(ballot.serial), number);
  else free.push(number);
}

function usedSlots(blocks: readonly BlockSlots[]): UsedSlots {
  return {
    take(block, serial, chance) {
      const { used, free } = blocks[block] as BlockSlots;
      const key = keyOf(serial);
      const own = used.get(key);
      if (own !== undefined) return { number: own, giveBack: () => undefined };
      const at = chance(free.length);
      const number = free[at];
      if (number === undefined) throw new Error('more papers than slots');
      free[at] = free[free.length - 1] as number;
      free.pop();
      used.set(key, number);
      return {
        number,
        giveBack: () => {
          if (used.delete(key)) free.push(number);
        },
      };
    },
    counts: () => blocks.map(({ used }) => used.size),
  };
}
