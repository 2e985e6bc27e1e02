// A file of past answers, row by row: which layout it has, and what has to be true of every row.
import { longReader, type PastLong } from './long.ts';
import type { PastDepartments } from './departments.ts';
import type { PastItem } from './items.ts';
import { linkedReader } from './linked.ts';
import { onePerPerson, type PastPeople } from './people.ts';
import type { SaidScale } from './scale.ts';
import { wideReader, type PastWide } from './wide.ts';
import { quoted, type PastProblems } from './problem.ts';

export interface PastOptions {
  readonly departments: PastDepartments | null;
  readonly items: ReadonlyMap<string, PastItem> | null;
  /** By column or question: how its answers are written, where no items are given and somebody said so or it was guessed. */
  readonly scales?: ReadonlyMap<string, SaidScale>;
  /** Whether a column of which no scale is known is no question. */
  readonly onlyScales?: boolean;
  /** Treats answers out of range as none. */
  readonly skipInvalid: boolean;
  readonly cuts: readonly { readonly column: string; readonly scope: string | null }[];
  /** Column of a record id: compared, never an item, never kept. */
  readonly rowId: string | null;
  /** Where rows of one value in a column are one person; null where every row is another person. */
  readonly people: PastPeople | null;
  /** Columns (from 0) that say who is counted, and are no questions. */
  readonly apart: readonly number[];
}

/** Rows beside those that made a person. */
export interface PastRepetitions {
  /** Rows without an id: nobody's, and not counted. */
  readonly nameless: number;
  /** Rows, or answers, that say the same of a person again. */
  readonly again: number;
  /** Rows, or answers, of which another one counts. */
  readonly superseded: number;
}

export interface PastReader<T> {
  readonly row: (line: number, cells: readonly string[]) => void;
  readonly finish: () => { readonly read: T; readonly ignored: readonly string[]; readonly invalid: number; readonly repetitions?: PastRepetitions };
}

export type PastRead = PastWide | PastLong;

/** The reader for the layout a header shows: long with the columns `item` and `answer`. Null when it shows none. */
export function pastReader(header: readonly string[], options: PastOptions, problems: PastProblems): PastReader<PastRead> | null {
  const names = header.map((name) => name.trim());
  const repeated = names.findIndex((name, at) => name !== '' && names.indexOf(name) !== at);
  if (repeated >= 0) {
    problems.add({ file: 'answers', line: 1, column: repeated + 1, code: 'repeated-column', details: { name: quoted(names[repeated]!) } });
  }
  for (const name of ['department', options.rowId]) {
    if (name === null || names.includes(name)) continue;
    problems.add({ file: 'answers', line: 1, column: 1, code: 'missing-column', details: { name: quoted(name) } });
    return null;
  }
  const reader = readerOf(names, options, problems);
  return { row: checkingWidth(names.length, reader, problems), finish: reader.finish };
}

function readerOf(names: readonly string[], options: PastOptions, problems: PastProblems): PastReader<PastRead> {
  const { people } = options;
  if (isLong(names)) return people ? linkedReader(names, { ...options, people }, problems) : longReader(names, options, problems);
  const wide = wideReader(names, options, problems);
  return people ? onePerPerson(wide, people, problems) : wide;
}

export function isLong(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim());
  return names.includes('item') && names.includes('answer');
}

function checkingWidth(width: number, reader: PastReader<PastRead>, problems: PastProblems): PastReader<PastRead>['row'] {
  return (line, cells) => {
    if (cells.length === width) reader.row(line, cells);
    else {
      const details = { expected: width, found: cells.length };
      problems.add({ file: 'answers', line, column: Math.min(cells.length, width) + 1, code: 'wrong-width', details });
    }
  };
}
