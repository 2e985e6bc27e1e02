// Known people who have another address after an import. A person is known by the id of the staff system, whether here or gone; whoever
// comes under a new id with the name of somebody who left lately is taken for the same, for otherwise a new id would hide a new address.
import { daysBetween, type Day } from '../kernel/day.ts';
import { readdressing, type Readdressed } from './address-change.ts';
import type { Person } from './person.ts';

/** Days after leaving for which a name alone still tells who somebody is. */
const rememberedDays = 180;

export interface Comparison {
  readonly day: Day;
  /** Everybody on record before. */
  readonly known: readonly Person[];
  /** As they are written now. */
  readonly people: readonly Person[];
  /** Those among the known who leave now. */
  readonly leaving: readonly Person[];
}

const foldedName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

function byName(people: readonly Person[]): Map<string, Person[]> {
  const names = new Map<string, Person[]>();
  for (const person of people) {
    const name = foldedName(person.name);
    names.set(name, [...(names.get(name) ?? []), person]);
  }
  return names;
}

/** The one who left and has this name; null for nobody, and for several, of whom none can be told. */
function only(candidates: readonly Person[] | undefined): Person | null {
  return candidates?.length === 1 ? (candidates[0] as Person) : null;
}

export function readdressedIn({ day, known, people, leaving }: Comparison): Readdressed[] {
  const before = new Map(known.map((person) => [person.id, person]));
  const goes = byName(leaving);
  const went = byName(known.filter(({ leftOn, employeeId }) => leftOn !== null && employeeId !== null && daysBetween(leftOn, day) <= rememberedDays));
  return people.flatMap((after) => {
    const same = before.get(after.id);
    const name = foldedName(after.name);
    const former = same ?? only(goes.get(name)) ?? only(went.get(name));
    if (!former || (!same && after.email === null)) return [];
    return readdressing({ personId: after.id, name: former.name }, former.email, after.email) ?? [];
  });
}
