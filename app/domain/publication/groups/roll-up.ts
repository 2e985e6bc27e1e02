// Roll-up: a small department is counted together with neighbours, so that every person is in exactly one atom of at least k
// and nobody gets a blank. What is subtracted from what then never matters: every figure is a sum over whole atoms.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isWithin, type Tree } from './tree.ts';

/** Something that is never divided: one department's direct people, a block, or an atom of a finer partition. */
export interface Leaf {
  /** Index in the tree of the department at which it stands. */
  readonly place: number;
  /** Invited people, ballots or valid answers; 0 is joined to others like any small one, as its absence would tell. */
  readonly weight: number;
}

export interface RolledAtom {
  /** Indices of the leaves it holds. */
  readonly leaves: readonly number[];
  /** Where it was formed. */
  readonly place: number;
}

export interface RollUp {
  /** In reading order of their places; every leaf is in exactly one. */
  readonly atoms: readonly RolledAtom[];
  /** Places reached with at least k, in reading order. */
  readonly reached: readonly number[];
}

/** For the place of a small department the place of the one HR wants it counted with, where the tree leaves a choice. */
export type Partners = ReadonlyMap<number, number>;

interface Sums {
  readonly order: readonly number[];
  /** Where the leaves at and below a place begin and end in `order`. */
  readonly from: (place: number) => number;
  readonly total: Float64Array;
  readonly direct: Float64Array;
  readonly possible: Int32Array;
}

/** `missing` in a refusal: how many more it would take. Departments × depth steps. */
export function rollUp(
  tree: Tree,
  leaves: readonly Leaf[],
  rule: { readonly k: number; readonly partners?: Partners },
): Outcome<RollUp, 'too-few'> {
  const sums = sumUp(tree, leaves, rule.k);
  const people = sums.total[0]!;
  if (people < rule.k) return refused('too-few', { missing: rule.k - people });
  const atoms: RolledAtom[] = [];
  const reached: number[] = [];
  const waiting: { place: number; adopted: number[] }[] = [{ place: 0, adopted: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { place, adopted } = next;
    reached.push(place);
    const big = childrenOf(tree, place).filter((child) => sums.total[child]! >= rule.k);
    const pool = [...adopted, ...leavesOutside(tree, sums, place, big)];
    const weight = pool.reduce((sum, leaf) => sum + leaves[leaf]!.weight, 0);
    let heir = -1;
    if (big.length === 0 || weight >= rule.k) atoms.push({ leaves: pool, place });
    else if (pool.length > 0) heir = partnerOf(tree, pool, big, { leaves, partners: rule.partners }) ?? easiest(tree, sums, big);
    for (const child of big) waiting.push({ place: child, adopted: child === heir ? pool : [] });
  }
  atoms.sort((one, other) => one.place - other.place);
  return done({ atoms, reached: reached.sort((one, other) => one - other) });
}

function sumUp(tree: Tree, leaves: readonly Leaf[], k: number): Sums {
  const size = tree.ids.length;
  const order = leaves.map((_, leaf) => leaf).sort((one, other) => leaves[one]!.place - leaves[other]!.place || one - other);
  const starts = new Int32Array(size + 1);
  const direct = new Float64Array(size);
  for (const leaf of leaves) {
    starts[leaf.place + 1]! += 1;
    direct[leaf.place]! += leaf.weight;
  }
  for (let place = 0; place < size; place += 1) starts[place + 1]! += starts[place]!;
  const total = Float64Array.from(direct);
  const pool = Float64Array.from(direct);
  const possible = new Int32Array(size);
  for (let place = size - 1; place >= 0; place -= 1) {
    // Children come later in reading order, so all of them have reported here already.
    const alone = possible[place] === 0;
    if (alone || pool[place]! >= k) possible[place]! += 1;
    const above = tree.parent[place]!;
    if (above < 0) continue;
    total[above]! += total[place]!;
    if (total[place]! >= k) possible[above]! += possible[place]!;
    else pool[above]! += total[place]!;
  }
  return { order, from: (place) => starts[place]!, total, direct, possible };
}

function childrenOf(tree: Tree, place: number): number[] {
  const children: number[] = [];
  for (let child = place + 1; child < tree.end[place]!; child = tree.end[child]!) children.push(child);
  return children;
}

/** The leaves at and below a place that are in none of its big children. */
function leavesOutside(tree: Tree, sums: Sums, place: number, big: readonly number[]): number[] {
  const found: number[] = [];
  let from = sums.from(place);
  for (const child of big) {
    for (let at = from; at < sums.from(child); at += 1) found.push(sums.order[at]!);
    from = sums.from(tree.end[child]!);
  }
  for (let at = from; at < sums.from(tree.end[place]!); at += 1) found.push(sums.order[at]!);
  return found;
}

function partnerOf(
  tree: Tree,
  pool: readonly number[],
  big: readonly number[],
  wishes: { readonly leaves: readonly Leaf[]; readonly partners: Partners | undefined },
): number | undefined {
  if (!wishes.partners) return undefined;
  for (const leaf of pool) {
    const partner = wishes.partners.get(wishes.leaves[leaf]!.place);
    const heir = partner === undefined ? undefined : big.find((child) => isWithin(tree, partner, child));
    if (heir !== undefined) return heir;
  }
  return undefined;
}

/** Fewest possible atoms, then fewest people, then id: the join costs the least detail. */
function easiest(tree: Tree, sums: Sums, big: readonly number[]): number {
  return big.reduce((best, child) => {
    const difference =
      sums.possible[child]! - sums.possible[best]! ||
      sums.total[child]! - sums.total[best]! ||
      (tree.ids[child]! < tree.ids[best]! ? -1 : 1);
    return difference < 0 ? child : best;
  });
}
