// What a release says about one question or one dimension in one group. Every question may have its own partition, so that each
// reading carries its own group: «on this question with Legal».
import { unreachable } from '../kernel/unreachable.ts';
import type { Partition, ReleasedItem } from '../publication/release/release.ts';
import { varianceOfMean, type Parts } from './statistics/dimension-spread.ts';
import { added, indexMoments, recommendShares, scaleShares, scored, sumOf, type Counts, type Moments, type Shares } from './statistics/histogram.ts';
import { shareInterval, type Interval } from './statistics/proportion-intervals.ts';
import { stratifiedShare, weighted, type Stratum } from './statistics/stratified.ts';
import { sizeOf, type Group } from './group.ts';
import type { Wave } from './wave.ts';

/** What can be compared between groups and waves, on the scale 0–100. */
export interface Measured {
  readonly moments: Moments;
  /** Lowest score first; null for a dimension of several questions, of which a release holds sums only. */
  readonly counts: Counts | null;
  /** Where a random half was asked: the atoms, weighed by their people. */
  readonly strata?: readonly Stratum[];
  /** Of a dimension: what its spread is worked out from. Older releases tell the spread itself. */
  readonly parts?: Parts;
}

export interface Reading extends Measured {
  readonly group: Group;
}

/** Everybody else: the whole without one of its parts. Null where nobody else is left. */
export function without(whole: Measured, part: Measured): Measured | null {
  const n = whole.moments.n - part.moments.n;
  if (n <= 0) return null;
  if (whole.strata && part.strata) {
    const inside = new Set(part.strata.map(({ id }) => id));
    const others = whole.strata.filter(({ id }) => !inside.has(id));
    return others.length === 0 ? null : { ...weighted(others), strata: others };
  }
  const squaresOf = ({ n: people, mean, variance }: Moments) => (people - 1) * variance + people * mean * mean;
  const mean = (whole.moments.n * whole.moments.mean - part.moments.n * part.moments.mean) / n;
  const squares = squaresOf(whole.moments) - squaresOf(part.moments);
  const counts = whole.counts && part.counts && subtracted(whole.counts, part.counts);
  if (whole.parts && part.parts) {
    const parts = { ...whole.parts, counts: whole.parts.counts.map((one, at) => subtracted(one, part.parts?.counts[at] ?? [])) };
    return { counts, parts, moments: { n, mean, variance: n > 1 ? varianceOfMean(parts) : 0 } };
  }
  return { counts, moments: { n, mean, variance: n > 1 ? Math.max(0, squares - n * mean * mean) / (n - 1) : 0 } };
}

const subtracted = (whole: Counts, part: Counts): Counts => whole.map((count, point) => count - (part[point] ?? 0));

export type ScoredItem = Extract<ReleasedItem, { kind: 'scale' | 'recommend' }>;

/** Whether its answers stand on a scale from unfavourable to favourable. */
export function isScored(item: ReleasedItem): item is ScoredItem {
  switch (item.kind) {
    case 'scale':
    case 'recommend':
      return true;
    case 'choice':
    case 'several':
    case 'band':
      return false;
    default:
      return unreachable(item);
  }
}

const isReversed = (item: ReleasedItem): boolean => item.kind === 'scale' && item.reverse === true;

/** Histogram of a question over a group of its own partition, lowest score first. */
function countsOf(item: ReleasedItem, atoms: readonly string[]): Counts {
  const cells = atoms.map((atom) => item.cells[atom]).filter((cell) => cell !== undefined);
  return scored(added(cells), isReversed(item));
}

export const sharesOf = (item: ReleasedItem, counts: Counts): Shares =>
  item.kind === 'recommend' ? recommendShares(counts) : scaleShares(counts);

/** One estimator for every group: of everybody asked by their number, of a drawn half by the people of each atom. */
function weighed(wave: Wave, group: Group, readOf: (one: Group) => Reading | null): Reading | null {
  if (!wave.half) return readOf(group);
  const strata = group.atoms.flatMap((id): Stratum[] => {
    const atom = wave.atom(group.partition, id);
    const reading = atom && readOf(atom);
    return reading ? [{ id, people: Math.max(sizeOf(atom) ?? 0, reading.moments.n), moments: reading.moments, counts: reading.counts }] : [];
  });
  if (strata.length === 0) return null;
  return strata.length === 1 ? withStrata(readOf(group), strata) : { group, ...weighted(strata), strata };
}

const withStrata = (reading: Reading | null, strata: readonly Stratum[]): Reading | null => reading && { ...reading, strata };

/** Favourable or unfavourable people, with the interval about everybody of the group. */
export function shareOf(reading: Reading, pick: (counts: Counts) => number): { readonly people: number; readonly interval: Interval } {
  const { moments, strata, group } = reading;
  const counts = reading.counts ?? [];
  if (strata && strata.length > 1) {
    const { share, interval } = stratifiedShare(strata, pick);
    return { people: share * moments.n, interval };
  }
  const size = sizeOf(group);
  return { people: pick(counts), interval: shareInterval(pick(counts), sumOf(counts), size === null ? null : Math.max(size, sumOf(counts))) };
}

export const readItem = (wave: Wave, id: string, group: Group): Reading | null => weighed(wave, group, (one) => plainItem(wave, id, one));

