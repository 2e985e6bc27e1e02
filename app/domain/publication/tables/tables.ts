// The tables of a release: people per point or option in each atom, as answered.
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { atomId, type KeyedPartition } from '#app/domain/publication/groups/partition.ts';
import type { Cells, ReleasedItem } from '#app/domain/publication/release/release.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';

/** Items with enough valid answers, then the bands of pairs, by id. */
export function tabulate(input: TallyInput, structure: Structure, sheet: AnswerSheet): Record<string, ReleasedItem> {
  const released: Record<string, ReleasedItem> = {};
  for (const item of input.items) {
    const partition = structure.items.get(item.id);
    if (partition) released[item.id] = releasedItem(item, { input, partition, sheet });
  }
  for (const pair of input.pairs) {
    const partition = structure.items.get(pair.id);
    if (!partition) continue;
    const cells = countValues(sheet.values(pair.id), 3, { leafOf: input.leafOf, partition });
    released[pair.id] = { kind: 'band', partition: partition.key, cells };
  }
  return released;
}

function releasedItem(
  item: TalliedItem,
  from: { readonly input: TallyInput; readonly partition: KeyedPartition; readonly sheet: AnswerSheet },
): ReleasedItem {
  const { partition, sheet } = from;
  const { leafOf } = from.input;
  const options = item.options ?? [];
  const values = () => countValues(sheet.values(item.id), item.points, { leafOf, partition });
  switch (item.kind) {
    case 'several':
      return { kind: 'several', partition: partition.key, options, cells: countOptions(sheet.options(item.id), options.length, { leafOf, partition }) };
    case 'choice':
      return { kind: 'choice', partition: partition.key, options, cells: values() };
    case 'recommend':
      return { kind: 'recommend', partition: partition.key, cells: values() };
    case 'scale':
      return { kind: 'scale', partition: partition.key, points: item.points, ...(item.reverse ? { reverse: true } : {}), cells: values() };
    default:
      return unreachable(item.kind);
  }
}

interface Where {
  readonly leafOf: Int32Array;
  readonly partition: KeyedPartition;
}

function countValues(values: Int16Array, points: number, { leafOf, partition }: Where): Cells {
  const { atomOf, atoms } = partition.plan;
  const counts = new Int32Array(atoms.length * points);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (value >= points) throw new Error(`an answer of ${value} on a scale of ${points}`);
    if (value >= 0) counts[atomOf[leafOf[row]!]! * points + value]! += 1;
  }
  return byAtom(counts, points);
}

/** The last count of a cell is the number of people who answered, with any options or none. */
function countOptions(values: Int32Array, options: number, { leafOf, partition }: Where): Cells {
  const width = options + 1;
  const { atomOf, atoms } = partition.plan;
  const counts = new Int32Array(atoms.length * width);
  for (let row = 0; row < values.length; row += 1) {
    const set = values[row]!;
    if (set < 0) continue;
    const start = atomOf[leafOf[row]!]! * width;
    for (let option = 0; option < options; option += 1) counts[start + option]! += (set >> option) & 1;
    counts[start + options]! += 1;
  }
  return byAtom(counts, width);
}

function byAtom(counts: Int32Array, width: number): Cells {
  const cells: Record<string, number[]> = {};
  for (let start = 0; start < counts.length; start += width) {
    cells[atomId(start / width)] = Array.from(counts.subarray(start, start + width));
  }
  return cells;
}
