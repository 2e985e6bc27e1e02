// Somebody who holds a raw copy of the disk, free blocks included, tries to say whose ballot is whose. They know who took a paper in which
// order (worse than any log of ours would tell) and the size of each request, and look for any trace of the same order in what is stored.
import { copiesOf } from './copies.ts';
import { fileSystemJournalOn, lastChanges, walsOn } from './residues.ts';
import type { StoredRecord } from './stored-records.ts';

export interface StoredBallot {
  /** What tells ballots apart; only for finding out afterwards whether a guess was right. */
  readonly receipt: string;
  readonly block: number;
  readonly serial: Uint8Array;
  readonly size: number;
  /** The file that holds it, as its directory and inode tell of it. */
  readonly file: StoredFile;
  /** Byte of the file at which it begins. */
  readonly at: number;
  /** Where the file is a database. */
  readonly record?: StoredRecord;
}

export interface StoredFile {
  readonly name: string;
  readonly inode: number;
  /** Last change, in milliseconds, as fine as the file system tells it. */
  readonly changed: number;
  readonly pages: number;
}

export interface Respondent {
  readonly receipt: string;
  readonly block: number;
  readonly person: string;
  /** Bytes of the request that carried the ballot, as an access log has them. */
  readonly requested: number;
}

export interface Loot {
  /** In the order in which papers were issued. */
  readonly respondents: readonly Respondent[];
  readonly ballots: readonly StoredBallot[];
  /** The raw disk, or all files one after another. */
  readonly disk: Uint8Array;
  /** Who took papers, and where that is noted. */
  readonly issued: readonly { readonly person: string; readonly at: number }[];
  /** The list of receipts as published; empty before. */
  readonly receipts: readonly string[];
}

export const strategies = [
  'time',
  'row id',
  'order of records',
  'overflow page',
  'cell offset',
  'write-ahead log',
  'rollback journals',
  'size',
  'first copy',
  'last copy',
  'directory entry',
  'inode',
  'inode time',
  'order of the roll',
  'order of receipts',
] as const;
export type Strategy = (typeof strategies)[number];

/** Right guesses that chance explains: once per block on average, and five standard deviations more (25 in ten blocks). */
export function guessedRight(blocks: number): number {
  return Math.floor(blocks + 5 * Math.sqrt(blocks));
}

/** Right guesses by strategy. */
export function linksByStrategy(loot: Loot): Record<Strategy, number> {
  const copies = new Map(copiesOf(loot.disk, loot.ballots.map(({ serial }) => serial)).map((places, index) => [loot.ballots[index]!, places]));
  return Object.fromEntries(strategies.map((strategy) => [strategy, links(loot, strategy, copies)])) as Record<Strategy, number>;
}

type Copies = ReadonlyMap<StoredBallot, readonly number[]>;

function links(loot: Loot, strategy: Strategy, copies: Copies): number {
  const people = strategy === 'order of the roll' ? byRoll(loot) : strategy === 'size' ? sorted(loot.respondents, (one) => one.requested) : loot.respondents;
  const guessed = sorted(loot.ballots, traceOf(loot, strategy, copies));
  const byBlock = new Map<number, StoredBallot[]>();
  for (const ballot of guessed) byBlock.set(ballot.block, [...(byBlock.get(ballot.block) ?? []), ballot]);
  const next = new Map<number, number>();
  let right = 0;
  for (const { block, receipt } of people) {
    const place = next.get(block) ?? 0;
    next.set(block, place + 1);
    if (byBlock.get(block)?.[place]?.receipt === receipt) right += 1;
  }
  return right;
}

/** A number by which ballots may stand in the order in which they came. */
function traceOf({ ballots, disk, receipts }: Loot, strategy: Strategy, copies: Copies): (ballot: StoredBallot) => number {
  switch (strategy) {
    case 'time':
      return ({ record }) => (record && timeIn(record)) ?? 0;
    case 'row id':
      return ({ record }) => record?.rowId ?? 0;
    case 'order of records':
    case 'order of the roll':
      return ({ at }) => at;
    case 'overflow page':
      return ({ record }) => record?.overflow ?? 0;
    case 'cell offset':
      // The first cell of a page lies at its end.
      return ({ record, at }) => (record ? record.page * 1e6 - record.offset : at);
    case 'write-ahead log': {
      const logs = walsOn(disk);
      return (ballot) => copies.get(ballot)?.find((place) => logs.some(({ from, to }) => place >= from && place < to)) ?? 0;
    }
    case 'rollback journals': {
      const changes = new Map([...new Set(ballots.map(({ file }) => file.pages))].map((pages) => [pages, lastChanges(disk, pages)]));
      return ({ file, record }) => changes.get(file.pages)?.get(record?.overflow || record?.page || 0) ?? 0;
    }
    case 'size':
      return ({ size }) => size;
    case 'first copy':
      return (ballot) => copies.get(ballot)?.[0] ?? 0;
    case 'last copy':
      return (ballot) => copies.get(ballot)?.at(-1) ?? 0;
    case 'directory entry': {
      const entered = firstEntered(disk, ballots.map(({ file }) => file.name));
      return ({ file }) => entered.get(file.name) ?? 0;
    }
    case 'inode':
      return ({ file }) => file.inode;
    case 'inode time':
      return ({ file }) => file.changed;
    case 'order of receipts': {
      const place = new Map(receipts.map((receipt, index) => [receipt, index]));
      return ({ receipt }) => place.get(receipt) ?? 0;
    }
  }
}

/** By name, where the file system's journal first has a directory with it. A file that holds all ballots tells nothing by its name. */
function firstEntered(disk: Uint8Array, all: readonly string[]): Map<string, number> {
  const names = [...new Set(all)];
  const { from, to } = fileSystemJournalOn(disk);
  if (names.length < 2) return new Map();
  const places = copiesOf(disk.subarray(from, to), names.map((name) => new TextEncoder().encode(name)));
  return new Map(names.map((name, index) => [name, places[index]![0] ?? 0]));
}

/** An instant in a record, as text or as a number of seconds or milliseconds. */
function timeIn({ columns }: StoredRecord): number | null {
  for (const column of columns) {
    if (typeof column === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:/.test(column)) return Date.parse(column);
    if (typeof column === 'number' && column > 1e9) return column;
  }
  return null;
}

function byRoll({ respondents, issued }: Loot): Respondent[] {
  const place = new Map(issued.map(({ person, at }) => [person, at]));
  return sorted(respondents, ({ person }) => place.get(person) ?? 0);
}

/** Equal traces stay in the order given. */
function sorted<T>(list: readonly T[], trace: (one: T) => number): T[] {
  const traced = list.map((one) => ({ one, at: trace(one) }));
  return traced.sort((left, right) => left.at - right.at).map(({ one }) => one);
}
