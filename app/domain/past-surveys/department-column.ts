// The department of each past answer, by number. Without a file of departments they are what the answers name.
import { departmentId, departmentsFromPaths, type PastDepartments } from './departments.ts';
import { quoted, type PastProblems } from './problem.ts';
import { foldedDepartment, oneSpelling } from './spellings.ts';

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
  const known = given ? knownBy(given) : null;
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const spellings = new Map<string, { readonly number: number; readonly id: string; uses: number }>();
  let rows = new Int32Array(1024);
  let length = 0;

  const numbered = (text: string) => {
    const id = known ? known(text) : departmentId(text);
    if (id === null || id === '') return null;
    const key = known ? id : foldedDepartment(id);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = ids.push(id) - 1));
    const spelling = { number, id, uses: 0 };
    spellings.set(text, spelling);
    return spelling;
  };
  /** What the answers name, each in one spelling. */
  const named = (): string[] => {
    const uses = new Map<string, number>();
    for (const { id, uses: count } of spellings.values()) uses.set(id, (uses.get(id) ?? 0) + count);
    const spelled = oneSpelling(uses);
    return ids.map((id) => spelled.get(id)!);
  };
  const number: DepartmentReader['number'] = (text, line, column) => {
    const found = spellings.get(text) ?? numbered(text);
    if (found !== null) {
      found.uses += 1;
      return found.number;
    }
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
    finish: () => {
      const of = rows.subarray(0, length);
      if (given) return { of, ids, ...given };
      const own = named();
      return { of, ids: own, departments: departmentsFromPaths(own), invited: new Map() };
    },
  };
}

/** The id a cell means: as it is written, else as it is written otherwise where only one is. Null where there is none. */
function knownBy({ departments }: PastDepartments): (text: string) => string | null {
  const exact = new Set(departments.map(({ id }) => id));
  const folded = new Map<string, string[]>();
  for (const id of exact) folded.set(foldedDepartment(id), [...(folded.get(foldedDepartment(id)) ?? []), id]);
  return (text) => {
    const id = text.trim();
    if (exact.has(id)) return id;
    const [only, second] = folded.get(foldedDepartment(id)) ?? [];
    return only !== undefined && second === undefined ? only : null;
  };
}
