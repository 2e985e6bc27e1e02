// What stands beside the item tables of a finished release: dimensions and correlations.
import type { DimensionCell, Release, ReleasedDimension } from '#app/domain/publication/release/release.ts';
import type { Report } from '#app/domain/publication/release/release-problem.ts';
import { indexOf } from '#app/domain/publication/tally/scoring.ts';
import { leastOf } from './partitions.ts';

export function verifyDimensions(release: Release, report: Report): void {
  for (const [id, dimension] of Object.entries(release.dimensions)) {
    const partition = release.partitions[dimension.partition];
    if (!partition) {
      report('unknown-partition', { item: id, partition: dimension.partition });
      continue;
    }
    const unknown = dimension.items.find((item) => !release.items[item]);
    if (unknown !== undefined) report('unknown-item', { item: unknown });
    else verifyCoarser(release, id, dimension, report);
    const answered = new Map(partition.atoms.map((atom) => [atom.id, atom.answered]));
    const cells = Object.entries(dimension.cells);
    if (cells.length !== answered.size || cells.some(([atom]) => !answered.has(atom))) report('cells-differ', { item: id });
    const k = Math.max(release.k, ...dimension.items.map((item) => leastOf(release.items[item]?.partition ?? '0')));
    for (const [atom, cell] of cells) {
      if (!(cell.n >= k)) report('cell-too-small', { item: id, atom, valid: cell.n, k });
      if (cell.n > (answered.get(atom) ?? 0)) report('cell-too-large', { item: id, atom });
      if (!isPossible(cell) || !follows(release, dimension, atom)) report('impossible-index', { item: id, atom });
    }
  }
}

/** Each cell of each item lies in one cell of the dimension. */
function verifyCoarser(release: Release, id: string, dimension: ReleasedDimension, report: Report): void {
  const atomOf = new Map(
    release.partitions[dimension.partition]!.atoms.flatMap((atom) => atom.departments.map((department) => [department, atom.id] as const)),
  );
  for (const key of new Set(dimension.items.map((item) => release.items[item]!.partition))) {
    for (const atom of release.partitions[key]?.atoms ?? []) {
      const homes = new Set(atom.departments.map((department) => atomOf.get(department)));
      if (homes.size > 1) report('dimension-too-fine', { item: id, partition: key, atom: atom.id });
    }
  }
}

/** The sum says nothing that the item tables do not say; in releases that hold sums of squares it is the sum of people's own indices. */
function follows(release: Release, dimension: ReleasedDimension, atom: string): boolean {
  const { n, sum, squares } = dimension.cells[atom]!;
  if (squares !== undefined) return true;
  const inside = new Set(release.partitions[dimension.partition]!.atoms.find(({ id }) => id === atom)?.departments);
  const means = dimension.items.flatMap((id) => {
    const item = release.items[id];
    if (item?.kind !== 'scale') return [];
    const own = release.partitions[item.partition]?.atoms.filter(({ departments }) => departments.some((department) => inside.has(department))) ?? [];
    const scoring = { kind: item.kind, points: item.points, reverse: item.reverse ?? false };
    const counts = own.map((part) => item.cells[part.id] ?? []);
    const sumOf = (weight: (value: number) => number) => counts.flatMap((cell) => cell.map((count, value) => count * weight(value))).reduce((a, b) => a + b, 0);
    return [sumOf((value) => indexOf(scoring, value)) / sumOf(() => 1)];
  });
  return Math.abs(sum - (n * means.reduce((a, b) => a + b, 0)) / means.length) < 0.001;
}

function isPossible({ n, sum, squares }: DimensionCell): boolean {
  const slack = 0.01 * n;
  if (!(sum >= -slack && sum <= 100 * n + slack)) return false;
  return squares === undefined || (squares <= 100 * sum + 100 * slack && squares * n >= sum * sum - 100 * slack * n);
}

export function verifyCorrelations(release: Release, report: Report): void {
  if (!release.correlations) return;
  const { items, matrix } = release.correlations;
  const isCoefficient = (value: number | null | undefined) =>
    value === null || (value !== undefined && value >= -1 && value <= 1 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9);
  items.forEach((item, one) => {
    const row = matrix[one];
    const fine = row?.length === items.length && row.every((value, other) => isCoefficient(value) && value === matrix[other]?.[one]);
    if (!fine || !release.items[item]) report('impossible-correlation', { item });
  });
  if (matrix.length !== items.length) report('impossible-correlation', { item: '' });
}
