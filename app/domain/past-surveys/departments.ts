// The departments of past answers: given in a file, or read off the answers themselves.
import type { Department } from '#app/domain/organisation/department.ts';
import { quoted, type PastProblems } from './problem.ts';
import { tableOf, type PastRow, type PastTable } from './table.ts';
import { growTree } from '#app/domain/publication/groups/tree.ts';

export interface PastDepartments {
  readonly departments: readonly Department[];
  /** Direct people on the roll; a department that is missing has an unknown number. */
  readonly invited: ReadonlyMap<string, number>;
}

/** From rows `id,parent,name[,invited]`, the header first; null when there were problems. */
export function readDepartments(rows: readonly PastRow[], problems: PastProblems): PastDepartments | null {
  const before = problems.count();
  const table = tableOf('departments', rows, ['id', 'parent', 'name'], problems);
  if (!table) return null;
  const lines = new Map<string, PastRow>();
  const departments: Department[] = [];
  const invited = new Map<string, number>();
  const complain = complaintsAbout(table, problems);
  for (const row of table.rows) {
    const [id, parent, people] = [table.text(row, 'id'), table.text(row, 'parent'), table.text(row, 'invited')];
    if (id === '') complain(row, 'id', 'no-id', '');
    else if (lines.has(id)) complain(row, 'id', 'repeated-department', id);
    else {
      lines.set(id, row);
      departments.push({ id, parentId: parent === '' ? null : parent, name: table.text(row, 'name') || id });
      if (/^\d{1,9}$/.test(people)) invited.set(id, Number(people));
      else if (people !== '') complain(row, 'invited', 'bad-invited', people);
    }
  }
  checkTree(departments, (id, code, value) => complain(lines.get(id) ?? { line: 1, cells: [] }, 'parent', code, value));
  return problems.count() > before ? null : { departments, invited };
}

type Complain = (row: PastRow, name: string, code: TreeCode | 'no-id' | 'repeated-department' | 'bad-invited', value: string) => void;
type TreeCode = 'unknown-parent' | 'two-roots' | 'no-root' | 'cycle';

function complaintsAbout(table: PastTable, problems: PastProblems): Complain {
  return (row, name, code, value) =>
    problems.add({ file: 'departments', line: row.line, column: table.column(name), code, details: { value: quoted(value) } });
}

function checkTree(departments: readonly Department[], complain: (id: string, code: TreeCode, value: string) => void): void {
  const ids = new Set(departments.map(({ id }) => id));
  const roots = departments.filter(({ parentId }) => parentId === null);
  const orphans = departments.filter(({ parentId }) => parentId !== null && !ids.has(parentId));
  for (const { id, parentId } of orphans) complain(id, 'unknown-parent', parentId!);
  for (const { id } of roots.slice(1)) complain(id, 'two-roots', id);
  if (roots.length > 1 || orphans.length > 0) return;
  const tree = growTree(departments);
  if (!tree.ok) complain(String(tree.details['id'] ?? ''), tree.because === 'cycle' ? 'cycle' : 'no-root', String(tree.details['id'] ?? ''));
}

const separator = ' / ';

/** The id of a department as the answers name it: trimmed text; ` / ` parts the steps of a path. */
export function departmentId(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes(separator)) return trimmed;
  return trimmed.split(separator).map((step) => step.trim()).filter((step) => step !== '').join(separator);
}

/** Every value a child of one root, or of the departments on its path. The order of the answers makes no difference. */
export function departmentsFromPaths(values: Iterable<string>): Department[] {
  const ids = new Set<string>();
  for (const value of values) {
    const steps = value.split(separator);
    steps.forEach((_, at) => ids.add(steps.slice(0, at + 1).join(separator)));
  }
  let root = 'company';
  while (ids.has(root)) root = `(${root})`;
  const below = [...ids].sort().map((id) => {
    const cut = id.lastIndexOf(separator);
    return { id, parentId: cut < 0 ? root : id.slice(0, cut), name: cut < 0 ? id : id.slice(cut + separator.length) };
  });
  return [{ id: root, parentId: null, name: root }, ...below];
}
