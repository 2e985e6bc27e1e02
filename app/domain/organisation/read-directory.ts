// A people file, alone or with departments.csv, becomes a directory: one tree, people with a place in it, and every problem by line.
import type { Table } from '../tables/table.ts';
import { cleanId, foldedId, foldedText } from './clean-cell.ts';
import type { PeopleField } from './column-names.ts';
import { circlesOf } from './cycles.ts';
import { treeFromPaths, type PathTree } from './department-paths.ts';
import { readDepartments, type ReadDepartments } from './department-rows.ts';
import { peopleColumnsOf, rolesOf, type Columns } from './directory-columns.ts';
import type { DirectoryPerson, ReadDirectory, Spared } from './directory.ts';
import { isStructural, weightOf, type DirectoryProblem, type DirectoryProblemCode } from './directory-problem.ts';
import { rowsToPeople } from './directory-rows.ts';
import { foldedEmail } from './email.ts';
import { managerFinder } from './find-manager.ts';
import { withHeads } from './heads.ts';
import type { PeopleChoices } from './people-choices.ts';

export interface DirectoryFiles {
  readonly people: Table;
  readonly departments: Table | null;
  /** Name of the root where several departments stand at the top. */
  readonly company: string;
  readonly choices?: PeopleChoices;
}

type Tell = (line: number, field: PeopleField | null, code: DirectoryProblemCode, details?: DirectoryProblem['details']) => void;

const isSamePerson = (one: DirectoryPerson, other: DirectoryPerson) => foldedText(one.name) === foldedText(other.name) && (one.email ?? '') === (other.email ?? '');

/** Everybody once; the later row of two with one id is the problem, unless it is the same person in a second department. */
function onceEach(people: readonly DirectoryPerson[], choices: PeopleChoices, tell: Tell): Map<string, DirectoryPerson> {
  const known = new Map<string, DirectoryPerson>();
  const addresses = new Map<string, DirectoryPerson>();
  for (const person of people) {
    const key = foldedId(person.employeeId);
    const first = known.get(key);
    if (first) {
      const twice = isSamePerson(first, person) && first.department !== person.department;
      if (twice && choices.memberships === 'last') known.set(key, { ...person, employeeId: first.employeeId });
      else if (!twice) tell(person.line, 'employee_id', 'duplicate-employee', { value: person.employeeId, first: first.line });
      // Neither row says where somebody works, as long as nobody said which counts.
      else if (!choices.memberships) for (const { line } of [first, person]) tell(line, 'department', 'two-departments', { value: `${first.department}; ${person.department}` });
      continue;
    }
    const other = person.email ? addresses.get(foldedEmail(person.email)) : undefined;
    if (other) tell(person.line, 'email', 'duplicate-email', { value: person.email as string, first: other.line });
    else if (person.email) addresses.set(foldedEmail(person.email), person);
    // An address belongs to one person; whoever comes second has none, as far as this file knows.
    known.set(key, other ? { ...person, email: null } : person);
  }
  return known;
}

/** Managers by employee id, whatever way they are named by. A circle has no top, so that nobody in it reports to anybody. */
function withManagers(people: ReadonlyMap<string, DirectoryPerson>, tell: Tell): Map<string, DirectoryPerson> {
  const find = managerFinder([...people.values()]);
  const found = new Map([...people].map(([key, person]) => {
    if (!person.manager) return [key, person];
    const manager = find(person.manager);
    if ('id' in manager) return [key, { ...person, manager: manager.id }];
    tell(person.line, 'manager_id', manager.problem, { value: person.manager });
    return [key, { ...person, manager: undefined }];
  }));
  for (const circle of circlesOf(found.keys(), (id) => { const above = found.get(id)?.manager; return above ? foldedId(above) : null; })) {
    const members = circle.map((key) => found.get(key) as DirectoryPerson);
    const [first] = members as [DirectoryPerson];
    tell(first.line, 'manager_id', 'manager-cycle', { value: [...members, first].map(({ employeeId }) => employeeId).join(' → ') });
    for (const key of circle) found.set(key, { ...(found.get(key) as DirectoryPerson), manager: undefined });
  }
  return found;
}

function placed(people: Iterable<DirectoryPerson>, codes: ReadonlySet<string>, codeOf: (cell: string) => string): DirectoryPerson[] {
  return [...people].map((person) => ({ ...person, department: codeOf(person.department) })).filter(({ department }) => codes.has(department));
}

