// Rows of a small table that describes past answers: columns are found by name, in any order.
import type { PastFile, PastProblems } from './problem.ts';

export interface PastRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface PastTable {
  readonly file: PastFile;
  readonly rows: readonly PastRow[];
  /** Text of a row under a name; empty where the table has no such column. */
  readonly text: (row: PastRow, name: string) => string;
  /** Number of a column, from 1; 0 where there is none. */
  readonly column: (name: string) => number;
}

/** Null when a needed column is missing, which is reported. */
export function tableOf(file: PastFile, rows: readonly PastRow[], needed: readonly string[], problems: PastProblems): PastTable | null {
  const [header, ...rest] = rows;
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = needed.filter((name) => !names.includes(name));
  for (const name of missing) problems.add({ file, line: header?.line ?? 1, column: 1, code: 'missing-column', details: { name } });
  if (missing.length > 0) return null;
  return {
    file,
    rows: rest,
    text: (row, name) => (row.cells[names.indexOf(name)] ?? '').trim(),
    column: (name) => names.indexOf(name) + 1,
  };
}
