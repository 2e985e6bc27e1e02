// A dimension's index of a person is the mean of the answers given. Beside exact item tables that is dangerous: where one person of a
// cell skipped one item, the dimension's sum minus the items' sums is that person's answers. With fewer than k such people in a
// cell their gaps are filled with the cell's own item means; the sum then says nothing that the item tables do not say.
import type { AnswerSheet } from './answer-sheet.ts';
import { hasIndex, type DimensionPlan } from './dimension-plan.ts';
import { scoringOf } from './doubt.ts';
import { atomId } from './partition.ts';
import type { DimensionCell, ReleasedDimension } from './release.ts';
import { indexOf } from './scoring.ts';
import type { Structure } from './structure.ts';
import type { TallyInput } from './tally-input.ts';

export function tabulateDimensions(input: TallyInput, structure: Structure, sheet: AnswerSheet): Record<string, ReleasedDimension> {
  return Object.fromEntries(
    structure.dimensions.map((plan) => [
      plan.id,
      { partition: plan.partition.key, items: plan.items.map(({ id }) => id), cells: cellsOf(input, plan, sheet) },
    ]),
  );
}

interface Running {
  n: number;
  sum: number;
  squares: number;
}

function cellsOf(input: TallyInput, plan: DimensionPlan, sheet: AnswerSheet): Record<string, DimensionCell> {
  const { atomOf, atoms } = plan.partition.plan;
  const columns = plan.items.map((item) => ({ values: sheet.values(item.id), index: indicesOf(item) }));
  const means = columns.map((column) => meansOf(column, input.leafOf, { atomOf, count: atoms.length }));
  const cells = atoms.map((): Running => ({ n: 0, sum: 0, squares: 0 }));
  for (let row = 0; row < input.leafOf.length; row += 1) {
    if (!hasIndex(plan.items, row)) continue;
    const atom = atomOf[input.leafOf[row]!]!;
    const filled = plan.filled[atom]!;
    let sum = 0;
    let counted = 0;
    columns.forEach(({ values, index }, at) => {
      const value = values[row]!;
      if (value < 0 && !filled) return;
      sum += value < 0 ? means[at]![atom]! : index[value]!;
      counted += 1;
    });
    const cell = cells[atom]!;
    cell.n += 1;
    cell.sum += sum / counted;
    cell.squares += (sum / counted) ** 2;
  }
  const settled = cells.map((cell, atom) => {
    if (!plan.filled[atom]) return cell;
    return centred(cell, means.reduce((sum, mean) => sum + mean[atom]!, 0) / means.length);
  });
  return Object.fromEntries(settled.map((cell, atom) => [atomId(atom), rounded(cell)]));
}

/** The index 0–100 of each value. */
function indicesOf(item: DimensionPlan['items'][number]): number[] {
  return Array.from({ length: item.points }, (_, value) => indexOf(scoringOf(item)!, value));
}

function meansOf(
  column: { readonly values: Int16Array; readonly index: readonly number[] },
  leafOf: Int32Array,
  { atomOf, count }: { readonly atomOf: Int32Array; readonly count: number },
): Float64Array {
  const sums = new Float64Array(count);
  const counts = new Int32Array(count);
  for (let row = 0; row < leafOf.length; row += 1) {
    const value = column.values[row]!;
    if (value < 0) continue;
    const atom = atomOf[leafOf[row]!]!;
    sums[atom]! += column.index[value]!;
    counts[atom]! += 1;
  }
  return sums.map((sum, atom) => (counts[atom]! > 0 ? sum / counts[atom]! : 0));
}

/** The same spread around another mean: people without an index count in the item means too. */
function centred({ n, sum, squares }: Running, mean: number): Running {
  const spread = Math.max(0, squares - (sum * sum) / n);
  return { n, sum: n * mean, squares: spread + n * mean * mean };
}

/** To 1/10,000 of an index point, which is finer than any use and hides the order of summing. */
function rounded({ n, sum, squares }: Running): DimensionCell {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return { n, sum: round(sum), squares: round(squares) };
}
