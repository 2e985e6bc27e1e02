// A random half of the large groups, everybody of the small ones. Chance alone decides, in a way that anybody who holds the list of people
// can repeat from the seed (docs/random-half.md): nobody is picked by hand, and nobody can say afterwards that somebody was.
import { hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { FormedBlock } from './blocks.ts';

/** Below this a half tells too little: a department of sixty needs forty answers for ten points (statistics 2.17). */
export const leastForHalf = 60;

export interface Drawable {
  readonly personId: string;
  /** By which the company knows somebody: the own number, else the address, else the name. */
  readonly drawnBy: string;
}

export const drawnByOf = ({ employeeId, email, name }: { readonly employeeId: string | null; readonly email: string | null; readonly name: string }): string =>
  employeeId ?? email?.toLowerCase() ?? name;

/** The same groups with half of the people of each large one; an odd one more is asked. */
export function halved(groups: readonly FormedBlock[]): FormedBlock[] {
  return groups.map((group) => (group.invited < leastForHalf ? group : { ...group, people: group.invited, invited: Math.ceil(group.invited / 2) }));
}

/** So many of these people: those whose SHA-256 of seed and name by which they are known comes first. In the order in which they are given. */
export function drawn<Person extends Drawable>(seed: string, people: readonly Person[], many: number): Person[] {
  const placed = people.map((person) => ({ person, at: hashOfText(`${seed}\n${person.drawnBy}`) }));
  placed.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.person.personId < other.person.personId ? -1 : 1));
  const chosen = new Set(placed.slice(0, many).map(({ person }) => person.personId));
  return people.filter(({ personId }) => chosen.has(personId));
}
