// Makes the remaining code small before it is searched. No combination below k people can touch people who always occur together
// and are k or more, nor anything that k disjoint bases of the remaining code span; both are contracted until nothing changes.
import { contract, copied, reduced, type Code } from './code.ts';
import { inverse, times } from './field.ts';
import { isSure, peopleIn, type System } from './system.ts';

/** Contracts all it can; returns the column of its own of each row that is left. */
export function contracted(system: System, code: Code, k: number): number[] {
  for (;;) {
    reduced(code, heaviestFirst(system, code));
    joinParallel(code);
    if (contractHeavy(system, code, k) || contractPacked(system, code, k)) continue;
    return reduced(code, heaviestFirst(system, code));
  }
}

export function heaviestFirst(system: System, code: Code): number[] {
  const people = code.columns.map((classes) => peopleIn(system, classes));
  return [...code.columns.keys()].sort((a, b) => people[b]! - people[a]! || a - b);
}

/** Columns that are multiples of each other occur in the same combinations: they become one. Columns of zeros go. */
function joinParallel(code: Code): void {
  const groups = new Map<string, { column: number; classes: number[] }>();
  code.columns.forEach((classes, column) => {
    const key = directionOf(code, column);
    if (key === '') return;
    const group = groups.get(key);
    if (group) group.classes.push(...classes);
    else groups.set(key, { column, classes: [...classes] });
  });
  const kept = [...groups.values()];
  code.rows = code.rows.map((row) => Float64Array.from(kept, ({ column }) => row[column]!));
  code.columns = kept.map(({ classes }) => classes);
}

function directionOf(code: Code, column: number): string {
  const lead = code.rows.find((row) => row[column] !== 0)?.[column];
  if (lead === undefined) return '';
  const scale = inverse(lead, code.prime);
  return code.rows.map((row) => times(row[column]!, scale, code.prime)).join();
}

function contractHeavy(system: System, code: Code, k: number): boolean {
  let changed = false;
  code.columns.forEach((classes, column) => {
    if (peopleIn(system, classes) >= k && contract(code, column)) changed = true;
  });
  return changed;
}

function contractPacked(system: System, code: Code, k: number): boolean {
  const left = code.columns.map((classes) => {
    return classes.reduce((sum, one) => sum + (isSure(system, one) ? system.weight[one]! : 0), 0);
  });
  const before = code.rows.length;
  let rest = code;
  for (let round = 0; round < k; round += 1) {
    rest = copied(code);
    const order = [...left.keys()].filter((column) => left[column]! > 0).sort((a, b) => left[b]! - left[a]! || a - b);
    for (const column of order) {
      if (contract(rest, column)) left[column]! -= 1;
      if (rest.rows.length === 0) break;
    }
    if (rest.rows.length === before) return false;
  }
  code.rows = rest.rows;
  code.carried = rest.carried;
  return true;
}