function plainItem(wave: Wave, id: string, group: Group): Reading | null {
  const item = wave.release.items[id];
  if (!item || !isScored(item)) return null;
  const counts = countsOf(item, group.atoms);
  return sumOf(counts) === 0 ? null : { group, counts, moments: indexMoments(counts) };
}

export const readDimension = (wave: Wave, id: string, group: Group): Reading | null => weighed(wave, group, (one) => plainDimension(wave, id, one));

function plainDimension(wave: Wave, id: string, group: Group): Reading | null {
  const dimension = wave.release.dimensions[id];
  if (!dimension) return null;
  const cells = group.atoms.map((atom) => dimension.cells[atom]).filter((cell) => cell !== undefined);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (n === 0) return null;
  const mean = cells.reduce((sum, cell) => sum + cell.sum, 0) / n;
  const counts = countsOfDimension(wave, dimension.items, group, n);
  const squares = cells.reduce((sum, cell) => sum + (cell.squares ?? Number.NaN), 0);
  if (!Number.isNaN(squares)) return { group, counts, moments: { n, mean, variance: n > 1 ? Math.max(0, squares - n * mean * mean) / (n - 1) : 0 } };
  const parts = partsOf(wave, dimension.items, group);
  return { group, counts, parts, moments: { n, mean, variance: n > 1 ? varianceOfMean(parts) : 0 } };
}

/** Every question has its own partition, and the dimension's is a coarsening of each: the group is a union of its atoms too. */
function partsOf(wave: Wave, items: readonly string[], group: Group): Parts {
  const { correlations, items: released } = wave.release;
  const counts = items.flatMap((id) => {
    const item = released[id];
    const own = item && isScored(item) ? wave.groupOfAll(item.partition, group.departments) : null;
    return own ? [countsOf(item as ScoredItem, own.atoms)] : [];
  });
  const at = items.map((id) => correlations?.items.indexOf(id) ?? -1);
  const matrix = at.map((row, one) => at.map((column, other) => (one === other ? 1 : (correlations?.matrix[row]?.[column] ?? 1))));
  return { counts, correlations: matrix };
}

// A dimension of one question is that question, so its ranks are known.
function countsOfDimension(wave: Wave, items: readonly string[], group: Group, n: number): Counts | null {
  const item = items.length === 1 ? wave.release.items[items[0] as string] : undefined;
  if (!item || item.kind !== 'scale' || item.partition !== group.partition) return null;
  const counts = countsOf(item, group.atoms);
  return sumOf(counts) === n ? counts : null;
}

/** What is read: a question or a dimension. */
export interface Subject {
  readonly kind: 'item' | 'dimension';
  readonly id: string;
}

export function partitionOfSubject(wave: Wave, { kind, id }: Subject): string | null {
  return (kind === 'item' ? wave.release.items[id] : wave.release.dimensions[id])?.partition ?? null;
}

export const read = (wave: Wave, { kind, id }: Subject, group: Group): Reading | null =>
  kind === 'item' ? readItem(wave, id, group) : readDimension(wave, id, group);

/** For a department, in the subject's own partition. */
export function readFor(wave: Wave, subject: Subject, department: string): Reading | null {
  const partition = partitionOfSubject(wave, subject);
  const group = partition === null ? null : wave.group(partition, department);
  return group && read(wave, subject, group);
}

/** Favourable answers to all questions of a dimension in a group: its partition is a coarsening of theirs. */
export function favourableOfDimension(wave: Wave, id: string, group: Group): { readonly favourable: number; readonly answers: number } | null {
  const inside = new Set(group.departments);
  let favourable = 0;
  let answers = 0;
  for (const itemId of wave.release.dimensions[id]?.items ?? []) {
    const item = wave.release.items[itemId];
    if (!item || !isScored(item)) return null;
    const atoms = (wave.release.partitions[item.partition]?.atoms ?? []).filter((atom) => holdsOnly(atom, inside)).map((atom) => atom.id);
    const own = wave.half ? wave.groupOfAll(item.partition, group.departments) : null;
    const counts = (own ? readItem(wave, itemId, own)?.counts : null) ?? countsOf(item, atoms);
    favourable += sharesOf(item, counts).favourable;
    answers += sumOf(counts);
  }
  return answers === 0 ? null : { favourable, answers };
}

const holdsOnly = (atom: Partition['atoms'][number], departments: ReadonlySet<string>): boolean => atom.departments.length > 0 && atom.departments.every((id) => departments.has(id));

/** People per option over a group, of everything that is no scale: weighed as figures are, with as many in all as answered. */
export function addedCells(wave: Wave, item: ReleasedItem, group: Group): Counts {
  const cells = group.atoms.flatMap((id) => (item.cells[id] ? [{ id, cell: item.cells[id] }] : []));
  const answeredIn = (cell: Counts) => (item.kind === 'several' ? (cell.at(-1) ?? 0) : sumOf(cell));
  if (!wave.half || cells.length < 2) return added(cells.map(({ cell }) => cell));
  const filled = cells.filter(({ cell }) => answeredIn(cell) > 0).map(({ id, cell }) => ({ cell, n: answeredIn(cell), people: sizeOf(wave.atom(group.partition, id)) ?? 0 }));
  const [people, n] = [filled.reduce((sum, one) => sum + one.people, 0), filled.reduce((sum, one) => sum + one.n, 0)];
  return added(filled.map((one) => one.cell.map((count) => (one.people / people) * (n / one.n) * count)));
}
