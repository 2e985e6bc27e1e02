// The roll: who has taken a paper. Two records of noise for each person, one for the paper and one for its reissue: what was noted once is
// never written over while the survey is open, and no time stands anywhere.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { readPeople, type PeopleList } from './people-list.ts';
import type { BoxPlace } from './place.ts';
import { makeRecords, noise, openRecords } from './records.ts';
import { writeQueue, type Waiting } from './write-queue.ts';

const digestBytes = 32;
/** Digest of the blinded value, and the checksum that tells it from noise. A sector of a disk holds eight whole ones. */
export const rollBytes = 2 * digestBytes;
const papersPerPerson = 2;

export interface Issued {
  readonly block: number;
  /** SHA-256 of the blinded value, or null where no paper was taken. */
  readonly blinded: Uint8Array | null;
  readonly reissued: boolean;
  /** Comes with a slip: no paper is given to whoever signs in as this person. */
  readonly bySlip: boolean;
}

export interface RollCounts {
  /** By block. */
  readonly invited: readonly number[];
  readonly papers: readonly number[];
  readonly reissued: readonly number[];
}

const countOf = (people: number) => people * papersPerPerson;

/** Of the person at this place of the list: the paper's record, or the reissue's. */
export function recordNumber(people: number, at: number, reissued: boolean): number {
  return reissued ? people + at : at;
}

export function makeRoll(path: string, people: number): Promise<void> {
  return makeRecords(path, { count: countOf(people), bytes: rollBytes });
}

function checksum(number: number, blinded: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`murmur roll ${number} `), blinded]), 'buffer');
}

export function writtenPaper(number: number, blinded: Uint8Array): Buffer {
  return Buffer.concat([blinded, checksum(number, blinded)]);
}

/** The digest noted in a record; null for noise, which is also what a torn record reads as. */
export function readPaper(number: number, record: Uint8Array): Buffer | null {
  const blinded = record.subarray(0, digestBytes);
  return checksum(number, blinded).equals(record.subarray(digestBytes)) ? Buffer.from(blinded) : null;
}

function checkSize(path: string, bytes: Uint8Array, people: number): void {
  if (bytes.length !== countOf(people) * rollBytes) throw new Error(`${path} has ${bytes.length} bytes where ${countOf(people) * rollBytes} were sealed`);
}

const paperIn = (bytes: Uint8Array, number: number): Buffer | null => readPaper(number, bytes.subarray(number * rollBytes, (number + 1) * rollBytes));

/** By record. */
function readPapers(path: string, people: number): (Buffer | null)[] {
  const bytes = readFileSync(path);
  checkSize(path, bytes, people);
  return Array.from({ length: countOf(people) }, (_, number) => paperIn(bytes, number));
}

interface Asked {
  readonly at: number | undefined;
  readonly decide: (issued: Issued | null) => Pick<Issued, 'blinded' | 'reissued'> | null;
}

const atOnce = 2_000;

/** The same with a turn for others after some of them. */
async function readPapersSoon(path: string, people: number): Promise<(Buffer | null)[]> {
  const bytes = await readFile(path);
  checkSize(path, bytes, people);
  const papers: (Buffer | null)[] = [];
  for (let number = 0; number < countOf(people); number += 1) {
    if (number > 0 && number % atOnce === 0) await setImmediate();
    papers.push(paperIn(bytes, number));
  }
  return papers;
}

export async function openRoll({ people: list, roll }: Pick<BoxPlace, 'people' | 'roll'>) {
  const { blocks, people } = readPeople(list);
  const papers = await readPapersSoon(roll, people.length);
  const places = new Map(people.map(({ person }, at) => [person, at]));
  const records = openRecords(roll, { count: countOf(people.length), bytes: rollBytes });
  /** What a failed write left: noise before anything else is acknowledged. */
  const doubtful = new Set<number>();

  function issuedTo(at: number | undefined): Issued | null {
    if (at === undefined) return null;
    const reissue = papers[recordNumber(people.length, at, true)] ?? null;
    const { block, bySlip = false } = people[at]!;
    return { block, blinded: reissue ?? papers[at] ?? null, reissued: reissue !== null, bySlip };
  }

  async function enter(batch: readonly Waiting<Asked>[]): Promise<readonly Waiting<Asked>[]> {
    await records.write([...doubtful].map((number) => ({ number, record: noise(rollBytes) })));
    doubtful.clear();
    const asking = new Set<number | undefined>();
    const late: Waiting<Asked>[] = [];
    const entered: { number: number; blinded: Buffer; waiting: Waiting<Asked> }[] = [];
    for (const waiting of batch) {
      const { at, decide } = waiting.one;
      if (at !== undefined && asking.has(at)) {
        late.push(waiting);
        continue;
      }
      asking.add(at);
      const decided = decide(issuedTo(at));
      if (!decided?.blinded || at === undefined) waiting.kept();
      else entered.push({ number: recordNumber(people.length, at, decided.reissued), blinded: Buffer.from(decided.blinded), waiting });
    }
    try {
      await records.write(entered.map(({ number, blinded }) => ({ number, record: writtenPaper(number, blinded) })));
    } catch (error) {
      for (const { number, waiting } of entered) {
        doubtful.add(number);
        waiting.lost(error);
      }
      return late;
    }
    for (const { number, blinded, waiting } of entered) {
      papers[number] = blinded;
      waiting.kept();
    }
    return late;
  }

  const queue = writeQueue(enter);
  return {
    blocks,
    entry: (person: string) => issuedTo(places.get(person)),
    /** Looks and writes in one step, so that of two requests at once one sees the other. What `decide` gives back is written. */
    async issue<T>(person: string, decide: (issued: Issued | null) => { readonly write: Pick<Issued, 'blinded' | 'reissued'> | null; readonly result: T }): Promise<T> {
      let decided: { readonly result: T } | undefined;
      await queue.add({
        at: places.get(person),
        decide(issued) {
          const { write, result } = decide(issued);
          decided = { result };
          return write;
        },
      });
      return decided!.result;
    },
    idle: queue.idle,
    close: () => records.close(),
  };
}

export type Roll = Awaited<ReturnType<typeof openRoll>>;

/** The counts of a roll as it lies on the disk. */
export function readRollCounts(place: Pick<BoxPlace, 'people' | 'roll'>): RollCounts {
  const list = readPeople(place.people);
  return countsOf(list, readPapers(place.roll, list.people.length));
}

/** People with a paper, and the byte of the roll at which it is noted: what a copy of the disk tells. */
export function papersNoted(place: Pick<BoxPlace, 'people' | 'roll'>): { readonly person: string; readonly at: number }[] {
  const { people } = readPeople(place.people);
  const papers = readPapers(place.roll, people.length);
  return people.flatMap(({ person }, at) => (papers[at] ? [{ person, at: at * rollBytes }] : []));
}

function countsOf({ blocks, people }: PeopleList, papers: readonly (Buffer | null)[]): RollCounts {
  const zeros = () => blocks.map(() => 0);
  const counts = { invited: zeros(), papers: zeros(), reissued: zeros() };
  people.forEach(({ block }, at) => {
    counts.invited[block]! += 1;
    if (papers[at]) counts.papers[block]! += 1;
    if (papers[recordNumber(people.length, at, true)]) counts.reissued[block]! += 1;
  });
  return counts;
}
