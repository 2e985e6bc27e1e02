// One row of a people file is one person. Cells are read leniently in form (spaces, full-width digits, usual ways to write a day or an
// address) and strictly in meaning: what cannot be understood is a problem, never a guess.
import { tongueOfTag, type Tongue } from '../kernel/tongue.ts';
import { languageOfTag, languages, nameOfLanguage, type Language } from '../kernel/language.ts';
import type { Table, TableRow } from '../tables/table.ts';
import { cleanCell, cleanId, isRounded, saysNothing } from './clean-cell.ts';
import type { PeopleField } from './column-names.ts';
import { climbed, departmentCells, stacked } from './department-cells.ts';
import type { Columns } from './directory-columns.ts';
import type { DirectoryPerson } from './directory.ts';
import type { DirectoryProblem, DirectoryProblemCode } from './directory-problem.ts';
import { isEmail, longestEmail } from './email.ts';
import { areCounted, countedDay, dayIn, orderOf, type DayReading } from './joining-day.ts';
import type { DateOrder, PeopleChoices } from './people-choices.ts';

const longestCell = 200;

/** What people write of a language beside its own name and its tag. */
const languageNames: Readonly<Record<string, Language>> = {
  englisch: 'en', anglais: 'en', inglés: 'en', 英文: 'en', 英语: 'en', 英語: 'en',
  chinese: 'zh-Hans', 中文: 'zh-Hans', 简体: 'zh-Hans',
  繁體: 'zh-Hant', 繁体中文: 'zh-Hant',
};

/** A tongue that came by a file is named by its tag: whoever is in none of those the company chose is written to in English. */
function languageIn(text: string): Tongue | null {
  const name = text.toLowerCase();
  return languages.find((one) => nameOfLanguage(one).toLowerCase() === name) ?? languageNames[name] ?? languageOfTag(text) ?? tongueOfTag(text);
}

export interface RowProblem {
  (row: TableRow, field: PeopleField | null, code: DirectoryProblemCode, details?: DirectoryProblem['details']): void;
}

export interface ReadRows {
  readonly people: readonly DirectoryPerson[];
  /** What parts departments; empty where nothing does. */
  readonly path: string;
  readonly dates: DateOrder | null;
  /** Rows of people who are no longer here. */
  readonly gone: readonly TableRow[];
}

type CellOf = (row: TableRow, field: PeopleField) => string | undefined;

const hasLeft = /^(?:inactive|terminated|left|former|resigned|inaktiv|ausgeschieden|ausgetreten|gekündigt|inactif|parti|inactivo|baja|cesado|离职|離職|已离职|已離職|停用)$/iu;

/** «Anna Berg <anna@example.org>» and «mailto:anna@example.org» are addresses with something around them. */
function addressIn(cell: string): string {
  return (/<([^<>]+)>\s*$/u.exec(cell)?.[1] ?? cell).replace(/^mailto:/iu, '').trim().normalize('NFKC');
}

function nameIn(row: TableRow, cellOf: CellOf): string {
  const whole = cellOf(row, 'name');
  if (whole !== undefined) return whole;
  const [first = '', last = ''] = [cellOf(row, 'first_name'), cellOf(row, 'last_name')];
  // 王小明 and 김민준: last name first, without a space.
  return /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(first + last) ? `${last}${first}` : `${first} ${last}`.trim();
}

/** «Operations (Anna Berg)»: some systems write who leads a department behind its name. */
function withoutLeader(cells: readonly string[]): (cell: string) => string {
  const form = /^(.+?)\s*\([^()]*\p{L}[^()]*\)$/u;
  const filled = [...new Set(cells)].filter((cell) => cell !== '');
  const bare = (cell: string) => form.exec(cell)?.[1] ?? cell;
  const haveLeaders = filled.length > 0 && filled.every((cell) => cell.length <= longestCell && /^.+\s\(\p{Lu}[^()]*\s[^()]+\)$/u.test(cell));
  // «Sales (New York)» beside «Sales (Hong Kong)» are two departments.
  return haveLeaders && new Set(filled.map(bare)).size === filled.length ? bare : (cell) => cell;
}

/** Null where a cell names two departments and nobody said which counts. */
function departmentReader(rows: readonly TableRow[], columns: Columns<PeopleField>, cellOf: CellOf, choices: PeopleChoices) {
  const raw = rows.map((row) => cellOf(row, 'department') ?? '');
  const bare = withoutLeader(raw);
  const cells = departmentCells(raw.map(bare), choices);
  const has = (field: PeopleField) => columns.at(field) >= 0;
  const parents = new Map(has('department_parent') ? rows.map((row) => [bare(cellOf(row, 'department') ?? '').normalize('NFKC').toLowerCase(), cellOf(row, 'department_parent') ?? '']) : []);
  const read = (row: TableRow): string | null => {
    const own = bare(cellOf(row, 'department') ?? '');
    const path = own === '' ? '' : cells.pathOf(own);
    if (path === null) return null;
    if (has('department_parent') && own !== '') return climbed(own, parents) ?? stacked([own]);
    if (!has('department_above') && !has('department_below')) return path;
    const [above, below] = [cellOf(row, 'department_above') ?? '', cellOf(row, 'department_below') ?? ''];
    return cells.separator !== '' && path.includes(' / ') ? [path, ...(below === '' ? [] : [stacked([below])])].join(' / ') : stacked([above, path, below]);
  };
  return { separator: cells.separator, read };
}

