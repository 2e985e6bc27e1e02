// Past answers of which nobody knows which belong together: every question is a survey of its own, rolled up on its own answers.
// There is nothing to tell about people, only about answers: no dimensions, no correlations, no comments, no cuts.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { fewestInDoubt } from '#app/domain/publication/doubt/doubt.ts';
import { atomId, fewestIn, layGround, planPartition, publishedPartition, singleLeaves, type Ground, type PartitionPlan } from '#app/domain/publication/groups/partition.ts';
import { movedShare } from '#app/domain/publication/publish.ts';
import type { Partition, Release, ReleasedItem } from '#app/domain/publication/release/release.ts';
import { isUnfavourable, leastNotUnfavourable, type Scoring } from '#app/domain/publication/tally/scoring.ts';
import type { Leaf } from '#app/domain/publication/tally/tally-input.ts';
import { growTree } from '#app/domain/publication/groups/tree.ts';

export interface UnlinkedItem extends Scoring {
  readonly id: string;
  /** Fewest answers in a group; the survey's k where it is not told. */
  readonly k?: number;
  /** Answers by leaf and point: leaf × points. */
  readonly counts: Int32Array;
}

export interface UnlinkedInput {
  readonly survey: Release['survey'];
  readonly k: number;
  readonly departments: readonly Department[];
  readonly leaves: readonly Leaf[];
  readonly items: readonly UnlinkedItem[];
  readonly chance: Chance;
}

/** `missing` in a refusal: answers by which the largest item falls short of k. */
export function publishUnlinked(input: UnlinkedInput): Outcome<Release, 'too-few'> {
  const tree = growTree(input.departments);
  if (!tree.ok) throw new Error(`the departments are not one tree: ${tree.because} ${JSON.stringify(tree.details)}`);
  const ground = layGround(tree.value, input.leaves);
  const published = input.items.flatMap((item) => publishItem(ground, item, input) ?? []);
  const most = Math.max(0, ...input.items.map((item) => item.counts.reduce((sum, count) => sum + count, 0)));
  if (published.length === 0) return refused('too-few', { missing: input.k - most });
  const invited = input.leaves.map((leaf) => leaf.invited);
  const sum = (of: (item: PublishedItem) => number) => published.reduce((total, item) => total + of(item), 0);
  return done({
    release: 1,
    survey: input.survey,
    manifest: null,
    k: input.k,
    counts: {
      invited: invited.reduce((total, count) => (total === null || count === null ? null : total + count), 0),
      papers: null,
      reissued: null,
      ballots: null,
      moved: movedShare(sum(({ moves }) => moves), sum(({ answers }) => answers), most),
    },
    partitions: Object.fromEntries(published.map(({ released, partition }) => [released.partition, partition])),
    items: Object.fromEntries(published.map(({ id, released }) => [id, released])),
    dimensions: {},
    cuts: [],
    correlations: null,
    comments: [],
    audit: { minimumSupport: Math.min(...published.map(({ smallest }) => smallest)), dropped: [], steps: 0 },
    receipts: null,
    previous: null,
  });
}

interface PublishedItem {
  readonly id: string;
  readonly released: ReleasedItem;
  readonly partition: Partition;
  readonly moves: number;
  readonly answers: number;
  readonly smallest: number;
}

function publishItem(ground: Ground, item: UnlinkedItem, { k: smallest, chance }: UnlinkedInput): PublishedItem | null {
  const k = item.k ?? smallest;
  const valid = new Float64Array(ground.leaves.length);
  item.counts.forEach((count, at) => (valid[Math.floor(at / item.points)]! += count));
  const planned = planPartition(ground, singleLeaves(ground), { weights: valid, k });
  if (!planned.ok) return null;
  const tables = cellsOf(item, planned.value);
  const moves = tables.reduce((sum, cell) => sum + leaveDoubtIn(cell, item, chance), 0);
  const cells = Object.fromEntries(tables.map((cell, number) => [atomId(number), cell]));
  const key = `${k}:${item.id}`;
  const released: ReleasedItem =
    item.kind === 'recommend'
      ? { kind: 'recommend', partition: key, cells }
      : { kind: 'scale', partition: key, points: item.points, ...(item.reverse ? { reverse: true } : {}), cells };
  const partition = publishedPartition(ground, planned.value, valid);
  const answers = valid.reduce((sum, count) => sum + count, 0);
  return { id: item.id, released, partition, moves, answers, smallest: fewestIn(planned.value, valid) };
}

function cellsOf(item: UnlinkedItem, plan: PartitionPlan): number[][] {
  return plan.atoms.map((atom) =>
    Array.from({ length: item.points }, (_, value) =>
      atom.members.reduce((sum, leaf) => sum + item.counts[leaf * item.points + value]!, 0),
    ),
  );
}

/** Moves randomly chosen complaints of one cell one step; returns how many. */
function leaveDoubtIn(cell: number[], scoring: Scoring, chance: Chance): number {
  const bad = cell.flatMap((_, value) => (isUnfavourable(scoring, value) ? [value] : []));
  const calm = cell.reduce((sum, count, value) => (bad.includes(value) ? sum : sum + count), 0);
  const moves = Math.max(0, fewestInDoubt - calm);
  for (let move = 0; move < moves; move += 1) {
    let drawn = chance(bad.reduce((sum, value) => sum + cell[value]!, 0));
    const from = bad.find((value) => (drawn -= cell[value]!) < 0)!;
    cell[from]! -= 1;
    cell[leastNotUnfavourable(scoring)]! += 1;
  }
  return moves;
}
