// A people file, alone or with departments.csv, becomes a directory: one tree, people with a place in it, and every problem by line.
import { circlesOf } from './cycles.ts';
import { columnsOf } from './directory-columns.ts';
import { treeFromPaths } from './department-paths.ts';
import { readDepartments, type ReadDepartments } from './department-rows.ts';
import type { DirectoryDepartment, DirectoryPerson, ReadDirectory } from './directory.ts';
import { isStructural, type DirectoryProblem, type DirectoryProblemCode } from './directory-problem.ts';
import { peopleWanted, rowsToPeople } from './directory-rows.ts';
import type { PeopleField } from './directory-columns.ts';
import type { Table } from '../tables/table.ts';
import { withHeads } from './heads.ts';
import { foldedEmail } from './email.ts';

export interface DirectoryFiles {
  readonly people: Table;
  readonly departments: Table | null;
  /** Name of the root where nobody writes a path. */
  readonly company: string;
}

type Tell = (line: number, field: PeopleField | null, code: DirectoryProblemCode, details?: DirectoryProblem['details']) => void;

/** Everybody once; the later row of two with one id is the problem. */
function onceEach(people: readonly DirectoryPerson[], tell: Tell): Map<string, DirectoryPerson> {
  const known = new Map<string, DirectoryPerson>();
  const addresses = new Map<string, DirectoryPerson>();
  for (const person of people) {
    const first = known.get(person.employeeId);
    if (first) {
      tell(person.line, 'employee_id', 'duplicate-employee', { value: person.employeeId, first: first.line });
      continue;
    }
    known.set(person.employeeId, person);
    if (!person.email) continue;
    const other = addresses.get(foldedEmail(person.email));
    if (other) tell(person.line, 'email', 'duplicate-email', { value: person.email, first: other.line });
    else addresses.set(foldedEmail(person.email), person);
  }
  return known;
}

function checkManagers(people: ReadonlyMap<string, DirectoryPerson>, tell: Tell): void {
  for (const { manager, line } of people.values()) {
    if (manager && !people.has(manager)) tell(line, 'manager_id', 'unknown-manager', { value: manager });
  }
  for (const circle of circlesOf(people.keys(), (id) => people.get(people.get(id)?.manager ?? '')?.employeeId ?? null)) {
    const first = people.get(circle[0] as string) as DirectoryPerson;
    tell(first.line, 'manager_id', 'manager-cycle', { value: circle.concat(first.employeeId).join(' → ') });
  }
}

function placed(people: Iterable<DirectoryPerson>, codes: ReadonlySet<string>, codeOf: (cell: string) => string): DirectoryPerson[] {
  return [...people].map((person) => ({ ...person, department: codeOf(person.department) })).filter(({ department }) => codes.has(department));
}

interface Tree {
  readonly departments: readonly DirectoryDepartment[];
  codeOf(cell: string): string;
}

function treeOf(files: DirectoryFiles, listed: ReadDepartments | null, people: readonly DirectoryPerson[], tell: Tell): Tree {
  if (!listed) {
    return treeFromPaths(people, files.company, (person, code, details) => tell(person.line, 'department', code, details));
  }
  for (const { line, department } of people) {
    if (department !== '' && !listed.codes.has(department)) tell(line, 'department', 'unknown-department', { value: department });
  }
  return { departments: listed.departments, codeOf: (cell) => cell };
}

function checkHeads(listed: ReadDepartments, people: ReadonlyMap<string, DirectoryPerson>): DirectoryProblem[] {
  return listed.departments.flatMap(({ code, head }) =>
    head === null || people.has(head)
      ? []
      : [{ file: 'departments' as const, line: listed.lineOf(code), column: listed.headColumn, code: 'unknown-head' as const, details: { value: head } }],
  );
}

const inOrder = (a: DirectoryProblem, b: DirectoryProblem) =>
  (a.file === b.file ? 0 : a.file === 'people' ? -1 : 1) || a.line - b.line;

export function readDirectory(files: DirectoryFiles): ReadDirectory {
  const columns = columnsOf(files.people, peopleWanted);
  const listed = files.departments && readDepartments(files.departments);
  const problems: DirectoryProblem[] = [...columns.problems, ...(listed?.problems ?? [])];
  const ignored = [...columns.ignored, ...(listed?.ignored ?? [])];
  if (columns.problems.length > 0) return { directory: null, problems: problems.sort(inOrder), ignored };
  const tell: Tell = (line, field, code, details = {}) =>
    problems.push({ file: 'people', line, column: field === null ? null : columns.called(field), code, details });
  if (files.people.rows.length === 0) tell(1, null, 'empty-file');
  const rows = rowsToPeople(files.people, columns, (row, field, code, details) => tell(row.line, field, code, details));
  const people = onceEach(rows, tell);
  checkManagers(people, tell);
  const tree = treeOf(files, listed, [...people.values()], tell);
  if (listed) problems.push(...checkHeads(listed, people));
  problems.sort(inOrder);
  if (problems.some(isStructural)) return { directory: null, problems, ignored };
  const codes = new Set(tree.departments.map((department) => department.code));
  const directory = { people: placed(people.values(), codes, tree.codeOf), departments: tree.departments };
  return { directory: { ...directory, departments: withHeads(directory) }, problems, ignored };
}