function dayReader(cells: readonly string[], choices: PeopleChoices): { readonly order: DateOrder | null; read(cell: string): DayReading } {
  const order = choices.dates ?? orderOf(cells);
  return { order, read: areCounted(cells) ? (cell) => ({ day: countedDay(cell) }) : (cell) => dayIn(cell, order) };
}

/** The people of a table, one by row; a row without an employee id is a problem and left out. `listed`: departments are ids of a file. */
export function rowsToPeople(table: Table, columns: Columns<PeopleField>, how: { readonly choices: PeopleChoices; readonly listed: boolean; readonly problem: RowProblem }): ReadRows {
  const { choices, listed, problem } = how;
  const cellOf: CellOf = (row, field) => (columns.at(field) < 0 ? undefined : cleanCell(row.cells[columns.at(field)]));
  const whole = table.rows.filter((row) => {
    if (row.cells.length === table.header.length) return true;
    problem(row, null, 'wrong-cells', { wanted: table.header.length, found: row.cells.length });
    return false;
  });
  const gone = whole.filter((row) => hasLeft.test(cellOf(row, 'status') ?? ''));
  const rows = gone.length === 0 ? whole : whole.filter((row) => !hasLeft.test(cellOf(row, 'status') ?? ''));
  const departments = departmentReader(rows, columns, cellOf, listed ? { ...choices, path: '' } : choices);
  const days = dayReader(rows.map((row) => cellOf(row, 'joined_on') ?? ''), choices);
  const reader = personReader({ cellOf, columns, problem, departmentOf: listed ? (row) => cleanId(cellOf(row, 'department')) : departments.read, readDay: days.read });
  return { people: rows.flatMap(reader), path: departments.separator, dates: days.order, gone };
}

interface Reading {
  readonly cellOf: CellOf;
  readonly columns: Columns<PeopleField>;
  readonly problem: RowProblem;
  departmentOf(row: TableRow): string | null;
  readDay(cell: string): DayReading;
}

function personReader({ cellOf, columns, problem, departmentOf, readDay }: Reading): (row: TableRow) => DirectoryPerson[] {
  const required = (row: TableRow, field: PeopleField, text: string): string => {
    if (text === '') problem(row, field, 'missing-cell');
    else if (text.length > longestCell) problem(row, field, 'too-long', { longest: longestCell });
    return text.slice(0, longestCell);
  };
  const optional = <T>(row: TableRow, field: PeopleField, meaning: (cell: string) => T | DirectoryProblemCode): T | null | undefined => {
    const cell = cellOf(row, field);
    if (cell === undefined || cell === '' || saysNothing(cell)) return cell === undefined ? undefined : null;
    const value = meaning(cell);
    if (typeof value !== 'string' || !problemCodes.has(value as DirectoryProblemCode)) return value as T;
    problem(row, field, value as DirectoryProblemCode, { value: cell.slice(0, longestCell), longest: longestCell });
    // What is known stays: a cell that cannot be read says nothing.
    return undefined;
  };
  return (row) => {
    const addressed = columns.at('employee_id') < 0;
    const id = addressed ? addressIn(cellOf(row, 'email') ?? '').toLowerCase() : cleanId(cellOf(row, 'employee_id'));
    const employeeId = required(row, addressed ? 'email' : 'employee_id', id);
    if (isRounded(employeeId)) problem(row, 'employee_id', 'rounded-id', { value: employeeId });
    const place = departmentOf(row);
    if (place === null) problem(row, 'department', 'two-departments', { value: cellOf(row, 'department') ?? '' });
    const halves = ['manager_first', 'manager_last'].some((field) => columns.at(field as PeopleField) >= 0);
    const person = {
      line: row.line,
      employeeId,
      name: required(row, columns.at('name') >= 0 ? 'name' : columns.at('last_name') >= 0 ? 'last_name' : 'first_name', nameIn(row, cellOf)),
      department: place === null ? '' : required(row, 'department', place),
      email: optional(row, 'email', emailIn),
      manager: halves && columns.at('manager_id') < 0 ? `${cellOf(row, 'manager_first') ?? ''} ${cellOf(row, 'manager_last') ?? ''}`.trim() || null : optional(row, 'manager_id', (cell) => cell.slice(0, longestCell)),
      site: optional(row, 'site', (cell) => (cell.length > longestCell ? 'long-site' : cell)),
      joinedOn: optional(row, 'joined_on', (cell) => {
        const read = readDay(cell);
        return read === null ? 'bad-date' : 'day' in read ? read.day : 'ambiguous-date';
      }),
      language: optional(row, 'language', (cell) => languageIn(cell) ?? 'bad-language'),
    };
    return employeeId === '' ? [] : [person];
  };
}

const problemCodes: ReadonlySet<DirectoryProblemCode> = new Set(['bad-email', 'two-addresses', 'bad-date', 'ambiguous-date', 'bad-language', 'long-site']);

function emailIn(cell: string): string | DirectoryProblemCode {
  const address = addressIn(cell);
  if (address.length <= longestEmail && isEmail(address)) return address;
  return address.split(/[;,\s/|]+/u).filter((one) => isEmail(one)).length > 1 ? 'two-addresses' : 'bad-email';
}