function treeOf(files: DirectoryFiles, listed: ReadDepartments | null, { people, levels }: { readonly people: readonly DirectoryPerson[]; readonly levels: boolean }, tell: Tell): PathTree {
  if (!listed) {
    return treeFromPaths(people, { company: files.choices?.company ?? files.company, levels }, (person, code, details) => tell(person.line, 'department', code, details));
  }
  const byFolded = new Map([...listed.codes].map((code) => [foldedId(code), code]));
  const codeOf = (cell: string) => byFolded.get(foldedId(cell)) ?? cell;
  for (const { line, department } of people) {
    if (department !== '' && !listed.codes.has(codeOf(department))) tell(line, 'department', 'unknown-department', { value: department });
  }
  return { departments: listed.departments, codeOf, spellings: [], topped: false };
}

function checkHeads(listed: ReadDepartments, people: ReadonlyMap<string, DirectoryPerson>): DirectoryProblem[] {
  return listed.departments.flatMap(({ code, head }) =>
    head === null || people.has(foldedId(head))
      ? []
      : [{ file: 'departments' as const, line: listed.lineOf(code), column: listed.headColumn, code: 'unknown-head' as const, details: { value: head } }],
  );
}

const inOrder = (a: DirectoryProblem, b: DirectoryProblem) =>
  (a.file === b.file ? 0 : a.file === 'people' ? -1 : 1) || a.line - b.line;

/** Whom rows mean that cannot come in. Where a row has too few or too many cells nobody knows which is which: any of them may say it. */
function sparedIn(table: Table, columns: Columns<PeopleField>, bad: ReadonlySet<number>): Spared[] {
  const cell = (cells: readonly string[], field: PeopleField) => (columns.at(field) < 0 ? '' : cleanId(cells[columns.at(field)]));
  return table.rows.filter(({ line }) => bad.has(line)).flatMap(({ cells }) => {
    if (cells.length !== table.header.length) return cells.map(cleanId).map((any) => ({ employeeId: any, email: any, name: any }));
    const name = cell(cells, 'name') || `${cell(cells, 'first_name')} ${cell(cells, 'last_name')}`.trim();
    return [{ employeeId: cell(cells, 'employee_id'), email: cell(cells, 'email'), name }];
  });
}

export function readDirectory(files: DirectoryFiles): ReadDirectory {
  const { people: table, choices = {} } = files;
  const columns = peopleColumnsOf(table, choices);
  const listed = files.departments && readDepartments(files.departments);
  const problems: DirectoryProblem[] = [...columns.problems, ...(listed?.problems ?? [])];
  const ignored = [...columns.ignored, ...(listed?.ignored ?? [])];
  const understood = { roles: rolesOf(table, columns), path: '', dates: null, topped: null, spellings: [], gone: [], lines: table.rows.length };
  if (columns.problems.length > 0) return { directory: null, problems: problems.sort(inOrder), ignored, understood };
  const tell: Tell = (line, field, code, details = {}) =>
    problems.push({ file: 'people', line, column: field === null ? null : columns.called(field), code, details });
  if (table.rows.length === 0) tell(1, null, 'empty-file');
  const rows = rowsToPeople(table, columns, { choices, listed: listed !== null, problem: (row, field, code, details) => tell(row.line, field, code, details) });
  const people = withManagers(onceEach(rows.people, choices, tell), tell);
  const levels = (['department_above', 'department_below', 'department_parent'] as const).some((field) => columns.at(field) >= 0);
  const tree = treeOf(files, listed, { people: [...people.values()], levels }, tell);
  if (listed) problems.push(...checkHeads(listed, people));
  problems.sort(inOrder);
  const told = { ...understood, path: rows.path, dates: rows.dates, topped: tree.topped ? (choices.company ?? files.company) : null, spellings: tree.spellings, gone: rows.gone.map(({ line }) => line) };
  if (problems.some(isStructural)) return { directory: null, problems, ignored, understood: told };
  const bad = new Set(problems.filter((one) => one.file === 'people' && weightOf(one) === 'row').map(({ line }) => line));
  const codes = new Set(tree.departments.map((department) => department.code));
  const good = [...people.values()].filter(({ line }) => !bad.has(line));
  const directory = { people: placed(good, codes, tree.codeOf), departments: listed ? tree.departments : inUse(tree, good), spared: sparedIn(table, columns, bad) };
  return { directory: { ...directory, departments: withHeads(directory) }, problems, ignored, understood: told };
}

/** Departments that only rows name which cannot come in are not made for nobody. */
function inUse(tree: PathTree, people: readonly DirectoryPerson[]): PathTree['departments'] {
  const parents = new Map(tree.departments.map(({ code, parent }) => [code, parent]));
  const used = new Set<string>();
  for (const { department } of people) for (let code: string | null | undefined = tree.codeOf(department); code && !used.has(code); code = parents.get(code)) used.add(code);
  return tree.departments.filter(({ code }) => used.has(code));
}
