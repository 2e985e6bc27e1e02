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
  /** Comes with a slip and with nothing else: such a person takes no paper by signing in. */
  readonly bySlip?: boolean;
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
  /** The two who hand out slips; nobody where there are none. */
  readonly handingOut: readonly string[];
}

const listShape = v.object({
  blocks: v.array(v.object({ salt: v.string(), names: v.array(v.string()) })),
  people: v.array(v.tuple([v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))])),
  /** Absent in what was sealed before there were slips. */
  slips: v.optional(v.object({ people: v.array(v.string()), handingOut: v.array(v.string()) })),
});

export function writePeople(path: string, { blocks, people, handingOut }: PeopleList): void {
  const order = shuffled(people, (below) => (below <= 1 ? 0 : randomInt(below)));
  const slips = { people: order.filter(({ bySlip }) => bySlip).map(({ person }) => person), handingOut };
  writePrivately(path, JSON.stringify({ blocks, people: order.map(({ person, block }) => [person, block]), ...(slips.people.length > 0 && { slips }) }));
}

/** Throws where the file is none of these. */
export function readPeople(path: string): PeopleList {
  const { blocks, people, slips } = v.parse(listShape, JSON.parse(readFileSync(path, 'utf8')));
  const bySlip = new Set(slips?.people);
  return { blocks, people: people.map(([person, block]) => ({ person, block, ...(bySlip.has(person) && { bySlip: true }) })), handingOut: slips?.handingOut ?? [] };
}
