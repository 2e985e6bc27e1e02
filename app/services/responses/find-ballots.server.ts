// The ballots of a box as it lies on the disk: one for each serial. A crash while a ballot is replaced can leave two; the one that was
// acknowledged is the one from which the other lies ahead, and it is the one that counts. The other's sender heard nothing and sends
// it again.
import { readBallot } from '#app/domain/responses/ballot-format.ts';
import { isAhead, type Filled, type Slots } from '#db/boxes.server.ts';
import { isSigned, type BlockKey } from './sign-papers.server.ts';

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

export type VerifyKeys = readonly Pick<BlockKey, 'verify'>[];

/** Records of the file, the last one not included. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

export async function findBallots(slots: Pick<Slots, 'filled' | 'sizes'>, keys: VerifyKeys): Promise<Found> {
  return oneForEachSerial(await ballotsOf(slots, keys), slots.sizes);
}

/** Everything with a valid paper in these records; in all of them without a share. */
export async function ballotsOf(slots: Pick<Slots, 'filled'>, keys: VerifyKeys, share?: Share): Promise<FoundBallot[]> {
  const found: FoundBallot[] = [];
  for await (const filled of slots.filled(share?.from, share?.to)) {
    const ballot = verified(filled, keys);
    if (ballot) found.push(ballot);
  }
  return found;
}

function verified({ block, number, body, digest }: Filled, keys: VerifyKeys): FoundBallot | null {
  const ballot = readBallot(body);
  const key = ballot?.block === block ? keys[block] : undefined;
  // One after another: handing a paper to another thread costs as much as verifying it.
  if (!ballot || !key || !isSigned(key.verify, ballot)) return null;
  // A copy: a view would keep the whole portion of the file in memory.
  return { block, number, serial: Uint8Array.from(ballot.serial), digest };
}

/** `sizes`: slots by block. */
export function oneForEachSerial(found: readonly FoundBallot[], sizes: readonly number[]): Found {
  const ballots = new Map<string, FoundBallot>();
  const surplus: FoundBallot[] = [];
  for (const one of found) {
    const serial = `${one.block} ${Buffer.from(one.serial).toString('latin1')}`;
    const other = ballots.get(serial);
    const later = other && isAhead(sizes[one.block]!, one.number, other.number);
    if (!other || later) ballots.set(serial, one);
    if (other) surplus.push(later ? other : one);
  }
  const inPlace = (one: FoundBallot, other: FoundBallot) => one.block - other.block || one.number - other.number;
  return { ballots: [...ballots.values()].sort(inPlace), surplus };
}
