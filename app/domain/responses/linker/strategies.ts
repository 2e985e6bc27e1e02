// Somebody who holds a copy of everything tries to say whose ballot is whose. They know who took a paper in which order (worse than any
// log of ours would tell) and the size of each request, and look for any trace of the same order in what is stored.
import type { StoredRecord } from './stored-records.ts';

export interface StoredBallot {
  /** What tells ballots apart; only for finding out afterwards whether a guess was right. */
  readonly receipt: string;
  readonly block: number;
  readonly serial: Uint8Array;
  readonly size: number;
  readonly record: StoredRecord;
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
  /** The box file and whatever lies beside it, journals and logs included. */
  readonly box: Uint8Array;
  readonly beside: readonly Uint8Array[];
  /** Who took papers, as stored. */
  readonly issued: readonly { readonly person: string; readonly record: StoredRecord }[];
}

export const strategies = ['time', 'row id', 'key order', 'overflow page', 'cell offset', 'WAL', 'size', 'issuance order'] as const;
export type Strategy = (typeof strategies)[number];

/** Right guesses that chance explains: once per block on average, and five standard deviations more (25 in ten blocks). */
export function guessedRight(blocks: number): number {
  return Math.floor(blocks + 5 * Math.sqrt(blocks));
}

/** Right guesses by strategy. */
export function linksByStrategy(loot: Loot): Record<Strategy, number> {
  return Object.fromEntries(strategies.map((strategy) => [strategy, links(loot, strategy)])) as Record<Strategy, number>;
}

function links(loot: Loot, strategy: Strategy): number {
  const people = strategy === 'issuance order' ? byStoredIssuance(loot) : strategy === 'size' ? sorted(loot.respondents, (one) => one.requested) : loot.respondents;
  const guessed = sorted(loot.ballots, traceOf(loot, strategy));
  const next = new Map<number, number>();
  let right = 0;
  for (const { block, receipt } of people) {
    const place = next.get(block) ?? 0;
    next.set(block, place + 1);
    if (guessed.filter((ballot) => ballot.block === block)[place]?.receipt === receipt) right += 1;
  }
  return right;
}

/** A number by which ballots may stand in the order in which they came. */
function traceOf({ ballots, box, beside }: Loot, strategy: Strategy): (ballot: StoredBallot) => number {
  const inTree = new Map(ballots.map((ballot, index) => [ballot, index]));
  switch (strategy) {
    case 'time':
      return ({ record }) => timeIn(record) ?? 0;
    case 'row id':
      return ({ record }) => record.rowId ?? 0;
    case 'key order':
      return (ballot) => inTree.get(ballot) ?? 0;
    case 'overflow page':
      return ({ record }) => record.overflow;
    case 'cell offset':
      // The first cell of a page lies at its end.
      return ({ record }) => record.page * 1e6 - record.offset;
    case 'WAL':
      return ({ serial }) => positionIn(beside, serial);
    case 'size':
      return ({ size }) => size;
    case 'issuance order':
      return ({ serial }) => positionIn([box], serial);
  }
}

/** An instant in a record, as text or as a number of seconds or milliseconds. */
function timeIn({ columns }: StoredRecord): number | null {
  for (const column of columns) {
    if (typeof column === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:/.test(column)) return Date.parse(column);
    if (typeof column === 'number' && column > 1e9) return column;
  }
  return null;
}

function positionIn(files: readonly Uint8Array[], serial: Uint8Array): number {
  let passed = 0;
  for (const file of files) {
    const found = indexOf(file, serial);
    if (found >= 0) return passed + found;
    passed += file.length;
  }
  return passed;
}

function indexOf(file: Uint8Array, sought: Uint8Array): number {
  const first = sought[0] as number;
  for (let at = file.indexOf(first); at >= 0; at = file.indexOf(first, at + 1)) {
    if (sought.every((byte, index) => file[at + index] === byte)) return at;
  }
  return -1;
}

function byStoredIssuance({ respondents, issued }: Loot): Respondent[] {
  const place = new Map(issued.map(({ person, record }) => [person, record.rowId ?? record.page * 1e6 - record.offset]));
  return sorted(respondents, ({ person }) => place.get(person) ?? 0);
}

/** Equal traces stay in the order given. */
function sorted<T>(list: readonly T[], trace: (one: T) => number): T[] {
  const traced = list.map((one) => ({ one, at: trace(one) }));
  return traced.sort((left, right) => left.at - right.at).map(({ one }) => one);
}
