// What a new people file changes today. Everything HR confirms before an import is in here; nothing else is written.
import type { Day } from '../kernel/day.ts';
import type { Readdressed } from './address-change.ts';
import type { ListedDepartment } from './department.ts';
import { departmentsAfter, type DepartmentDifference, type TreeAfter } from './department-difference.ts';
import type { Directory, DirectoryPerson } from './directory.ts';
import { foldedEmail } from './email.ts';
import type { Person } from './person.ts';
import { readdressedIn } from './readdressed.ts';

/** Somebody in the difference, in the words of the file. */
export interface NamedPerson {
  readonly employeeId: string;
  readonly name: string;
  /** Path of the department, after the import where the person stays. */
  readonly department: string;
}

export type PersonField = 'name' | 'email' | 'manager' | 'site' | 'joinedOn' | 'language';

export interface Difference extends DepartmentDifference {
  readonly joined: readonly NamedPerson[];
  readonly left: readonly NamedPerson[];
  readonly moved: readonly (NamedPerson & { readonly from: string })[];
  /** People in the same department of whom something else changed. */
  readonly changed: readonly (NamedPerson & { readonly fields: readonly PersonField[] })[];
  readonly unchanged: number;
  /** How many cannot be sent a sign-in link. */
  readonly withoutEmail: number;
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
}

function matched(directory: Directory, today: Today): Map<DirectoryPerson, Person | null> {
  const byEmployee = new Map(today.people.filter((person) => person.employeeId !== null).map((person) => [person.employeeId, person]));
  // Somebody no file brought (the first administrator) is found by address once, and belongs to the file from then on.
  const byEmail = new Map(
    today.people.filter((person) => person.employeeId === null && person.email).map((person) => [foldedEmail(person.email as string), person]),
  );
  return new Map(
    directory.people.map((entry) => {
      const known = byEmployee.get(entry.employeeId) ?? (entry.email ? byEmail.get(foldedEmail(entry.email)) : undefined);
      return [entry, known ?? null];
    }),
  );
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
    name: entry.name,
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

/** Compares a directory with what is known; employee ids find people, codes find departments. */
export function planOf(directory: Directory, today: Today): ImportPlan {
  const pairs = matched(directory, today);
  const personIds = new Map([...pairs].map(([entry, known]) => [entry.employeeId, known?.id ?? today.newId()]));
  const person = (employeeId: string) => personIds.get(employeeId) ?? null;
  const tree = departmentsAfter(directory.departments, { known: today.departments, headOf: person, newId: today.newId });
  const { people, ...difference } = sorted(pairs, { person, department: tree.idOf }, tree.pathOf);
  const here = new Set(personIds.values());
  const leaving = today.people.filter((one) => one.leftOn === null && one.employeeId !== null && !here.has(one.id));
  const left = leaving.map((one) => ({ employeeId: one.employeeId as string, name: one.name, department: tree.pathOf(one.departmentId) }));
  const withoutEmail = [...pairs].filter(([entry, known]) => !kept(entry.email, known?.email ?? null)).length;
  return {
    difference: { ...difference, left, withoutEmail, ...tree.difference },
    departments: tree.departments,
    people: [...leaving.map((one) => ({ ...one, leftOn: today.day })), ...people],
    leaving: leaving.map((one) => one.id),
    readdressed: readdressedIn({ day: today.day, known: today.people, people, leaving }),
  };
}
