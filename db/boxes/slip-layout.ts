// Where what stands in the file of slips: for each printable slip its code, its holder and its paper, then the numbers that the two who
// hand out wrote down by block. What stands there is a digest with a checksum, as on the roll; everything else is noise.
import { randomBytes } from 'node:crypto';
import { agreed, mostPrintings, slipsFor, type SlipCount } from '#app/domain/surveys/slips/slips.ts';
import type { PeopleList } from './people-list.ts';

const digestBytes = 32;
const handing = 2;

export interface SlipLayout {
  /** By block: people who come with a slip. */
  readonly listed: readonly number[];
  /** By block its first slip; last of all how many slips there are. */
  readonly starts: readonly number[];
  readonly slips: number;
  readonly records: number;
}

export function slipLayout({ blocks, people }: PeopleList): SlipLayout {
  const listed = blocks.map(() => 0);
  for (const { block, bySlip } of people) if (bySlip) listed[block]! += 1;
  const starts = [0];
  for (const count of listed) starts.push(starts.at(-1)! + mostPrintings * slipsFor(count));
  const slips = starts.at(-1)!;
  return { listed, starts, slips, records: 3 * slips + handing * blocks.length };
}

export type Field = 'code' | 'holder' | 'paper';
const fields: readonly Field[] = ['code', 'holder', 'paper'];

export const recordOf = ({ slips }: SlipLayout, field: Field, slip: number): number => fields.indexOf(field) * slips + slip;
export const numberRecord = ({ slips, listed }: SlipLayout, hand: number, block: number): number => 3 * slips + hand * listed.length + block;

export function slipsOf({ starts }: SlipLayout, block: number): number[] {
  return Array.from({ length: starts[block + 1]! - starts[block]! }, (_, index) => starts[block]! + index);
}

export function blockOf({ starts, listed }: SlipLayout, slip: number): number {
  return listed.findLastIndex((count, block) => count > 0 && starts[block]! <= slip);
}

/** The slips of one printing of a block. */
export function partOf(layout: SlipLayout, block: number, printing: number): number[] {
  const slips = slipsOf(layout, block);
  const size = slips.length / mostPrintings;
  return slips.slice(printing * size, (printing + 1) * size);
}

/** By record; null for noise. */
export type Read = (record: number) => Buffer | null;

/** Printings of a block. Of one that was followed by another only what was used is left. */
export function printingsIn(layout: SlipLayout, read: Read, block: number): number {
  const isUsed = (slip: number) => read(recordOf(layout, 'code', slip)) !== null || read(recordOf(layout, 'holder', slip)) !== null;
  for (let printing = mostPrintings; printing > 0; printing -= 1) if (partOf(layout, block, printing - 1).some(isUsed)) return printing;
  return 0;
}

/** A number of slips where a digest stands; what follows it is noise. */
export function writtenNumber(count: number): Buffer {
  const digest = randomBytes(digestBytes);
  digest.writeUInt32LE(count);
  return digest;
}

export const numberIn = (digest: Buffer | null): number | null => digest && digest.readUInt32LE();

/** By block. */
export function slipCountsIn(layout: SlipLayout, read: Read): SlipCount[] {
  return layout.listed.map((listed, block) => ({
    listed,
    papers: slipsOf(layout, block).filter((slip) => read(recordOf(layout, 'paper', slip)) !== null).length,
    given: agreed(Array.from({ length: handing }, (_, hand) => numberIn(read(numberRecord(layout, hand, block))))),
  }));
}
