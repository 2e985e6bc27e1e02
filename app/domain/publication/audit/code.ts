// A code is what is left of all combinations of the published sums: its rows span those that may still rest on too few people.
// Contracting a column keeps the combinations in which these people do not occur.
import { addMultiple, inverse, times } from './field.ts';

export interface Code {
  readonly prime: number;
  /** Independent combinations: what each is on each column. */
  rows: Float64Array[];
  /** The same combinations as coefficients of the published bands. */
  carried: Float64Array[];
  /** By column: the classes in it. */
  columns: (readonly number[])[];
}

export function copied(code: Code): Code {
  return { ...code, rows: code.rows.map((row) => row.slice()), carried: code.carried.map((row) => row.slice()) };
}

/** Keeps the combinations that are zero on the column; true if there were others. */
export function contract(code: Code, column: number): boolean {
  const pivot = clear(code, column);
  if (pivot < 0) return false;
  code.rows.splice(pivot, 1);
  code.carried.splice(pivot, 1);
  return true;
}

/** Brings the rows into systematic form, columns in the given order; drops what is zero everywhere. Returns each row's own column. */
export function reduced(code: Code, order: readonly number[]): number[] {
  const own: number[] = [];
  for (const column of order) {
    if (own.length === code.rows.length) break;
    const pivot = code.rows.findIndex((row, index) => index >= own.length && row[column] !== 0);
    if (pivot < 0) continue;
    moveUp(code, pivot, own.length);
    eliminate(code, own.length, column);
    own.push(column);
  }
  code.rows.length = own.length;
  code.carried.length = own.length;
  return own;
}

function moveUp(code: Code, from: number, to: number): void {
  code.rows.splice(to, 0, ...code.rows.splice(from, 1));
  code.carried.splice(to, 0, ...code.carried.splice(from, 1));
}

function clear(code: Code, column: number): number {
  const pivot = code.rows.findIndex((row) => row[column] !== 0);
  if (pivot >= 0) eliminate(code, pivot, column);
  return pivot;
}

/** Makes the pivot row 1 on the column and every other row 0. */
function eliminate(code: Code, pivot: number, column: number): void {
  const { prime } = code;
  const row = code.rows[pivot]!;
  const carried = code.carried[pivot]!;
  const scale = inverse(row[column]!, prime);
  if (scale !== 1) {
    for (const part of [row, carried]) for (let index = 0; index < part.length; index += 1) part[index] = times(part[index]!, scale, prime);
  }
  code.rows.forEach((other, index) => {
    if (index === pivot || other[column] === 0) return;
    const factor = prime - other[column]!;
    addMultiple(other, factor, row, prime);
    addMultiple(code.carried[index]!, factor, carried, prime);
  });
}
