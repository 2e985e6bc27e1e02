// An attacker who knows nothing of how a release is made: takes every number published about a question as a sum over unknown
// groups of people, and looks for any combination of such sums that rests on fewer people than it should.
import type { Release } from '#app/domain/publication/release/release.ts';

const prime = 67_108_859;

/** Somebody or some group of people, with the unknowns (columns) that are theirs. */
export interface Holder {
  readonly columns: readonly number[];
  readonly people: number;
}

/**
 * Fewest people whose unknowns carry a non-zero combination of the rows; `limit` when it is no fewer than that. A combination that is
 * zero everywhere else exists exactly where the unknowns depend on one another in the space of all that the rows leave open.
 */
export function smallestSupport(rows: readonly (readonly number[])[], holders: readonly Holder[], limit = Infinity): number {
  const open = leftOpen(rows, Math.max(0, ...holders.flatMap(({ columns }) => columns)) + 1);
  let smallest = limit;
  const search = (from: number, inside: readonly Reduced[], people: number) => {
    for (let next = from; next < holders.length; next += 1) {
      const together = people + holders[next]!.people;
      if (together >= smallest) continue;
      const more = holders[next]!.columns.reduce<readonly Reduced[] | null>((basis, column) => basis && extended(basis, open[column]!), inside);
      if (more) search(next + 1, more, together);
      else smallest = together;
    }
  };
  search(0, [], 0);
  return smallest;
}

interface Reduced {
  readonly vector: readonly number[];
  readonly pivot: number;
}

/** The basis with one more vector; null where it depends on those that are there. */
function extended(basis: readonly Reduced[], vector: readonly number[]): readonly Reduced[] | null {
  let rest = vector;
  for (const { vector: known, pivot } of basis) rest = without(rest, known, pivot);
  const pivot = rest.findIndex((value) => value !== 0);
  return pivot < 0 ? null : [...basis, { vector: rest, pivot }];
}

/** The row less the multiple of another that clears its pivot. */
function without(row: readonly number[], other: readonly number[], pivot: number): readonly number[] {
  if (row[pivot] === 0) return row;
  const factor = product(row[pivot]!, power(other[pivot]!, prime - 2));
  return row.map((value, at) => (value - product(factor, other[at]!) + prime) % prime);
}

/** By column, its place in every way to fill the unknowns that changes no row: a basis of the kernel, read column by column. */
function leftOpen(rows: readonly (readonly number[])[], columns: number): number[][] {
  const reduced: Reduced[] = [];
  for (const row of rows) {
    const next = extended(reduced, row.map((value) => ((value % prime) + prime) % prime));
    if (!next) continue;
    const { vector, pivot } = next.at(-1)!;
    const inverse = power(vector[pivot]!, prime - 2);
    const lead = { vector: vector.map((value) => product(value, inverse)), pivot };
    reduced.forEach((one, at) => (reduced[at] = { ...one, vector: without(one.vector, lead.vector, pivot) }));
    reduced.push(lead);
  }
  const pivots = new Map(reduced.map((one) => [one.pivot, one.vector]));
  const free = Array.from({ length: columns }, (_, column) => column).filter((column) => !pivots.has(column));
  return Array.from({ length: columns }, (_, column) => {
    const fixed = pivots.get(column);
    return free.map((one) => (fixed ? (prime - fixed[one]!) % prime : one === column ? 1 : 0));
  });
}

/** Of two numbers of 26 bits: exact in a double. */
function product(one: number, other: number): number {
  return (one * other) % prime;
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
export function rowsOver(release: Release, key: string, classes: readonly (readonly string[])[]): number[][] {
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
