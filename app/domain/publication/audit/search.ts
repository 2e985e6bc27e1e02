// Exact search for a combination that rests on fewer than k people. A combination never meets the circuit of one of its own
// columns in that column alone, so from a chosen column it suffices to branch on the light columns of its circuit in the basis.
import { addMultiple, inverse, times } from './field.ts';
import { searchedByBases, type Search } from './bases.ts';
import { contracted, heaviestFirst } from './contraction.ts';
import type { Code } from './code.ts';
import { isSure, peopleIn, type System } from './system.ts';

/** Entries of a code one step of the search looks at. */
const entriesPerStep = 4_096;
/** Steps after which bases are tried: most codes are decided long before. */
const firstSteps = 4_000;

/** Whether the code holds a violation. Changes the code. At most about `budget` steps; running out proves nothing. */
export function searched(system: System, code: Code, { k, budget }: { k: number; budget: number }): Search {
  const own = contracted(system, code, k);
  if (own.length === 0) return { found: null, steps: 1, outOfBudget: false };
  const first = huntedThrough(system, code, own, { k, budget: Math.min(budget, firstSteps) });
  if (!first.outOfBudget || budget <= firstSteps) return first;
  const byBases = searchedByBases(system, code, { k, budget }, (smaller, left) => searched(system, smaller, { k, budget: left }));
  const rest = byBases ?? huntedThrough(system, code, own, { k, budget });
  return { ...rest, steps: rest.steps + first.steps };
}

function huntedThrough(system: System, code: Code, own: readonly number[], { k, budget }: { k: number; budget: number }): Search {
  const people = code.columns.map((classes) => peopleIn(system, classes));
  const additive = code.columns.every((classes) => classes.every((one) => isSure(system, one)));
  const order = heaviestFirst(system, code);
  const hunt: Hunt = { system, code, k, budget, steps: 0, order, additive, people, least: Math.min(...people) };
  const found = hunted(hunt, { rows: [...code.rows], own: [...own] }, []);
  const classes = found && found.flatMap((column) => code.columns[column]!);
  return { found: classes, steps: hunt.steps, outOfBudget: found === null && hunt.steps > budget };
}

interface Hunt {
  readonly system: System;
  readonly code: Code;
  readonly k: number;
  readonly budget: number;
  readonly order: readonly number[];
  /** Whether people add up: no ballot of these columns can be a person's second. */
  readonly additive: boolean;
  /** By column, and the least of them. */
  readonly people: readonly number[];
  readonly least: number;
  steps: number;
}

/** Rows are shared between branches and replaced, never changed in place. */
interface Branch {
  readonly rows: Float64Array[];
  readonly own: number[];
}

function hunted(hunt: Hunt, branch: Branch, chosen: readonly number[]): readonly number[] | null {
  hunt.steps += Math.ceil((branch.rows.length * hunt.people.length) / entriesPerStep);
  if (hunt.steps > hunt.budget) return null;
  contractHeavy(hunt, branch, chosen);
  const violation = lightRow(hunt, branch, chosen);
  if (violation) return violation;
  const left = hunt.k - 1 - people(hunt, chosen);
  if (hunt.additive && left < 3 * hunt.least) return left < 2 * hunt.least ? null : parallelRows(hunt, branch, chosen, left);
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
  if (hunt.additive) return columns.reduce((sum, column) => sum + hunt.people[column]!, 0);
  return peopleIn(hunt.system, columns.flatMap((column) => hunt.code.columns[column]!));
}

/** A column that together with the chosen ones is k people or more occurs in no violation. */
function contractHeavy(hunt: Hunt, branch: Branch, chosen: readonly number[]): void {
  for (const column of hunt.order) {
    if (chosen.includes(column)) continue;
    if (people(hunt, [...chosen, column]) < hunt.k) {
      if (hunt.additive) return;
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

/**
 * Where only two more columns fit: a violation with one of them in the basis is a row, and one with both is made of two rows that
 * agree, but for a factor, on all columns outside of the basis and the chosen ones.
 */
function parallelRows(hunt: Hunt, { rows, own }: Branch, chosen: readonly number[], left: number): readonly number[] | null {
  const { prime, columns } = hunt.code;
  const taken = new Set([...own, ...chosen]);
  const outside = [...columns.keys()].filter((column) => !taken.has(column));
  const seen = new Map<number, number[]>();
  for (const [index, row] of rows.entries()) {
    if (hunt.people[own[index]!]! + hunt.least > left) continue;
    const key = fingerprint(row, outside, prime);
    for (const other of seen.get(key) ?? []) {
      const pair = [own[index]!, own[other]!];
      if (people(hunt, pair) <= left && areParallel(row, rows[other]!, outside, prime)) return [...chosen, ...pair];
    }
    seen.set(key, [...(seen.get(key) ?? []), index]);
  }
  return null;
}

/** The same for rows that are multiples of each other on the columns; seldom the same for others. */
function fingerprint(row: Float64Array, columns: readonly number[], prime: number): number {
  let [lead, sum] = [0, 0];
  columns.forEach((column, place) => {
    const entry = row[column]!;
    if (entry === 0) return;
    if (lead === 0) lead = entry;
    sum = (sum + times(entry, (place + 1) * (place + 7919), prime)) % prime;
  });
  return lead === 0 ? 0 : times(sum, inverse(lead, prime), prime);
}

function areParallel(one: Float64Array, other: Float64Array, columns: readonly number[], prime: number): boolean {
  const lead = columns.find((column) => one[column] !== 0 || other[column] !== 0);
  if (lead === undefined) return true;
  const [a, b] = [one[lead]!, other[lead]!];
  return columns.every((column) => times(one[column]!, b, prime) === times(other[column]!, a, prime));
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
