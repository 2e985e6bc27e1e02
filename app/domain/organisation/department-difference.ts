// Departments found again keep their id, so that trends go on. A code finds its department; where a company begins to send ids instead
// of paths, the path does.
import type { ListedDepartment } from './department.ts';
import { joined } from './department-paths.ts';
import { foldedText } from './clean-cell.ts';
import { followPeople, type Merger, type Renaming } from './follow-people.ts';
import type { DirectoryDepartment } from './directory.ts';

export interface DepartmentChange {
  readonly department: string;
  /** Path before, where it is another one. */
  readonly from: string | null;
  readonly newHead: boolean;
}

export interface DepartmentDifference {
  /** Paths. */
  readonly departmentsNew: readonly string[];
  readonly departmentsGone: readonly string[];
  readonly departmentsChanged: readonly DepartmentChange[];
  readonly departmentsWithoutHead: readonly string[];
  /** Departments under another name or elsewhere, known by the people in them. */
  readonly departmentsRenamed: readonly Renaming[];
  /** Departments that go, most of whose people are in another one now. */
  readonly departmentsMerged: readonly Merger[];
}

export interface KnownTree {
  readonly known: readonly ListedDepartment[];
  /** Id of the person with this employee id. */
  headOf(employeeId: string): string | null;
  newId(): string;
  /** How many people of each known department (by id) are in each department of the file (by code) now. */
  readonly moves: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Departments of people who stay as they are: they stay too. */
  readonly held: ReadonlySet<string>;
  /** New paths that are no known department. */
  readonly apart: ReadonlySet<string>;
}

export interface TreeAfter {
  readonly difference: DepartmentDifference;
  /** Only departments of which something is to be written. */
  readonly departments: readonly ListedDepartment[];
  idOf(code: string): string;
  /** Path after the import; of a department that is gone, the path before. Empty for null. */
  pathOf(id: string | null): string;
}

/** Paths by id, `Company / Division / Team`. */
export function pathsOf(departments: readonly Pick<ListedDepartment, 'id' | 'parentId' | 'name'>[]): Map<string, string> {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const paths = new Map<string, string>();
  const path = (id: string): string => {
    const ready = paths.get(id);
    if (ready !== undefined) return ready;
    const department = byId.get(id);
    const above = department?.parentId && byId.has(department.parentId) ? [path(department.parentId)] : [];
    const whole = joined([...above, department?.name ?? '']);
    paths.set(id, whole);
    return whole;
  };
  for (const { id } of departments) path(id);
  return paths;
}

function codePaths(departments: readonly DirectoryDepartment[]): Map<string, string> {
  return pathsOf(departments.map(({ code, parent, name }) => ({ id: code, parentId: parent, name })));
}

function found(departments: readonly DirectoryDepartment[], known: readonly ListedDepartment[]): Map<string, ListedDepartment> {
  const byCode = new Map(known.map((department) => [department.code, department]));
  const result = new Map<string, ListedDepartment>();
  for (const { code } of departments) {
    const department = byCode.get(code);
    if (department) result.set(code, department);
  }
  const newPaths = codePaths(departments);
  const oldPaths = pathsOf(known);
  const findBy = (form: (path: string) => string) => {
    const taken = new Set([...result.values()].map((department) => department.id));
    const byPath = new Map(known.filter((department) => !department.closed && !taken.has(department.id)).map((department) => [form(oldPaths.get(department.id) as string), department]));
    for (const { code } of departments) {
      const department = result.has(code) ? undefined : byPath.get(form(newPaths.get(code) as string));
      if (!department) continue;
      byPath.delete(form(newPaths.get(code) as string));
      result.set(code, department);
    }
  };
  findBy((path) => path);
  findBy(foldedText);
  return result;
}

function differs(before: ListedDepartment, after: ListedDepartment): boolean {
  return (Object.keys(after) as (keyof ListedDepartment)[]).some((key) => before[key] !== after[key]);
}

/** The departments of the file with the ids they had or get; neighbours keep the file's order. */
function listed(departments: readonly DirectoryDepartment[], ids: ReadonlyMap<string, string>, headOf: KnownTree['headOf']): ListedDepartment[] {
  const neighbours = new Map<string | null, number>();
  return departments.map(({ code, parent, name, head }) => {
    const position = neighbours.get(parent) ?? 0;
    neighbours.set(parent, position + 1);
    const parentId = parent === null ? null : (ids.get(parent) as string);
    return { id: ids.get(code) as string, parentId, code, name, headId: head && headOf(head), position, closed: false };
  });
}

interface Step {
  readonly known: readonly ListedDepartment[];
  readonly after: readonly ListedDepartment[];
  readonly gone: readonly ListedDepartment[];
}

function differenceOf({ known, after, gone }: Step): Omit<DepartmentDifference, 'departmentsRenamed' | 'departmentsMerged'> {
  const open = new Map(known.filter((department) => !department.closed).map((department) => [department.id, department]));
  const before = pathsOf(known);
  const now = pathsOf(after);
  const path = (department: ListedDepartment) => now.get(department.id) as string;
  const changes = after.flatMap((department) => {
    const was = open.get(department.id);
    if (!was) return [];
    const from = before.get(was.id) === path(department) ? null : (before.get(was.id) as string);
    return [{ department: path(department), from, newHead: was.headId !== department.headId }];
  });
  return {
    departmentsNew: after.filter((department) => !open.has(department.id)).map(path),
    departmentsGone: gone.map((department) => before.get(department.id) as string),
    departmentsChanged: changes.filter(({ from, newHead }) => from !== null || newHead),
    departmentsWithoutHead: after.filter((department) => department.headId === null).map(path),
  };
}

/** Departments in use with everything above them. */
function withAbove(ids: ReadonlySet<string>, known: readonly ListedDepartment[]): Set<string> {
  const byId = new Map(known.map((department) => [department.id, department]));
  const all = new Set<string>();
  for (const id of ids) for (let at = byId.get(id); at && !all.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) all.add(at.id);
  return all;
}

/** `departments`: parents before children. */
export function departmentsAfter(departments: readonly DirectoryDepartment[], { known, headOf, newId, moves, held, apart }: KnownTree): TreeAfter {
  const old = found(departments, known);
  const newPaths = codePaths(departments);
  const oldPaths = pathsOf(known);
  const followed = followPeople({ departments, known, found: old, moves, apart: new Set([...apart].map(foldedText)), newPaths, oldPaths });
  for (const [code, department] of followed.same) old.set(code, department);
  const ids = new Map(departments.map(({ code }) => [code, old.get(code)?.id ?? newId()]));
  const after = listed(departments, ids, headOf);
  const here = new Set(ids.values());
  const staying = withAbove(held, known);
  const gone = known.filter((department) => !department.closed && !here.has(department.id) && !staying.has(department.id));
  const before = new Map(known.map((department) => [department.id, department]));
  const written = after.filter((department) => !before.has(department.id) || differs(before.get(department.id) as ListedDepartment, department));
  const paths = new Map([...oldPaths, ...pathsOf(after)]);
  const goneIds = new Set(gone.map(({ id }) => id));
  return {
    idOf: (code) => ids.get(code) as string,
    pathOf: (id) => (id === null ? '' : (paths.get(id) ?? '')),
    departments: [...gone.map((department) => ({ ...department, headId: null, closed: true })), ...written],
    difference: { ...differenceOf({ known, after, gone }), departmentsRenamed: followed.renamed, departmentsMerged: followed.merged.filter(({ id }) => goneIds.has(id)).map(({ from, into, together, of }) => ({ from, into, together, of })) },
  };
}
