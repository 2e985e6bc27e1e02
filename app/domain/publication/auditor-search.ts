// Exact search for a combination that rests on fewer than k people. A combination never meets the circuit of one of its own
// columns in that column alone, so from a chosen column it suffices to branch on the light columns of its circuit in the basis.
import { addMultiple, inverse, times } from './auditor-field.ts';
import { heaviestFirst } from './auditor-contraction.ts';
import type { Code } from './auditor-code.ts';
import { peopleIn, type System } from './auditor-system.ts';

export interface Search {
  /** The columns of a violating combination, null where none was found. */
  readonly found: readonly number[] | null;
  readonly steps: number;
  readonly outOfBudget: boolean;
}

/** `own`: each row's own column in systematic form. Takes at most `budget` steps; running out proves nothing. */
export function searched(system: System, code: Code, own: readonly number[], { k, budget }: { k: number; budget: number }): Search {
  const hunt: Hunt = { system, code, k, budget, steps: 0, order: heaviestFirst(system, code) };
  const found = hunted(hunt, { rows: [...code.rows], own: [...own] }, []);
  return { found, steps: hunt.steps, outOfBudget: found === null && hunt.steps > budget };
}

interface Hunt {
  readonly system: System;
  readonly code: Code;
  readonly k: number;
  readonly budget: number;
  readonly order: readonly number[];
  steps: number;
}

/** Rows are shared between branches and replaced, never changed in place. */
interface Branch {
  readonly rows: Float64Array[];
  readonly own: number[];
}

function hunted(hunt: Hunt, branch: Branch, chosen: readonly number[]): readonly number[] | null {
  hunt.steps += 1;
  if (hunt.steps > hunt.budget) return null;
  contractHeavy(hunt, branch, chosen);
  const violation = lightRow(hunt, branch, chosen);
  if (violation) return violation;
  for (const own of shortestCircuit(branch, chosen)) {
    const row = branch.own.indexOf(own);
    const child = withoutOwn(hunt, branch, row, chosen);
    const found = child ? hunted(hunt, child, [...chosen, own]) : [...chosen, own];
    if (found || hunt.steps > hunt.budget) return found;
    branch.rows.splice(row, 1);
    branch.own.splice(row, 1);
  }
  return null;
}

function people(hunt: Hunt, columns: readonly number[]): number {
  return peopleIn(hunt.system, columns.flatMap((column) => hunt.code.columns[column]!));
}

/** A column that together with the chosen ones is k people or more occurs in no violation. */
function contractHeavy(hunt: Hunt, branch: Branch, chosen: readonly number[]): void {
  for (const column of hunt.order) {
    if (chosen.includes(column)) continue;
    if (people(hunt, [...chosen, column]) < hunt.k) {
      if (!hunt.system.reissues) return;
      continue;
    }
    let row = branch.own.indexOf(column);
    if (row < 0) {
      row = branch.rows.findIndex((line) => line[column] !== 0);
      if (row < 0) continue;
      eliminate(hunt, branch, row, column);
    }
    branch.rows.splice(row, 1);
    branch.own.splice(row, 1);
  }
}

/** A row that by itself violates: its columns and the chosen ones are fewer than k people. */
function lightRow(hunt: Hunt, { rows }: Branch, chosen: readonly number[]): readonly number[] | null {
  for (const row of rows) {
    const columns = [...chosen];
    for (let column = 0; column < row.length && columns.length < hunt.k; column += 1) {
      if (row[column] !== 0 && !chosen.includes(column)) columns.push(column);
    }
    if (columns.length < hunt.k && people(hunt, columns) < hunt.k) return columns;
  }
  return null;
}

/** The own columns one of which every violation with all the chosen columns must hold; at the root that is any basis. */
function shortestCircuit({ rows, own }: Branch, chosen: readonly number[]): readonly number[] {
  let shortest: readonly number[] = own;
  chosen.forEach((column, index) => {
    const circuit = own.filter((_, row) => rows[row]![column] !== 0);
    if (index === 0 || circuit.length < shortest.length) shortest = circuit;
  });
  return [...shortest];
}

/** The branch with another own column in the row; null where only chosen columns could take its place. */
function withoutOwn(hunt: Hunt, branch: Branch, row: number, chosen: readonly number[]): Branch | null {
  const line = branch.rows[row]!;
  const other = hunt.order.find((column) => line[column] !== 0 && column !== branch.own[row] && !chosen.includes(column));
  if (other === undefined) return null;
  const child: Branch = { rows: [...branch.rows], own: [...branch.own] };
  eliminate(hunt, child, row, other);
  child.own[row] = other;
  return child;
}

function eliminate(hunt: Hunt, branch: Branch, row: number, column: number): void {
  const { prime } = hunt.code;
  const line = branch.rows[row]!;
  const scale = inverse(line[column]!, prime);
  const unit = scale === 1 ? line : line.map((entry) => times(entry, scale, prime));
  branch.rows[row] = unit;
  branch.rows.forEach((other, index) => {
    if (index === row || other[column] === 0) return;
    const changed = other.slice();
    addMultiple(changed, prime - other[column]!, unit, prime);
    branch.rows[index] = changed;
  });
}
