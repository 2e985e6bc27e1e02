// Doubt where expectation and experience are asked as a pair: being served worse than expected is a complaint too, and the histograms
// of the two scales prove it of everybody where the best experience lies below the least expectation. So it is the scales that are
// moved, and the bands are always what follows from them; a band moved alone would contradict its scales and show what it hides.
import { shuffled } from '../kernel/chance.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { fewestInDoubt, scoringOf } from './doubt.ts';
import type { KeyedPartition } from './partition.ts';
import { leastNotUnfavourable } from './scoring.ts';
import type { Structure } from './structure.ts';
import type { TalliedPair, TallyInput } from './tally-input.ts';

export const bands = { below: 0, met: 1, above: 2 } as const;

/** «meet»: both answers come to the middle, as far as it lies between them. «raise»: the experience rises to the expectation. */
export type Reconcile = 'meet' | 'raise';

/** Two answers that are not below in every cell of the bands and of both scales. True if anything was moved. To be called when all scales have been moved. */
export function leaveDoubtInPairs(input: TallyInput, structure: Structure, sheet: AnswerSheet, how: Reconcile): boolean {
  let moved = false;
  for (const pair of input.pairs) {
    if (!structure.items.has(pair.id)) continue;
    const middle = middleOf(input, pair);
    for (const id of [pair.expected, pair.experienced, pair.id]) {
      for (const row of disappointed(pair, { input, sheet, partition: structure.items.get(id)! })) {
        reconcile(pair, { sheet, row, middle, how });
        moved = true;
      }
    }
    sheet.add(pair.id, bandsOf(pair, sheet));
  }
  return moved;
}

/** The value that is one step from unfavourable on the pair's scale. */
function middleOf(input: TallyInput, pair: TalliedPair): number {
  const scoring = scoringOf(input.items.find(({ id }) => id === pair.experienced)!);
  if (!scoring) throw new Error(`${pair.experienced} is no scale`);
  return leastNotUnfavourable(scoring);
}

interface Cells {
  readonly input: TallyInput;
  readonly sheet: AnswerSheet;
  readonly partition: KeyedPartition;
}

/** Whose answers are to be moved: where fewer than two are not below, as many as are wanting, first those that were moved before. */
function disappointed(pair: TalliedPair, { input, sheet, partition }: Cells): number[] {
  const found = bandsOf(pair, sheet);
  const cells = partition.plan.atoms.map(() => ({ calm: 0, below: [] as number[] }));
  found.forEach((band, row) => {
    if (band < 0) return;
    const cell = cells[partition.plan.atomOf[input.leafOf[row]!]!]!;
    if (band === bands.below) cell.below.push(row);
    else cell.calm += 1;
  });
  return cells.flatMap(({ calm, below }) => {
    if (calm >= fewestInDoubt || below.length === 0) return [];
    const drawn = shuffled(below, input.chance);
    const isMoved = (row: number) => sheet.isMoved(pair.experienced, row);
    return [...drawn.filter(isMoved), ...drawn.filter((row) => !isMoved(row))].slice(0, fewestInDoubt - calm);
  });
}

interface Reconciled {
  readonly sheet: AnswerSheet;
  readonly row: number;
  readonly middle: number;
  readonly how: Reconcile;
}

/** Neither answer becomes unfavourable that was not: the expectation sinks to the middle at most, the experience only rises. */
function reconcile(pair: TalliedPair, { sheet, row, middle, how }: Reconciled): void {
  const expected = sheet.values(pair.expected)[row]!;
  const experienced = sheet.values(pair.experienced)[row]!;
  const value = how === 'raise' ? expected : Math.min(Math.max(middle, experienced), expected);
  if (value !== expected) sheet.move(pair.expected, row, value);
  if (value !== experienced) sheet.move(pair.experienced, row, value);
}

/** Experience against expectation, both on the same scale. */
function bandsOf(pair: TalliedPair, sheet: AnswerSheet): Int16Array {
  const expected = sheet.values(pair.expected);
  const experienced = sheet.values(pair.experienced);
  return experienced.map((value, row) => {
    const wanted = expected[row]!;
    if (value < 0 || wanted < 0) return Math.min(value, wanted);
    if (value === wanted) return bands.met;
    return value < wanted ? bands.below : bands.above;
  });
}
