// Who may answer: written at sealing and never again. People stand in random order, and their place in it is where their papers are
// noted, so that no place tells a name's letter, a department or who came first.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { shuffled } from '#app/domain/kernel/chance.ts';
import { writePrivately } from './durable.ts';

export interface RollEntry {
  readonly person: string;
  /** Index into the manifest's blocks. */
  readonly block: number;
}

export interface RolledBlock {
  /** Random, base64url; with the names it gives the hash in the manifest. */
  readonly salt: string;
  /** Sorted names of everybody in the block, as at sealing. */
  readonly names: readonly string[];
}

export interface PeopleList {
  readonly blocks: readonly RolledBlock[];
  readonly people: readonly RollEntry[];
}

const listShape = v.object({
  blocks: v.array(v.object({ salt: v.string(), names: v.array(v.string()) })),
  people: v.array(v.tuple([v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))])),
});

export function writePeople(path: string, { blocks, people }: PeopleList): void {
  const order = shuffled(people, (below) => (below <= 1 ? 0 : randomInt(below)));
  writePrivately(path, JSON.stringify({ blocks, people: order.map(({ person, block }) => [person, block]) }));
}

/** Throws where the file is none of these. */
export function readPeople(path: string): PeopleList {
  const { blocks, people } = v.parse(listShape, JSON.parse(readFileSync(path, 'utf8')));
  return { blocks, people: people.map(([person, block]) => ({ person, block })) };
}
