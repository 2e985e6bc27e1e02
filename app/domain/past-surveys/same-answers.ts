// Whether two releases were made from nearly the same answers: then the difference of their figures would be the few people in whom
// they differ. A file that was changed by a row has another hash, but gives itself away by its figures.
import type { Release } from '#app/domain/publication/release/release.ts';

/** Cells of the same question and the same departments in both, the company as one of them. */
function sharedCells(one: Release, other: Release): readonly (readonly [readonly number[], readonly number[]])[] {
  return Object.entries(one.items).flatMap(([id, item]) => {
    const twin = other.items[id];
    if (!twin || twin.kind !== item.kind || (item.kind !== 'scale' && item.kind !== 'recommend')) return [];
    const cells = cellsOf(one, id);
    const twins = cellsOf(other, id);
    return [...cells].flatMap(([place, counts]) => {
      const counterpart = twins.get(place);
      return counterpart && counterpart.length === counts.length ? [[counts, counterpart] as const] : [];
    });
  });
}

/** By the departments that are counted together, and "" for everybody. */
function cellsOf(release: Release, id: string): ReadonlyMap<string, readonly number[]> {
  const { partition, cells } = release.items[id]!;
  const atoms = release.partitions[partition]?.atoms ?? [];
  const all = Object.values(cells);
  const everybody = (all[0] ?? []).map((_, point) => all.reduce((sum, counts) => sum + counts[point]!, 0));
  return new Map([['', everybody], ...atoms.map((atom) => [[...atom.departments].sort().join('\n'), cells[atom.id] ?? []] as const)]);
}

/**
 * How far two histograms are apart, as a share of what chance would make of two samples of the same opinion: about 1 for two surveys of
 * different people, 0 for the same answers. Null where everybody said the same. The mean distance of a point is √(2/π) of its
 * standard deviation, that of the difference of two binomial counts with the pooled share.
 */
function distance(one: readonly number[], other: readonly number[]): number | null {
  const [all, others] = [sum(one), sum(other)];
  const expected = sum(one.map((count, point) => {
    const share = (count + other[point]!) / (all + others);
    return Math.sqrt((2 / Math.PI) * (all + others) * share * (1 - share));
  }));
  return expected === 0 ? null : sum(one.map((count, point) => Math.abs(count - other[point]!))) / expected;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Below which mean distance answers are taken for the same, by the fewest cells that are compared. */
const limits = [
  { cells: 40, below: 0.5 },
  { cells: 10, below: 0.4 },
  { cells: 1, below: 0.25 },
];

/** The fewer cells there are to compare, the closer they have to be. Where nobody's answers differ, the same numbers are the same answers. */
export function areSameAnswers(one: Release, other: Release): boolean {
  const cells = sharedCells(one, other);
  const distances = cells.map(([counts, twins]) => distance(counts, twins)).filter((far) => far !== null);
  if (distances.length === 0) return cells.length > 0 && cells.every(([counts, twins]) => Math.abs(sum(counts) - sum(twins)) < one.k);
  const limit = limits.find(({ cells: fewest }) => distances.length >= fewest)!;
  return sum(distances) / distances.length < limit.below;
}
