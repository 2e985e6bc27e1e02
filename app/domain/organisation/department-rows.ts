// departments.csv: one row per department, a tree with one root. The ids are the company's own and stay when a department is renamed
// or moved, which is why a company with a staff system should send it.
import { circlesOf } from './cycles.ts';
import { departmentColumns, type DepartmentField } from './column-names.ts';
import { columnsOf, type Columns } from './directory-columns.ts';
import type { DirectoryDepartment } from './directory.ts';
import type { DirectoryProblem, DirectoryProblemCode } from './directory-problem.ts';
import { cleanCell, cleanId } from './clean-cell.ts';
import type { Table } from '../tables/table.ts';

interface Row extends DirectoryDepartment {
  readonly line: number;
}

export interface ReadDepartments {
  readonly departments: readonly DirectoryDepartment[];
  /** Every id of the file, also of departments that hang in a circle. */
  readonly codes: ReadonlySet<string>;
  readonly problems: readonly DirectoryProblem[];
  readonly ignored: readonly string[];
  /** Where a department stands in the file, for problems found later. */
  lineOf(code: string): number;
  readonly headColumn: string;
}

type Tell = (line: number, field: DepartmentField | null, code: DirectoryProblemCode, details?: DirectoryProblem['details']) => void;

function rowsOf(table: Table, columns: Columns<DepartmentField>, tell: Tell): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const { line, cells } of table.rows) {
    if (cells.length !== table.header.length) {
      tell(line, null, 'wrong-cells', { wanted: table.header.length, found: cells.length });
      continue;
    }
    const cell = (field: DepartmentField) => cleanCell(cells[columns.at(field)]);
    const id = (field: DepartmentField) => cleanId(cells[columns.at(field)]);
    const code = id('id');
    if (code === '') tell(line, 'id', 'missing-cell');
    else if (rows.has(code)) tell(line, 'id', 'duplicate-department', { value: code, first: rows.get(code)?.line ?? 0 });
    else rows.set(code, { line, code, parent: id('parent') || null, name: cell('name'), head: id('head') || null });
    if (cell('name') === '') tell(line, 'name', 'missing-cell');
  }
  return rows;
}

function checkTree(rows: ReadonlyMap<string, Row>, tell: Tell): void {
  let root: Row | null = null;
  for (const row of rows.values()) {
    if (row.parent !== null && !rows.has(row.parent)) tell(row.line, 'parent', 'unknown-parent', { value: row.parent });
    if (row.parent !== null) continue;
    if (root) tell(row.line, 'parent', 'two-roots', { first: root.name, second: row.name });
    else root = row;
  }
  const circles = circlesOf(rows.keys(), (code) => rows.get(rows.get(code)?.parent ?? '')?.code ?? null);
  for (const circle of circles) {
    const first = rows.get(circle[0] as string) as Row;
    tell(first.line, 'parent', 'department-cycle', { value: circle.concat(first.code).join(' → ') });
  }
  if (!root && circles.length === 0) tell(1, 'parent', 'no-root');
}

/** Parents before children, neighbours in the order of the file. */
function fromTheTop(rows: ReadonlyMap<string, Row>): DirectoryDepartment[] {
  const below = new Map<string | null, Row[]>();
  for (const row of rows.values()) below.set(row.parent, [...(below.get(row.parent) ?? []), row]);
  const ordered: DirectoryDepartment[] = [];
  let level = below.get(null) ?? [];
  while (level.length > 0) {
    ordered.push(...level.map(({ code, parent, name, head }) => ({ code, parent, name, head })));
    level = level.flatMap((row) => below.get(row.code) ?? []);
  }
  return ordered;
}

export function readDepartments(table: Table): ReadDepartments {
  const columns = columnsOf(table, { file: 'departments', names: departmentColumns, required: ['id', 'parent', 'name'] });
  const problems: DirectoryProblem[] = [...columns.problems];
  const tell: Tell = (line, field, code, details = {}) =>
    problems.push({ file: 'departments', line, column: field === null ? null : columns.called(field), code, details });
  const rows = columns.problems.length > 0 ? new Map<string, Row>() : rowsOf(table, columns, tell);
  if (columns.problems.length === 0) checkTree(rows, tell);
  return {
    departments: fromTheTop(rows),
    codes: new Set(rows.keys()),
    problems,
    ignored: columns.ignored,
    lineOf: (code) => rows.get(code)?.line ?? 1,
    headColumn: columns.called('head'),
  };
}
