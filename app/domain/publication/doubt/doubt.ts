// Reasonable doubt: nobody can be certain that a given person complained, not even one colleague who knows the own answer. In every
// cell at least two valid answers are not unfavourable; where there are fewer, randomly chosen ones are moved one step.
import { shuffled, type Chance } from '#app/domain/kernel/chance.ts';
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import type { KeyedPartition } from '#app/domain/publication/groups/partition.ts';
import { isUnfavourable, leastNotUnfavourable, type Scoring } from '#app/domain/publication/tally/scoring.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';

/** One colleague knows one answer, so two are needed. */
export const fewestInDoubt = 2;

/** Moves answers of scales and recommendation on the sheet. */
export function leaveDoubt(input: TallyInput, structure: Structure, sheet: AnswerSheet): void {
  for (const item of input.items) {
    const partition = structure.items.get(item.id);
    const scoring = scoringOf(item);
    if (partition && scoring) guardScale({ ...scoring, id: item.id }, { input, partition, sheet });
  }
}

/** Null for items that are no opinion on a scale: the guard does not apply to choices. */
export function scoringOf(item: TalliedItem): Scoring | null {
  switch (item.kind) {
    case 'scale':
    case 'recommend':
      return { kind: item.kind, points: item.points, reverse: item.reverse };
    case 'choice':
    case 'several':
      return null;
    default:
      return unreachable(item.kind);
  }
}

interface Guarded {
  readonly input: TallyInput;
  readonly partition: KeyedPartition;
  readonly sheet: AnswerSheet;
}

function guardScale(item: Scoring & { readonly id: string }, guarded: Guarded): void {
  guardCells({ ...guarded, id: item.id, isBad: (value) => isUnfavourable(item, value), step: leastNotUnfavourable(item) });
}

function guardCells(cells: Guarded & { readonly id: string; readonly isBad: (value: number) => boolean; readonly step: number }): void {
  const { input, sheet, partition } = cells;
  const values = sheet.values(cells.id);
  const atomOf = (row: number) => partition.plan.atomOf[input.leafOf[row]!]!;
  const calm = new Int32Array(partition.plan.atoms.length);
  for (let row = 0; row < values.length; row += 1) {
    if (values[row]! >= 0 && !cells.isBad(values[row]!)) calm[atomOf(row)]! += 1;
  }
  const complaints = new Map<number, number[]>();
  calm.forEach((count, atom) => count < fewestInDoubt && complaints.set(atom, []));
  if (complaints.size === 0) return;
  for (let row = 0; row < values.length; row += 1) {
    if (values[row]! >= 0 && cells.isBad(values[row]!)) complaints.get(atomOf(row))?.push(row);
  }
  for (const [atom, rows] of complaints) {
    for (const row of chosen(rows, fewestInDoubt - calm[atom]!, input.chance)) sheet.move(cells.id, row, cells.step);
  }
}

/** So many of the rows, each with the same chance. */
export function chosen(rows: readonly number[], count: number, chance: Chance): number[] {
  return shuffled(rows, chance).slice(0, count);
}
