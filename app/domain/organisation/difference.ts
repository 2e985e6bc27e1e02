// What a new people file changes today. Everything HR confirms before an import is in here; nothing else is written.
import type { Day } from '../kernel/day.ts';
import type { Readdressed } from './address-change.ts';
import type { ListedDepartment } from './department.ts';
import { foldedId, isLost } from './clean-cell.ts';
import { departmentsAfter, type DepartmentDifference, type TreeAfter } from './department-difference.ts';
import type { Directory, DirectoryPerson } from './directory.ts';
import { matchedPeople, sparedPeople } from './match-people.ts';
import type { Person } from './person.ts';
import { readdressedIn } from './readdressed.ts';

/** Somebody in the difference, in the words of the file. */
export interface NamedPerson {
  readonly employeeId: string;
  readonly name: string;
  /** Path of the department, after the import where the person stays. */
  readonly department: string;
}

export type PersonField = 'employeeId' | 'name' | 'email' | 'manager' | 'site' | 'joinedOn' | 'language';

export interface Difference extends DepartmentDifference {
  readonly joined: readonly NamedPerson[];
  readonly left: readonly NamedPerson[];
  readonly moved: readonly (NamedPerson & { readonly from: string })[];
  /** People in the same department of whom something else changed. */
  readonly changed: readonly (NamedPerson & { readonly fields: readonly PersonField[] })[];
  readonly unchanged: number;
  /** How many cannot be sent a sign-in link. */
  readonly withoutEmail: number;
  /** How many were found by their address, as their id is another one. */
  readonly renumbered: number;
  /** How many stay as they are because their row cannot come in. */
  readonly spared: number;
}

export interface ImportPlan {
  readonly difference: Difference;
  readonly departments: readonly ListedDepartment[];
  readonly people: readonly Person[];
  /** Ids of the people among them who leave: their sessions end. */
  readonly leaving: readonly string[];
  /** Known people who have another address from now on, whatever way it came. */
  readonly readdressed: readonly Readdressed[];
}

export interface Today {
  readonly day: Day;
  /** Everybody on record, those who left included. */
  readonly people: readonly Person[];
  /** Every department on record. */
  readonly departments: readonly ListedDepartment[];
  newId(): string;
  /** New paths that are no known department under another name, whoever works there. */
  readonly apart?: readonly string[];
}

interface Ids {
  person(employeeId: string): string | null;
  department(code: string): string;
}

const kept = <T>(read: T | undefined, known: T): T => (read === undefined ? known : read);

function personAfter(entry: DirectoryPerson, known: Person | null, ids: Ids): Person {
  return {
    id: ids.person(entry.employeeId) as string,
    employeeId: entry.employeeId,
    name: known && isLost(entry.name) ? known.name : entry.name,
    email: kept(entry.email, known?.email ?? null),
    departmentId: ids.department(entry.department),
    managerId: entry.manager === undefined ? (known?.managerId ?? null) : entry.manager && ids.person(entry.manager),
    site: kept(entry.site, known?.site ?? null),
    joinedOn: kept(entry.joinedOn, known?.joinedOn ?? null),
    leftOn: null,
    // Whoever chose a language keeps it: an empty cell says nothing.
    language: entry.language ?? known?.language ?? null,
  };
}

function fieldsChanged(before: Person, after: Person): PersonField[] {
  const fields: PersonField[] = [];
  const note = (field: PersonField, differs: boolean) => differs && fields.push(field);
  note('employeeId', before.employeeId !== null && before.employeeId !== after.employeeId);
  note('name', before.name !== after.name);
  note('email', before.email !== after.email);
  note('manager', before.managerId !== after.managerId);
  note('site', before.site !== after.site);
  note('joinedOn', before.joinedOn !== after.joinedOn);
  note('language', before.language !== after.language);
  return fields;
}

interface Sorted extends Pick<Difference, 'joined' | 'moved' | 'changed' | 'unchanged'> {
  /** As they are to be written. */
  readonly people: readonly Person[];
}

