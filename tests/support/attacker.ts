// An attacker who knows nothing of how a release is made: takes every number published about a question as a sum over unknown
// groups of people, and looks for any combination of such sums that rests on fewer people than it should.
import type { Release } from '#app/domain/publication/release.ts';

const prime = 67_108_859;

/** Somebody or some group of people, with the unknowns (columns) that are theirs. */
export interface Holder {
  readonly columns: readonly number[];
  readonly people: number;
}

/** Fewest people whose unknowns carry a non-zero combination of the rows; `limit` when it is no fewer than that. */
export function smallestSupport(rows: readonly (readonly number[])[], holders: readonly Holder[], limit = Infinity): number {
  const full = rankOf(rows, holders.flatMap((holder) => holder.columns));
  let smallest = limit;
  const search = (from: number, inside: readonly Holder[], people: number) => {
    if (people >= smallest) return;
    const outside = holders.filter((holder) => !inside.includes(holder)).flatMap((holder) => holder.columns);
    if (inside.length > 0 && rankOf(rows, outside) < full) {
      smallest = people;
      return;
    }
    for (let next = from; next < holders.length; next += 1) search(next + 1, [...inside, holders[next]!], people + holders[next]!.people);
  };
  search(0, [], 0);
  return smallest;
}

function rankOf(rows: readonly (readonly number[])[], columns: readonly number[]): number {
  const matrix = rows.map((row) => columns.map((column) => ((row[column]! % prime) + prime) % prime));
  let rank = 0;
  for (let column = 0; column < columns.length && rank < matrix.length; column += 1) {
    const pivot = matrix.findIndex((row, at) => at >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!];
    const lead = matrix[rank]!;
    const inverse = power(lead[column]!, prime - 2);
    for (let at = rank + 1; at < matrix.length; at += 1) {
      const factor = product(matrix[at]![column]!, inverse);
      if (factor === 0) continue;
      matrix[at] = matrix[at]!.map((value, other) => (value - product(factor, lead[other]!) + prime) % prime);
    }
    rank += 1;
  }
  return rank;
}

function product(one: number, other: number): number {
  return Number((BigInt(one) * BigInt(other)) % BigInt(prime));
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let left = exponent, factor = base; left > 0; left = Math.floor(left / 2), factor = product(factor, factor)) {
    if (left % 2 === 1) result = product(result, factor);
  }
  return result;
}

/** `above` / `below` as a weight in a row. */
export function fraction(above: number, below: number): number {
  return product(above, power(below, prime - 2));
}

export interface Finding {
  /** An item, or «people» for the counts of ballots. */
  readonly about: string;
  readonly people: number;
  /** What the release promises for it. */
  readonly k: number;
}

/** The lightest combination of everything published about each question. */
export function attack(release: Release): Finding[] {
  const about = (question: string): Finding => {
    const keys = new Set([release.items[question]!.partition]);
    for (const dimension of Object.values(release.dimensions)) if (dimension.items.includes(question)) keys.add(dimension.partition);
    const own = release.items[question]!;
    const finest = release.partitions[own.partition]!.atoms;
    const holders = finest.map(({ id }, column) => {
      const counts = own.cells[id]!;
      return { columns: [column], people: own.kind === 'several' ? counts.at(-1)! : counts.reduce((sum, count) => sum + count, 0) };
    });
    const rows = [...keys].flatMap((key) => rowsOver(release, key, finest.map((atom) => atom.departments)));
    return { about: question, people: smallestSupport(rows, holders), k: Number(own.partition.split(':')[0]) };
  };
  return [...Object.keys(release.items).map(about), ...attackCounts(release)];
}

/** All counts of ballots together; what is asked of a few only is counted in its own unknowns. */
function attackCounts(release: Release): Finding[] {
  const base = release.partitions[String(release.k)];
  if (!base) return [];
  const classes = base.atoms.map((atom) => atom.departments);
  const rows = Object.keys(release.partitions).flatMap((key) => rowsOver(release, key, classes));
  const holders = base.atoms.map((atom, column) => ({ columns: [column], people: atom.answered }));
  return [{ about: 'people', people: smallestSupport(rows, holders), k: release.k }];
}

/** A row for every atom and every department of a partition: which of the classes of departments it counts. */
function rowsOver(release: Release, key: string, classes: readonly (readonly string[])[]): number[][] {
  const { atoms, departments } = release.partitions[key]!;
  const rowOf = (counted: readonly string[]) => {
    const set = new Set(counted);
    return classes.map((members) => {
      const inside = members.filter((id) => set.has(id)).length;
      if (inside !== 0 && inside !== members.length) throw new Error(`${key} divides a finer group`);
      return inside === 0 ? 0 : 1;
    });
  };
  const holding = (ids: readonly string[]) => atoms.filter((atom) => ids.includes(atom.id)).flatMap((atom) => atom.departments);
  return [...atoms.map((atom) => rowOf(atom.departments)), ...departments.map((department) => rowOf(holding(department.atoms)))];
}
