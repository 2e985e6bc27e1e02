// A dimension's figure follows from the tables of its items (see dimensions.ts), so it is published for unions of their cells only.
import { certainPeople, countByLeaf } from './counted-people.ts';
import { joinGroups } from './joined-groups.ts';
import { fewestIn, planPartition, type Ground, type KeyedPartition } from './partition.ts';
import { noAnswer, notAsked, type TalliedItem, type TallyInput } from '#app/domain/publication/tally/tally-input.ts';

export interface DimensionPlan {
  readonly id: string;
  readonly items: readonly TalliedItem[];
  readonly partition: KeyedPartition;
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

/** True when the person counts for the dimension: at least half of the items that were asked have an answer. */
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
  return { ...dimension, partition: common ?? { key, k, plan: rolled!.value, answered: planned.base.answered } };
}
