// The box of one open survey. A ballot goes into a random free slot; one that replaces another goes into a second slot first, and only
// when the disk has it is the first overwritten with noise. At every moment the disk holds a whole ballot of whoever was told so.
import type { Chance } from '#app/domain/kernel/chance.ts';
import type { Ballot } from '#app/domain/responses/ballot-format.ts';
import { digestOf, writeQueue, type Filled, type Slots, type Waiting } from '#db/boxes.server.ts';
import { lookThrough } from './look-through-box.server.ts';
import type { BlockKey } from './sign-papers.server.ts';
import { usedSlots, type UsedSlots } from './used-slots.server.ts';

interface Dropped {
  readonly ballot: Pick<Ballot, 'block' | 'serial'>;
  readonly body: Uint8Array;
  readonly digest: Buffer;
  readonly chance: Chance;
}

interface Placed extends Filled {
  readonly waiting: Waiting<Dropped>;
}

type SlotPlace = Pick<Filled, 'block' | 'number'>;

export interface BallotBox {
  /** Resolves when the disk has it. The same bytes again change nothing. */
  put(ballot: Pick<Ballot, 'block' | 'serial'>, body: Uint8Array, chance: Chance): Promise<void>;
  /** Ballots by block. */
  counts(): number[];
  idle(): Promise<void>;
  close(): void;
}

/** Looks through the whole box; what a crash left beside a ballot is overwritten before anything is taken. */
export async function openBallotBox(slots: Slots, keys: readonly BlockKey[]): Promise<BallotBox> {
  const used = usedSlots(slots.sizes);
  const { ballots, surplus } = await lookThrough(slots, keys);
  for (const found of ballots) used.enter(found.block, found.number, found);
  await slots.clear(surplus);
  const queue = writeQueue(putting(slots, used));
  return {
    put: (ballot, body, chance) => queue.add({ ballot, body, digest: digestOf(body), chance }),
    counts: used.counts,
    idle: queue.idle,
    close: slots.close,
  };
}

function putting(slots: Slots, used: UsedSlots) {
  /** Slots that may hold what nobody was told of, or what was replaced: noise before anything else is acknowledged. */
  let doubtful: SlotPlace[] = [];

  async function clear(): Promise<void> {
    await slots.clear(doubtful);
    for (const { block, number } of doubtful) used.release(block, number);
    doubtful = [];
  }

  return async (batch: readonly Waiting<Dropped>[]): Promise<readonly Waiting<Dropped>[]> => {
    await clear();
    const { placed, late } = places(batch, used);
    try {
      await slots.write(placed);
    } catch (error) {
      doubtful = placed.map(({ block, number }) => ({ block, number }));
      for (const { waiting } of placed) waiting.lost(error);
      return late;
    }
    const replacing = placed.filter(({ block, number, digest, waiting }) => {
      const left = used.enter(block, number, { serial: waiting.one.ballot.serial, digest });
      if (left === null) waiting.kept();
      else doubtful.push({ block, number: left });
      return left !== null;
    });
    try {
      await clear();
      for (const { waiting } of replacing) waiting.kept();
    } catch (error) {
      for (const { waiting } of replacing) waiting.lost(error);
    }
    return late;
  };
}

/** A slot for each; `late` are those that have to wait for what others of the batch leave. */
function places(batch: readonly Waiting<Dropped>[], used: UsedSlots): { placed: Placed[]; late: Waiting<Dropped>[] } {
  const placed: Placed[] = [];
  const late: Waiting<Dropped>[] = [];
  const serials = new Set<string>();
  for (const waiting of batch) {
    const { ballot, body, digest, chance } = waiting.one;
    const { block } = ballot;
    const serial = `${block} ${Buffer.from(ballot.serial).toString('latin1')}`;
    const replaced = used.find(block, ballot.serial);
    if (serials.has(serial)) late.push(waiting);
    else if (replaced !== null && used.holds(block, replaced, digest)) waiting.kept();
    else {
      const number = used.keep(block, replaced, chance);
      if (number !== null) placed.push({ block, number, body, digest, waiting });
      else if (placed.some((other) => other.block === block)) late.push(waiting);
      else waiting.lost(new Error('more papers than slots'));
    }
    serials.add(serial);
  }
  return { placed, late };
}
