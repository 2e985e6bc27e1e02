// The index of a dimension is the mean of its items' means, a function of the item tables. Whatever else is told of how answers of the same
// people go together joins the tables into one statement about each person: the sum of squares of people's own indices is the sum of
// the products of their answers and proves complaints; a sum of own indices tells what those said who skipped something.
import { hasIndex, type DimensionPlan } from '#app/domain/publication/groups/dimension-plan.ts';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { scoringOf } from '#app/domain/publication/doubt/doubt.ts';
import { atomId } from '#app/domain/publication/groups/partition.ts';
import type { DimensionCell, ReleasedDimension } from '#app/domain/publication/release/release.ts';
import { indexOf } from '#app/domain/publication/tally/scoring.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';

export function tabulateDimensions(input: TallyInput, structure: Structure, sheet: AnswerSheet): Record<string, ReleasedDimension> {
  return Object.fromEntries(
    structure.dimensions.map((plan) => [
      plan.id,
      { partition: plan.partition.key, items: plan.items.map(({ id }) => id), cells: cellsOf(input, plan, sheet) },
    ]),
  );
}

function cellsOf(input: TallyInput, plan: DimensionPlan, sheet: AnswerSheet): Record<string, DimensionCell> {
  const { atomOf, atoms } = plan.partition.plan;
  const means = plan.items.map((item) => meansOf(item, sheet.values(item.id), { leafOf: input.leafOf, atomOf, count: atoms.length }));
  const people = new Int32Array(atoms.length);
  input.leafOf.forEach((leaf, row) => {
    if (hasIndex(plan.items, row)) people[atomOf[leaf]!]! += 1;
  });
  return Object.fromEntries(
    Array.from(people, (n, atom) => {
      const index = means.reduce((sum, mean) => sum + mean[atom]!, 0) / means.length;
      return [atomId(atom), { n, sum: Math.round(n * index * 10_000) / 10_000 }];
    }),
  );
}

interface Where {
  readonly leafOf: Int32Array;
  readonly atomOf: Int32Array;
  readonly count: number;
}

/** By atom, the mean index 0–100 of those who answered the item. */
function meansOf(item: TalliedItem, values: Int16Array, { leafOf, atomOf, count }: Where): Float64Array {
  const index = Array.from({ length: item.points }, (_, value) => indexOf(scoringOf(item)!, value));
  const sums = new Float64Array(count);
  const counts = new Int32Array(count);
  values.forEach((value, row) => {
    if (value < 0) return;
    const atom = atomOf[leafOf[row]!]!;
    sums[atom]! += index[value]!;
    counts[atom]! += 1;
  });
  return sums.map((sum, atom) => (counts[atom]! > 0 ? sum / counts[atom]! : 0));
}
