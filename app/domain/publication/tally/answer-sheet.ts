// The answers while a release is made: copies that may be moved one step before anything is tabulated, so that all tables agree.
import type { TallyInput } from './tally-input.ts';

export interface AnswerSheet {
  /** By item and pair (a band: 0 below, 1 met, 2 above); −1 no answer, −2 not asked. */
  readonly values: (id: string) => Int16Array;
  /** Bit sets of `several`. */
  readonly options: (id: string) => Int32Array;
  /** Puts another value in the place of an answer, which thereby loses its reasons, and its ballot its texts. */
  readonly move: (id: string, row: number, value: number) => void;
  readonly isMoved: (id: string, row: number) => boolean;
  /** Whether any answer of a ballot was moved. */
  readonly isMovedIn: (row: number) => boolean;
  readonly moves: () => number;
  /** Adds a column that follows from others: the bands of a pair. */
  readonly add: (id: string, values: Int16Array) => void;
}

export function answerSheet(input: TallyInput): AnswerSheet {
  const values = new Map<string, Int16Array>();
  const options = new Map<string, Int32Array>();
  const reasons = new Map<string, Int32Array[]>();
  const moved = new Map<string, Set<number>>();
  const movedRows = new Set<number>();
  for (const item of input.items) {
    if (item.column.kind !== 'several') values.set(item.id, item.column.values.slice());
    else options.set(item.id, item.column.values.slice());
  }
  for (const { id, reasonsOf } of input.items) {
    if (reasonsOf !== undefined) reasons.set(reasonsOf, [...(reasons.get(reasonsOf) ?? []), column(options, id)]);
  }
  return {
    values: (id) => column(values, id),
    options: (id) => column(options, id),
    move: (id, row, value) => {
      column(values, id)[row] = value;
      for (const given of reasons.get(id) ?? []) given[row] = Math.min(given[row]!, 0);
      const rows = moved.get(id);
      if (rows) rows.add(row);
      else moved.set(id, new Set([row]));
      movedRows.add(row);
    },
    isMoved: (id, row) => moved.get(id)?.has(row) ?? false,
    isMovedIn: (row) => movedRows.has(row),
    moves: () => [...moved.values()].reduce((sum, rows) => sum + rows.size, 0),
    add: (id, added) => values.set(id, added),
  };
}

function column<T>(columns: ReadonlyMap<string, T>, id: string): T {
  const found = columns.get(id);
  if (!found) throw new Error(`no such column: ${id}`);
  return found;
}
