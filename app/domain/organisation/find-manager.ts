// A manager is named by id, by address or by name: «00123», «anna@example.org», «Anna Berg», «Berg, Anna», «王小明(w@example.org)».
import { bareId, foldedId, foldedText } from './clean-cell.ts';
import type { DirectoryPerson } from './directory.ts';
import { foldedEmail, isEmail } from './email.ts';

export type FoundManager = { readonly id: string } | { readonly problem: 'unknown-manager' | 'ambiguous-manager' };

/** «Berg, Anna» is «anna berg». */
function nameKey(name: string): string {
  const [last, first, ...more] = name.split(/[,，]/u).map((part) => part.trim());
  return foldedText(first && more.length === 0 ? `${first} ${last}` : name);
}

/** Each key with the one it belongs to; null where it belongs to several. */
function index(people: readonly DirectoryPerson[], keysOf: (person: DirectoryPerson) => readonly string[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const person of people) for (const key of new Set(keysOf(person))) found.set(key, found.has(key) && found.get(key) !== person.employeeId ? null : person.employeeId);
  return found;
}

const turned = (name: string) => name.split(' ').length === 2 ? [name, name.split(' ').reverse().join(' ')] : [name];

export function managerFinder(people: readonly DirectoryPerson[]): (cell: string) => FoundManager {
  const ids = index(people, ({ employeeId }) => [foldedId(employeeId)]);
  const bare = index(people, ({ employeeId }) => [bareId(employeeId)]);
  const addresses = index(people, ({ email }) => (email ? [foldedEmail(email)] : []));
  const names = index(people, ({ name }) => turned(nameKey(name)));
  const told = (found: string | null | undefined): FoundManager | null => (found === undefined ? null : found === null ? { problem: 'ambiguous-manager' } : { id: found });
  return (cell) => {
    const bracketed = /^(.*?)\s*[(（<\[]\s*([^)）>\]]+?)\s*[)）>\]]$/u.exec(cell);
    const inside = bracketed?.[2] ?? '';
    const address = [cell, inside].find((text) => isEmail(text));
    const ways = [ids.get(foldedId(cell)), address === undefined ? undefined : addresses.get(foldedEmail(address)), ids.get(foldedId(inside)), names.get(nameKey(cell)), names.get(nameKey(bracketed?.[1] ?? '')), bare.get(bareId(cell))];
    return ways.map(told).find((one) => one !== null) ?? { problem: 'unknown-manager' };
  };
}
