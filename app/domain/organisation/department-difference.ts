// Departments found again keep their id, so that trends go on. A code finds its department; where a company begins to send ids instead
// of paths, the path does.
import type { ListedDepartment } from './department.ts';
import { joined } from './department-paths.ts';
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
}

export interface KnownTree {
  readonly known: readonly ListedDepartment[];
  /** Id of the person with this employee id. */
  headOf(employeeId: string): string | null;
  newId(): string;
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
  const taken = new Set([...result.values()].map((department) => department.id));
  const oldPaths = pathsOf(known);
  const byPath = new Map(
    known.filter((department) => !department.closed && !taken.has(department.id)).map((department) => [oldPaths.get(department.id), department]),
  );
  const newPaths = codePaths(departments);
  for (const { code } of departments) {
    const department = result.has(code) ? undefined : byPath.get(newPaths.get(code));
    if (department) result.set(code, department);
  }
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

function differenceOf({ known, after, gone }: Step): DepartmentDifference {
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

/** `departments`: parents before children. */
export function departmentsAfter(departments: readonly DirectoryDepartment[], { known, headOf, newId }: KnownTree): TreeAfter {
  const old = found(departments, known);
  const ids = new Map(departments.map(({ code }) => [code, old.get(code)?.id ?? newId()]));
  const after = listed(departments, ids, headOf);
  const here = new Set(ids.values());
  const gone = known.filter((department) => !department.closed && !here.has(department.id));
  const before = new Map(known.map((department) => [department.id, department]));
  const written = after.filter((department) => !before.has(department.id) || differs(before.get(department.id) as ListedDepartment, department));
  const paths = new Map([...pathsOf(known), ...pathsOf(after)]);
  return {
    idOf: (code) => ids.get(code) as string,
    pathOf: (id) => (id === null ? '' : (paths.get(id) ?? '')),
    departments: [...gone.map((department) => ({ ...department, headId: null, closed: true })), ...written],
    difference: differenceOf({ known, after, gone }),
  };
}