function sorted(pairs: ReadonlyMap<DirectoryPerson, Person | null>, ids: Ids, pathOf: TreeAfter['pathOf']): Sorted {
  const joined: Difference['joined'][number][] = [];
  const moved: Difference['moved'][number][] = [];
  const changed: Difference['changed'][number][] = [];
  const people: Person[] = [];
  for (const [entry, known] of pairs) {
    const after = personAfter(entry, known, ids);
    const named = { employeeId: entry.employeeId, name: entry.name, department: pathOf(after.departmentId) };
    const fields = known ? fieldsChanged(known, after) : [];
    if (!known || known.leftOn !== null) joined.push(named);
    else if (known.departmentId !== after.departmentId) moved.push({ ...named, from: pathOf(known.departmentId) });
    else if (fields.length > 0 || known.employeeId === null) changed.push({ ...named, fields });
    else continue;
    people.push(after);
  }
  return { joined, moved, changed, people, unchanged: pairs.size - people.length };
}

/** Who works where before and after, by code of the department after and id of the one before. */
function movesOf(pairs: ReadonlyMap<DirectoryPerson, Person | null>): Map<string, Map<string, number>> {
  const moves = new Map<string, Map<string, number>>();
  for (const [{ department }, known] of pairs) {
    if (!known?.departmentId || known.leftOn !== null) continue;
    const from = moves.get(department) ?? new Map<string, number>();
    moves.set(department, from.set(known.departmentId, (from.get(known.departmentId) ?? 0) + 1));
  }
  return moves;
}

/** Compares a directory with what is known; ids and addresses find people, codes and the people in them find departments. */
export function planOf(directory: Directory, today: Today): ImportPlan {
  const pairs = matchedPeople(directory, today.people);
  const spared = sparedPeople(directory.spared ?? [], today.people, new Set([...pairs.values()].flatMap((known) => known?.id ?? [])));
  const personIds = new Map([...spared.flatMap(({ id, employeeId }) => (employeeId === null ? [] : [[foldedId(employeeId), id] as const])), ...[...pairs].map(([entry, known]) => [foldedId(entry.employeeId), known?.id ?? today.newId()] as const)]);
  const person = (employeeId: string) => personIds.get(foldedId(employeeId)) ?? null;
  const held = new Set(spared.flatMap(({ departmentId }) => departmentId ?? []));
  const tree = departmentsAfter(directory.departments, { known: today.departments, headOf: person, newId: today.newId, moves: movesOf(pairs), held, apart: new Set(today.apart) });
  const { people, ...difference } = sorted(pairs, { person, department: tree.idOf }, tree.pathOf);
  const here = new Set([...personIds.values(), ...spared.map(({ id }) => id)]);
  const leaving = today.people.filter((one) => one.leftOn === null && one.employeeId !== null && !here.has(one.id));
  const left = leaving.map((one) => ({ employeeId: one.employeeId as string, name: one.name, department: tree.pathOf(one.departmentId) }));
  return {
    difference: { ...difference, left, withoutEmail: withoutEmailIn(pairs), renumbered: difference.changed.filter(({ fields }) => fields.includes('employeeId')).length + movedNumbers(pairs, difference.moved), spared: spared.length, ...tree.difference },
    departments: tree.departments,
    people: withoutIdsOfOthers(pairs, { known: today.people, saved: [...leaving.map((one) => ({ ...one, leftOn: today.day })), ...people] }),
    leaving: leaving.map((one) => one.id),
    readdressed: readdressedIn({ day: today.day, known: today.people, people, leaving }),
  };
}

/** An id that went to somebody else is no longer the id of whoever had it before and is not in the file. */
function withoutIdsOfOthers(pairs: ReadonlyMap<DirectoryPerson, Person | null>, { known, saved }: { readonly known: readonly Person[]; readonly saved: readonly Person[] }): Person[] {
  const given = new Set([...pairs.keys()].map(({ employeeId }) => employeeId));
  const matched = new Set([...pairs.values()].flatMap((person) => person?.id ?? []));
  const written = new Map(saved.map((person) => [person.id, person]));
  for (const person of known) {
    if (person.employeeId !== null && given.has(person.employeeId) && !matched.has(person.id)) written.set(person.id, { ...(written.get(person.id) ?? person), employeeId: null });
  }
  return [...written.values()];
}

const withoutEmailIn = (pairs: ReadonlyMap<DirectoryPerson, Person | null>) => [...pairs].filter(([entry, known]) => !kept(entry.email, known?.email ?? null)).length;

function movedNumbers(pairs: ReadonlyMap<DirectoryPerson, Person | null>, moved: Difference['moved']): number {
  const ids = new Set(moved.map(({ employeeId }) => employeeId));
  return [...pairs].filter(([entry, known]) => ids.has(entry.employeeId) && known !== null && known.employeeId !== null && known.employeeId !== entry.employeeId).length;
}
