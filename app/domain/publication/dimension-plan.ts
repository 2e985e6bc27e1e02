// A dimension's figures stand beside those of its items, so they are published for unions of the items' cells only; where fewer
// than k people of such a cell left gaps, their indices would show in the difference of the two (see dimensions.ts).
import { certainPeople, countByLeaf } from './counted-people.ts';
import { joinGroups } from './joined-groups.ts';
import { fewestIn, planPartition, type Ground, type KeyedPartition } from './partition.ts';
import { noAnswer, notAsked, type TalliedItem, type TallyInput } from './tally-input.ts';

export interface DimensionPlan {
  readonly id: string;
  readonly items: readonly TalliedItem[];
  readonly partition: KeyedPartition;
  /** By atom: whether gaps are filled from the atom's own item tables. */
  readonly filled: readonly boolean[];
}

interface Planned {
  readonly ground: Ground;
  readonly base: KeyedPartition;
  readonly items: ReadonlyMap<string, KeyedPartition>;
  readonly partitions: ReadonlyMap<string, KeyedPartition>;
}

/** Neither recommendation scores, whose categories are not steps of one scale, nor what people expect is part of an index. */
export function dimensionPlans(input: TallyInput, planned: Planned): DimensionPlan[] {
  const members = new Map<string, TalliedItem[]>();
  const expected = new Set(input.pairs.map((pair) => pair.expected));
  for (const item of input.items) {
    if (item.kind !== 'scale' || item.dimension === null || expected.has(item.id) || !planned.items.has(item.id)) continue;
    members.set(item.dimension, [...(members.get(item.dimension) ?? []), item]);
  }
  return [...members].flatMap(([id, items]) => {
    const plan = planDimension(input, planned, { id, items });
    return plan ? [plan] : [];
  });
}

/** True when the person's index counts: at least half of the items that were asked have an answer. */
export function hasIndex(items: readonly TalliedItem[], row: number): boolean {
  let asked = 0;
  let answered = 0;
  for (const item of items) {
    const value = item.column.values[row]!;
    if (value !== notAsked) asked += 1;
    if (value > noAnswer) answered += 1;
  }
  return answered > 0 && 2 * answered >= asked;
}

function planDimension(
  input: TallyInput,
  planned: Planned,
  dimension: { readonly id: string; readonly items: readonly TalliedItem[] },
): DimensionPlan | null {
  const { ground } = planned;
  const own = dimension.items.map((item) => planned.items.get(item.id)!);
  const k = Math.max(...own.map((partition) => partition.k));
  const indices = countByLeaf(input, (row) => hasIndex(dimension.items, row));
  const people = certainPeople(input, indices);
  const joined = joinGroups(ground.tree, ground.leaves.length, [...new Set(own)].flatMap((partition) => partition.plan.atoms));
  const enough = (partition: KeyedPartition) => fewestIn(partition.plan, people) >= k;
  const coarser = (partition: KeyedPartition) =>
    joined.every((group) => group.members.every((leaf) => partition.plan.atomOf[leaf] === partition.plan.atomOf[group.members[0]!]));
  // The counts of people in a routed item's partition are of people asked: it is nobody else's.
  const common = [...planned.partitions.values()]
    .filter((partition) => partition.answered === planned.base.answered && coarser(partition) && enough(partition))
    .sort((one, other) => other.plan.atoms.length - one.plan.atoms.length)[0];
  const key = `${k}:dimension:${dimension.id}`;
  const rolled = common ? null : planPartition(ground, joined, { weights: people, k });
  if (rolled && !rolled.ok) return null;
  const partition = common ?? { key, k, plan: rolled!.value, answered: planned.base.answered };
  const gaps = gapsOf(input, { items: dimension.items, own, partition });
  if (gaps.some(({ several }) => several > 0 && several < k)) return null;
  return { ...dimension, partition, filled: gaps.map(({ odd }) => odd > 0 && odd < k) };
}

interface Gaps {
  /** Fewest people whose answers would remain when item tables are subtracted from the atom's sum. */
  readonly odd: number;
  /** People whose squared index mixes several answers, which no item table can cancel. */
  readonly several: number;
}

interface Weighed {
  readonly items: readonly TalliedItem[];
  /** By item: its own partition. */
  readonly own: readonly KeyedPartition[];
  readonly partition: KeyedPartition;
}

/**
 * The items' tables hold each answer with one weight for a whole cell, an index holds it with one over the number answered.
 * So in every cell of an item all but the largest group with one weight remain, whatever is subtracted; the largest such
 * remainder over the items bounds the support from below, and is 0 only when nothing remains at all.
 */
function gapsOf(input: TallyInput, weighed: Weighed): Gaps[] {
  const { items, own, partition } = weighed;
  const width = items.length + 1;
  const tables = own.map(({ plan }) => new Int32Array(plan.atoms.length * width));
  const several = new Int32Array(partition.plan.atoms.length);
  for (let row = 0; row < input.leafOf.length; row += 1) {
    const leaf = input.leafOf[row]!;
    let answered = 0;
    for (const item of items) if (item.column.values[row]! > noAnswer) answered += 1;
    // Somebody without an index has the weight 0, and stands in the first column.
    const weight = hasIndex(items, row) ? answered : 0;
    if (weight > 1) several[partition.plan.atomOf[leaf]!]! += 1;
    for (let at = 0; at < items.length; at += 1) {
      if (items[at]!.column.values[row]! > noAnswer) tables[at]![own[at]!.plan.atomOf[leaf]! * width + weight]! += 1;
    }
  }
  const odd = new Int32Array(partition.plan.atoms.length);
  own.forEach(({ plan }, at) => {
    const remaining = new Int32Array(odd.length);
    plan.atoms.forEach((cell, number) => {
      const counts = tables[at]!.subarray(number * width, (number + 1) * width);
      remaining[partition.plan.atomOf[cell.members[0]!]!]! += counts.reduce((sum, count) => sum + count, 0) - Math.max(...counts);
    });
    remaining.forEach((count, atom) => (odd[atom] = Math.max(odd[atom]!, count)));
  });
  return Array.from(odd, (count, atom) => ({ odd: count, several: several[atom]! }));
}
