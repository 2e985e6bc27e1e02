// The department of each past answer, by number. Without a file of departments they are what the answers name.
import { departmentId, departmentsFromPaths, type PastDepartments } from './departments.ts';
import { quoted, type PastProblems } from './problem.ts';

export interface PastDepartmentColumn extends PastDepartments {
  /** By row: a number into `ids`. */
  readonly of: Int32Array;
  readonly ids: readonly string[];
}

export interface DepartmentReader {
  /** Reads the next row's department; its number, or −1 after reporting why it has none. */
  readonly number: (text: string, line: number, column: number) => number;
  /** Like `number`, and keeps it. */
  readonly read: (text: string, line: number, column: number) => void;
  readonly finish: () => PastDepartmentColumn;
}

export function departmentReader(given: PastDepartments | null, problems: PastProblems): DepartmentReader {
  const known = given ? new Set(given.departments.map(({ id }) => id)) : null;
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const spellings = new Map<string, number>();
  let rows = new Int32Array(1024);
  let length = 0;

  const numbered = (text: string): number | null => {
    const id = known ? text.trim() : departmentId(text);
    if (id === '' || (known && !known.has(id))) return null;
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = ids.push(id) - 1));
    spellings.set(text, number);
    return number;
  };
  const number: DepartmentReader['number'] = (text, line, column) => {
    const found = spellings.get(text) ?? numbered(text);
    if (found !== null) return found;
    const code = text.trim() === '' ? 'no-department' : 'unknown-department';
    problems.add({ file: 'answers', line, column, code, details: { value: quoted(text) } });
    return -1;
  };
  return {
    number,
    read: (text, line, column) => {
      if (length === rows.length) {
        const larger = new Int32Array(2 * length);
        larger.set(rows);
        rows = larger;
      }
      rows[length] = number(text, line, column);
      length += 1;
    },
    finish: () => ({
      of: rows.subarray(0, length),
      ids,
      departments: given?.departments ?? departmentsFromPaths(ids),
      invited: given?.invited ?? new Map(),
    }),
  };
}
