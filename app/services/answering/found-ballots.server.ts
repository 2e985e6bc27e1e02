// The ballots of a box as it lies on the disk: one for each serial. A crash while a ballot is replaced can leave two; the one that was
// acknowledged is the one from which the other lies ahead, and it is the one that counts. The other's sender heard nothing and sends
// it again.
import { readBallot, type Ballot } from '#app/domain/responses/ballot-format.ts';
import { isAhead, type Filled, type Slots } from '#db/boxes.server.ts';
import { isSignedSoon, type BlockKey } from './tokens.server.ts';

export interface FoundBallot {
  readonly block: number;
  readonly number: number;
  readonly serial: Uint8Array;
  readonly digest: Uint8Array;
}

export interface Found {
  /** By place. */
  readonly ballots: readonly FoundBallot[];
  /** What a crash left beside one of them. */
  readonly surplus: readonly FoundBallot[];
}

const atOnce = 256;

export async function findBallots(slots: Pick<Slots, 'filled' | 'sizes'>, keys: readonly Pick<BlockKey, 'verify'>[]): Promise<Found> {
  const ballots = new Map<string, FoundBallot>();
  const surplus: FoundBallot[] = [];
  const enter = (found: FoundBallot) => {
    const serial = `${found.block} ${Buffer.from(found.serial).toString('latin1')}`;
    const other = ballots.get(serial);
    const later = other && isAhead(slots.sizes[found.block]!, found.number, other.number);
    if (!other || later) ballots.set(serial, found);
    if (other) surplus.push(later ? other : found);
  };
  let batch: Promise<FoundBallot | null>[] = [];
  const settle = async () => {
    for (const found of await Promise.all(batch)) if (found) enter(found);
    batch = [];
  };
  for await (const filled of slots.filled()) {
    const ballot = readBallot(filled.body);
    const key = ballot?.block === filled.block ? keys[ballot.block] : undefined;
    if (ballot && key) batch.push(verified(filled, ballot, key));
    if (batch.length >= atOnce) await settle();
  }
  await settle();
  const inPlace = (one: FoundBallot, other: FoundBallot) => one.block - other.block || one.number - other.number;
  return { ballots: [...ballots.values()].sort(inPlace), surplus };
}

async function verified({ block, number, digest }: Filled, ballot: Ballot, key: Pick<BlockKey, 'verify'>): Promise<FoundBallot | null> {
  // Copies: a view would keep the whole portion of the file in memory.
  const found = { block, number, serial: Uint8Array.from(ballot.serial), digest };
  return (await isSignedSoon(key.verify, ballot)) ? found : null;
}
