// One row of a people file is one person. Cells are read leniently in form (spaces, full-width digits, usual ways to write a day)
// and strictly in meaning: what cannot be understood is a problem, never a guess.
import { isDay, type Day } from '../kernel/day.ts';
import { languageOfTag, languages, nameOfLanguage, type Language } from '../kernel/language.ts';
import { isEmail, longestEmail } from './email.ts';
import { peopleColumns, type Columns, type PeopleField } from './directory-columns.ts';
import type { DirectoryPerson } from './directory.ts';
import type { DirectoryProblem, DirectoryProblemCode } from './directory-problem.ts';
import type { Table, TableRow } from './directory-table.ts';

const longestCell = 200;

// Control characters have no place in a name; one database does not even store NUL.
const controls = /[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff]+/g;

/** The text of a cell without what nobody sees. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? '').normalize('NFC').replace(controls, ' ').replace(/\s+/g, ' ').trim();
}

/** 2026-03-01, 2026/3/1, 2026.3.1 and 2026年3月1日; null for anything else, such as 01/03/2026, which means two days. */
function dayIn(text: string): Day | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?: 0{1,2}:00(?::00)?)?$/.exec(text.normalize('NFKC'));
  if (!parts) return null;
  const [, year, month, date] = parts as unknown as [string, string, string, string];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

/** What people write of a language beside its own name and its tag. */
const languageNames: Readonly<Record<string, Language>> = {
  英文: 'en',
  英语: 'en',
  英語: 'en',
  chinese: 'zh-Hans',
  中文: 'zh-Hans',
  简体: 'zh-Hans',
  繁體: 'zh-Hant',
  繁体中文: 'zh-Hant',
};

function languageIn(text: string): Language | null {
  const name = text.toLowerCase();
  return languages.find((one) => nameOfLanguage(one).toLowerCase() === name) ?? languageNames[name] ?? languageOfTag(text);
}

export interface RowProblem {
  (row: TableRow, field: PeopleField | null, code: DirectoryProblemCode, details?: DirectoryProblem['details']): void;
}

function readerOf(columns: Columns<PeopleField>, problem: RowProblem) {
  return (row: TableRow) => {
    const text = (field: PeopleField): string | undefined => {
      const at = columns.at(field);
      if (at < 0) return undefined;
      const cell = cleanCell(row.cells[at]);
      if (field !== 'email' && cell.length > longestCell) problem(row, field, 'too-long', { longest: longestCell });
      return cell.slice(0, Math.max(longestCell, longestEmail + 1));
    };
    const required = (field: PeopleField): string => {
      const cell = text(field) ?? '';
      if (cell === '') problem(row, field, 'missing-cell');
      return cell;
    };
    const optional = <T>(field: PeopleField, code: DirectoryProblemCode, meaning: (cell: string) => T | null): T | null | undefined => {
      const cell = text(field);
      if (cell === undefined || cell === '') return cell === undefined ? undefined : null;
      const value = meaning(cell);
      if (value === null) problem(row, field, code, { value: cell });
      return value;
    };
    return { required, optional };
  };
}

/** The people of a table, one by row; a row without an employee id is a problem and left out. */
export function rowsToPeople(table: Table, columns: Columns<PeopleField>, problem: RowProblem): DirectoryPerson[] {
  const reading = readerOf(columns, problem);
  const people: DirectoryPerson[] = [];
  for (const row of table.rows) {
    if (row.cells.length !== table.header.length) {
      problem(row, null, 'wrong-cells', { wanted: table.header.length, found: row.cells.length });
      continue;
    }
    const { required, optional } = reading(row);
    const employeeId = required('employee_id');
    const person = {
      line: row.line,
      employeeId,
      name: required('name'),
      department: required('department'),
      email: optional('email', 'bad-email', (cell) => (isEmail(cell.normalize('NFKC')) ? cell.normalize('NFKC') : null)),
      manager: optional('manager_id', 'unknown-manager', (cell) => cell),
      site: optional('site', 'too-long', (cell) => cell),
      joinedOn: optional('joined_on', 'bad-date', dayIn),
      language: optional('language', 'bad-language', languageIn),
    };
    if (employeeId !== '') people.push(person);
  }
  return people;
}

export const peopleWanted = { file: 'people', names: peopleColumns, required: ['employee_id', 'name', 'department'] } as const;
