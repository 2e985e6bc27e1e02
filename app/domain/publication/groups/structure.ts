// Who is counted with whom on which question. Decided from who answered alone, never from what was said: what is merged or missing
// then reveals nothing about anybody's opinion.
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { certainPeople, countByLeaf } from './counted-people.ts';
import { dimensionPlans, hasIndex, type DimensionPlan } from './dimension-plan.ts';
import { fewestAround } from '#app/domain/surveys/asking/screening.ts';
import { askedOfSome, isAskedOfSome } from '#app/domain/surveys/questions/extra-questions.ts';
import { fewestBesideText, fewestForWords } from '#app/domain/surveys/own/own-words.ts';
import { fewestIn, layGround, planPartition, singleLeaves, withoutPartial, type Ground, type KeyedPartition } from './partition.ts';
import { notAsked, type TalliedItem, type TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import type { Tree } from './tree.ts';

export interface Structure {
  readonly ground: Ground;
  /** By leaf: ballots. */
  readonly ballots: Float64Array;
  readonly base: KeyedPartition;
  readonly partitions: ReadonlyMap<string, KeyedPartition>;
  /** By item and pair; one with too few valid answers in all is absent. */
  readonly items: ReadonlyMap<string, KeyedPartition>;
  readonly dimensions: readonly DimensionPlan[];
  /** Null when there are too few ballots for comments. */
  readonly comments: KeyedPartition | null;
  /** Fewest people in a published cell. Every figure is a sum over whole cells, so without cuts nothing rests on fewer. */
  readonly smallestCell: number;
}

/** `missing` in a refusal: ballots by which the whole survey falls short. */
export function planStructure(input: TallyInput, tree: Tree): Outcome<Structure, 'too-few'> {
  const ground = layGround(tree, input.leaves, input.beside);
  const count = (counts: (row: number) => boolean) => countByLeaf(input, counts);
  const ballots = count(() => true);
  const people = certainPeople(input, ballots);
  const rolled = planPartition(ground, singleLeaves(ground), { weights: people, k: input.k });
  if (!rolled.ok) return rolled;
  const base: KeyedPartition = { key: String(input.k), k: input.k, plan: rolled.value, answered: ballots };
  const partitions = new Map([[base.key, base]]);

  const coarsened = (key: string, k: number, weights: Float64Array, answered: Float64Array, from = base): KeyedPartition | null => {
    const known = partitions.get(key);
    if (known) return known;
    const plan = planPartition(ground, from.plan.atoms, { weights, k });
    if (!plan.ok) return null;
    return { key, k, plan: plan.value, answered };
  };
  const onBallots = (k: number) => coarsened(String(k), k, people, ballots);
  // A group that was asked in part is left out: its table beside the others would tell how many of that part took part.
  const ofSome = (asked: ReadonlySet<number>, { key, k, weights, answered }: Pick<KeyedPartition, 'key' | 'k' | 'answered'> & { readonly weights: Float64Array }): KeyedPartition | null => {
    const plan = planPartition(ground, base.plan.atoms.filter(({ members }) => members.every((leaf) => asked.has(leaf))), { weights, k });
    return plan.ok ? { key, k, plan: withoutPartial(ground, plan.value), answered } : null;
  };
  const items = new Map<string, KeyedPartition>();
  let smallestCell = fewestIn(base.plan, people);
  const keep = (id: string, partition: KeyedPartition | null, weights: Float64Array) => {
    if (!partition) return;
    smallestCell = Math.min(smallestCell, fewestIn(partition.plan, weights));
    partitions.set(partition.key, partition);
    items.set(id, partition);
  };
  // One for each provider: who rated it, most of what was asked at least. Nothing about it is finer, whatever was left out.
  const rated = (provider: string): KeyedPartition | null => {
    const about = input.items.filter((item) => item.provider === provider);
    const k = Math.max(input.k, ...about.map((item) => item.k));
    // Where something applied to those who answered, from groups in which somebody was left out of it at random.
    const from = about.some((item) => item.screened) ? onBallots(fewestAround(input.k)) : base;
    return from && coarsened(`${k}:provider:${provider}`, k, certainPeople(input, count((row) => hasIndex(about, row))), ballots, from);
  };
  for (const demand of demandsOf(input)) {
    const { id, k } = demand;
    const asked = demand.routed ? count(demand.asked) : ballots;
    const weights = certainPeople(input, demand.counts ? count(demand.counts) : asked);
    if (demand.ofSome) {
      keep(id, ofSome(demand.ofSome, { key: keyOfSome(id, k), k, weights, answered: asked }), weights);
      continue;
    }
    const from = demand.provider === undefined ? base : rated(demand.provider);
    if (!from) continue;
    const common = demand.routed ? null : demand.provider === undefined ? onBallots(k) : from;
    const fits = common && fewestIn(common.plan, weights) >= k;
    keep(id, fits ? common : coarsened(`${k}:${demand.screened ? 'applies:' : ''}${id}`, k, weights, asked, from), weights);
  }
  const comments = input.texts.length > 0 || input.manifest !== null ? onBallots(fewestBesideText(input.k)) : null;
  if (comments) partitions.set(comments.key, comments);
  const dimensions = dimensionPlans(input, { ground, base, items, partitions });
  for (const { partition } of dimensions) partitions.set(partition.key, partition);
  return done({ ground, ballots, base, partitions, items, dimensions, comments, smallestCell });
}

/** Which table leaves departments out stands in the name of its groups, so that whoever has the release alone can tell it from a mistake. */
const keyOfSome = (id: string, k: number): string => (isAskedOfSome(id) ? `${k}:${id}` : `${k}:${askedOfSome}${id}`);

interface Demand {
  readonly id: string;
  readonly k: number;
  readonly routed: boolean;
  readonly ofSome: ReadonlySet<number> | null;
  readonly provider: string | undefined;
  readonly screened: boolean;
  readonly asked: (row: number) => boolean;
  /** Whose answers count towards k; null where every ballot of people asked does. */
  readonly counts: ((row: number) => boolean) | null;
}

/** Items in their order, each after its k, then pairs. */
function demandsOf(input: TallyInput): Demand[] {
  const columns = new Map(input.items.map((item) => [item.id, item]));
  const find = (id: string): TalliedItem => {
    const item = columns.get(id);
    if (!item) throw new Error(`no such item: ${id}`);
    return item;
  };
  const demandOf = (id: string, k: number, values: readonly ArrayLike<number>[], onValid: boolean, ofSome: ReadonlySet<number> | null = null): Demand => ({
    id,
    ofSome,
    k: Math.max(k, input.k),
    routed: values.some((column) => hasNotAsked(column)),
    asked: (row) => values.every((column) => column[row] !== notAsked),
    provider: columns.get(id)?.provider,
    screened: columns.get(id)?.screened ?? false,
    counts: onValid ? (row) => values.every((column) => column[row]! >= 0) : null,
  });
  return [
    ...input.items.map((item) =>
      item.reasonsOf === undefined
        ? demandOf(item.id, item.isComplaint ? Math.max(item.k, fewestForWords) : item.k, [item.column.values], !item.isComplaint, item.ofSome ?? null)
        : demandOf(item.id, Math.max(item.k, fewestForWords), [find(item.reasonsOf).column.values], false, item.ofSome ?? null),
    ),
    ...input.pairs.map((pair) => {
      const [expected, experienced] = [find(pair.expected), find(pair.experienced)];
      return demandOf(pair.id, Math.max(expected.k, experienced.k), [expected.column.values, experienced.column.values], true, expected.ofSome ?? null);
    }),
  ];
}

function hasNotAsked(values: ArrayLike<number>): boolean {
  for (let row = 0; row < values.length; row += 1) if (values[row] === notAsked) return true;
  return false;
}
