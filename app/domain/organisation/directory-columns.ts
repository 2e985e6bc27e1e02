// Which column means what: what somebody said first, then its name, then what stands in it. What no name fits is left alone and named in
// the report, so that a salary column is seen to have been ignored.
import type { Table } from '../tables/table.ts';
import { foldedName, namesOf, peopleColumns, peopleFields, type PeopleField } from './column-names.ts';
import type { DirectoryProblem } from './directory-problem.ts';
import { isEmail } from './email.ts';
import type { PeopleChoices } from './people-choices.ts';

export interface Columns<Field extends string> {
  /** Index of a field's cell, or -1 where the file has no such column. */
  at(field: Field): number;
  /** The column's name as the file writes it; the name we ask for where it has none. */
  called(field: Field): string;
  readonly ignored: readonly string[];
  readonly problems: readonly DirectoryProblem[];
}

export interface ColumnsWanted<Field extends string> {
  readonly file: DirectoryProblem['file'];
  readonly names: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly NoInfer<Field>[];
}

type Found<Field extends string> = Map<Field, number>;

function byName<Field extends string>(header: readonly (readonly string[])[], names: ColumnsWanted<Field>['names'], found: Found<Field>, closed: ReadonlySet<number>): void {
  for (const field of Object.keys(names) as Field[]) {
    if (found.has(field)) continue;
    const taken = new Set([...found.values(), ...closed]);
    const free = (name: string) => header.findIndex((called, at) => !taken.has(at) && called.includes(name));
    const at = names[field].map((name) => free(foldedName(name))).find((one) => one >= 0);
    if (at !== undefined) found.set(field, at);
  }
}

function described<Field extends string>(table: Table, file: DirectoryProblem['file'], found: Found<Field>, missing: readonly Field[], once: boolean): Columns<Field> {
  const header = table.header.map(foldedName);
  const problem = (column: string, code: 'missing-column' | 'column-twice') => ({ file, line: 1, column, code, details: { column } });
  const twice = once ? [...found].filter(([, at]) => header.lastIndexOf(header[at] as string) !== at).map(([field, at]) => problem(table.header[at] ?? field, 'column-twice')) : [];
  const used = new Set(found.values());
  return {
    at: (field) => found.get(field) ?? -1,
    called: (field) => table.header[found.get(field) ?? -1]?.trim() ?? field,
    ignored: table.header.filter((cell, index) => !used.has(index) && cell.trim() !== '').map((cell) => cell.trim()),
    problems: [...missing.map((field) => problem(field, 'missing-column')), ...twice],
  };
}

export function columnsOf<Field extends string>(table: Table, { file, names, required }: ColumnsWanted<Field>): Columns<Field> {
  const found: Found<Field> = new Map();
  byName(table.header.map(namesOf), names, found, new Set());
  return described(table, file, found, required.filter((field) => !found.has(field)), true);
}

/** A column most of whose cells are addresses. */
function addressesIn(table: Table, free: (at: number) => boolean): number {
  return table.header.findIndex((_name, at) => {
    if (!free(at)) return false;
    const cells = table.rows.slice(0, 200).map(({ cells: row }) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter((cell) => isEmail(cell)).length >= 0.6 * cells.length;
  });
}

/** «Name» beside «Vorname» is the last name, «Nombre» beside «Apellidos» the first; two halves win over a whole. */
function pairNames(found: Found<PeopleField>): void {
  const whole = found.get('name');
  const half = found.has('first_name') ? 'last_name' : found.has('last_name') ? 'first_name' : null;
  if (whole === undefined || half === null) return;
  if (!found.has(half)) found.set(half, whole);
  found.delete('name');
}

function missingIn(found: Found<PeopleField>): PeopleField[] {
  const missing: PeopleField[] = [];
  if (!found.has('employee_id') && !found.has('email')) missing.push('employee_id');
  if (!found.has('name') && !found.has('first_name') && !found.has('last_name')) missing.push('name');
  if (!(['department', 'department_above', 'department_below'] as const).some((field) => found.has(field))) missing.push('department');
  return missing;
}

export function peopleColumnsOf(table: Table, choices: PeopleChoices): Columns<PeopleField> {
  const found: Found<PeopleField> = new Map();
  const said = choices.columns ?? {};
  const closed = new Set<number>();
  table.header.forEach((name, at) => {
    const role = said[foldedName(name)];
    if (role === undefined) return;
    if (role === 'nothing' || found.has(role)) closed.add(at);
    else found.set(role, at);
  });
  const saidNames = found.has('name');
  byName(table.header.map(namesOf), peopleColumns, found, closed);
  const taken = new Set([...found.values(), ...closed]);
  const addresses = found.has('email') ? -1 : addressesIn(table, (at) => !taken.has(at));
  if (addresses >= 0) found.set('email', addresses);
  if (saidNames) for (const half of ['first_name', 'last_name'] as const) found.delete(half);
  else pairNames(found);
  return described(table, 'people', found, missingIn(found), true);
}

export interface ColumnRole {
  readonly header: string;
  readonly role: PeopleField | 'nothing';
  /** The first different cells. */
  readonly examples: readonly string[];
}

const lookedAt = 200;

function examplesIn(table: Table, at: number): string[] {
  const cells = table.rows.slice(0, lookedAt).map(({ cells: row }) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, 40));
}

export function rolesOf(table: Table, columns: Columns<PeopleField>): ColumnRole[] {
  const roles = new Map(peopleFields.filter((field) => columns.at(field) >= 0).map((field) => [columns.at(field), field]));
  return table.header.map((header, at) => ({ header, role: roles.get(at) ?? 'nothing', examples: examplesIn(table, at) }));
}
