// Who in a file is whom that we know. Ids find people; where a spreadsheet took their zeros, or the company numbers anew, the address and
// the name do. Nobody is taken for somebody else: an address under another name is another person.
import { bareId, foldedId, foldedText, isLost } from './clean-cell.ts';
import type { Directory, DirectoryPerson, Spared } from './directory.ts';
import { foldedEmail } from './email.ts';
import type { Person } from './person.ts';

/** Each key with the only one who has it. */
function onlyBy<T>(list: readonly T[], keyOf: (one: T) => string | null): Map<string, T> {
  const found = new Map<string, T | null>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== null && key !== '') found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].filter((pair): pair is [string, T] => pair[1] !== null));
}

const nameKey = (name: string) => foldedText(name).split(/[\s,，]+/u).sort().join(' ');
const emailOf = ({ email }: Pick<Person, 'email'>) => (email ? foldedEmail(email) : null);

type Pairs = Map<DirectoryPerson, Person | null>;

export function matchedPeople({ people }: Pick<Directory, 'people'>, known: readonly Person[]): Pairs {
  const pairs: Pairs = new Map(people.map((entry) => [entry, null]));
  const taken = new Set<string>();
  const pair = (entry: DirectoryPerson, person: Person | undefined, isSame: boolean) => {
    if (!person || taken.has(person.id) || !isSame || pairs.get(entry)) return;
    pairs.set(entry, person);
    taken.add(person.id);
  };
  const listed = known.filter(({ employeeId }) => employeeId !== null);
  const here = listed.filter(({ leftOn }) => leftOn === null);
  const byAddress = onlyBy(here, emailOf);
  const sameName = (entry: DirectoryPerson, person: Person) => isLost(entry.name) || nameKey(entry.name) === nameKey(person.name);
  const byId = new Map(listed.map((person) => [person.employeeId as string, person]));
  const byFolded = onlyBy(listed, ({ employeeId }) => foldedId(employeeId as string));
  for (const entry of people) {
    const person = byId.get(entry.employeeId) ?? byFolded.get(foldedId(entry.employeeId));
    // An id that went to somebody else: name and address both say that it is another person, who is here.
    const other = entry.email ? byAddress.get(foldedEmail(entry.email)) : undefined;
    const isOther = person && other && other.id !== person.id && sameName(entry, other) && !sameName(entry, person);
    pair(entry, isOther ? other : person, true);
  }
  const bareInFile = onlyBy(people, ({ employeeId }) => bareId(employeeId));
  const byBare = onlyBy(here, ({ employeeId }) => bareId(employeeId as string));
  for (const entry of people) {
    const addressed = entry.email ? byAddress.get(foldedEmail(entry.email)) : undefined;
    if (addressed) pair(entry, addressed, sameName(entry, addressed) || bareId(entry.employeeId) === bareId(addressed.employeeId as string));
    const bare = bareInFile.get(bareId(entry.employeeId)) === entry ? byBare.get(bareId(entry.employeeId)) : undefined;
    if (bare) pair(entry, bare, sameName(entry, bare));
  }
  // Somebody no file brought (the first administrator) is found by address once, and belongs to the file from then on.
  const byHand = onlyBy(known.filter(({ employeeId, leftOn }) => employeeId === null && leftOn === null), emailOf);
  for (const entry of people) if (entry.email) pair(entry, byHand.get(foldedEmail(entry.email)), true);
  return pairs;
}

/** Known people, here and not in the file otherwise, whom rows mean that cannot come in. */
export function sparedPeople(rows: readonly Spared[], known: readonly Person[], matched: ReadonlySet<string>): Person[] {
  if (rows.length === 0) return [];
  const ids = new Set(rows.flatMap(({ employeeId }) => (employeeId === '' ? [] : [foldedId(employeeId), bareId(employeeId)])));
  const addresses = new Set(rows.flatMap(({ email }) => (email === '' ? [] : foldedEmail(email))));
  const names = new Set(rows.flatMap(({ name }) => (name === '' ? [] : nameKey(name))));
  const isMeant = ({ employeeId, email, name }: Person) =>
    (employeeId !== null && (ids.has(foldedId(employeeId)) || ids.has(bareId(employeeId)))) || (email !== null && addresses.has(foldedEmail(email))) || names.has(nameKey(name));
  return known.filter((person) => person.leftOn === null && !matched.has(person.id) && isMeant(person));
}
