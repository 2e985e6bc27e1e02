// Doubt where expectation and experience are asked as a pair: being served worse than expected is a complaint too, and the histograms
// of the two scales prove it of everybody where the best experience lies below the least expectation. Scales and band together prove a
// complaint of everybody where all who are not below have a bad experience. So it is the scales that are moved, and the bands are always
// what follows from them; a band moved alone would contradict its scales and show what it hides.
import { shuffled } from '#app/domain/kernel/chance.ts';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { chosen, fewestInDoubt, scoringOf } from './doubt.ts';
import type { KeyedPartition } from '#app/domain/publication/groups/partition.ts';
import { isUnfavourable, leastNotUnfavourable, type Scoring } from '#app/domain/publication/tally/scoring.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TalliedPair, TallyInput } from '#app/domain/publication/tally/tally-input.ts';

const bands = { below: 0, met: 1, above: 2 } as const;

/** «meet»: the experience rises to the middle at least, and the expectation sinks to it. «raise»: the experience rises to both. */
export type Reconcile = 'meet' | 'raise';

/** Two people who are not below and have no bad experience in every cell of the bands and of both scales. True if anything was moved. To be called when all scales have been moved. */
export function leaveDoubtInPairs(input: TallyInput, structure: Structure, sheet: AnswerSheet, how: Reconcile): boolean {
  let moved = false;
  for (const pair of input.pairs) {
    if (!structure.items.has(pair.id)) continue;
    const scoring = scaleOf(input, pair);
    const middle = leastNotUnfavourable(scoring);
    for (const id of [pair.expected, pair.experienced, pair.id]) {
      for (const row of disappointed(pair, { input, sheet, scoring, partition: structure.items.get(id)! })) {
        reconcile(pair, { sheet, row, middle, how });
        moved = true;
      }
    }
    if (raiseAcross(pair, { input, structure, sheet })) moved = true;
    sheet.add(pair.id, bandsOf(pair, sheet));
  }
  return moved;
}

interface Scales {
  readonly input: TallyInput;
  readonly structure: Structure;
  readonly sheet: AnswerSheet;
}

/**
 * Each scale has cells of its own, which may cross: of the people whom two of them share everybody would be below for certain where the
 * best experience lies below the least expectation, wherever in its cell the calm ones are. So two people at least of every cell of
 * the experience have what the least demanding of each cell expects with which it shares a department. True if anything was moved.
 */
function raiseAcross(pair: TalliedPair, { input, structure, sheet }: Scales): boolean {
  const [wanting, having] = [pair.expected, pair.experienced].map((id) => structure.items.get(id)!.plan) as [KeyedPartition['plan'], KeyedPartition['plan']];
  const expected = sheet.values(pair.expected);
  const least = rowsByCell(pair.expected, wanting, { input, sheet }).map((rows) => rows.reduce((low, row) => Math.min(low, expected[row]!), rows.length > 0 ? Infinity : 0));
  const asked = having.atoms.map(({ members }) => Math.max(0, ...members.map((leaf) => least[wanting.atomOf[leaf]!] ?? 0)));
  let moved = false;
  rowsByCell(pair.experienced, having, { input, sheet }).forEach((rows, cell) => {
    const short = rows.filter((row) => sheet.values(pair.experienced)[row]! < asked[cell]!);
    for (const row of chosen(short, Math.max(0, fewestInDoubt - (rows.length - short.length)), input.chance)) {
      sheet.move(pair.experienced, row, asked[cell]!);
      moved = true;
    }
  });
  return moved;
}

/** By cell, whose answers count in it. */
function rowsByCell(id: string, { atoms, atomOf }: KeyedPartition['plan'], { input, sheet }: Pick<Scales, 'input' | 'sheet'>): number[][] {
  const cells = atoms.map((): number[] => []);
  sheet.values(id).forEach((value, row) => value >= 0 && cells[atomOf[input.leafOf[row]!]!]!.push(row));
  return cells;
}

function scaleOf(input: TallyInput, pair: TalliedPair): Scoring {
  const scoring = scoringOf(input.items.find(({ id }) => id === pair.experienced)!);
  if (!scoring) throw new Error(`${pair.experienced} is no scale`);
  return scoring;
}

interface Cells {
  readonly input: TallyInput;
  readonly sheet: AnswerSheet;
  readonly scoring: Scoring;
  readonly partition: KeyedPartition;
}

/** Whose answers are to be moved: where fewer than two people are calm, as many as are wanting, first those that were moved before. */
function disappointed(pair: TalliedPair, { input, sheet, scoring, partition }: Cells): number[] {
  const found = bandsOf(pair, sheet);
  const had = sheet.values(pair.experienced);
  const cells = partition.plan.atoms.map(() => ({ calm: 0, others: [] as number[] }));
  found.forEach((band, row) => {
    if (band < 0) return;
    const cell = cells[partition.plan.atomOf[input.leafOf[row]!]!]!;
    if (band === bands.below || isUnfavourable(scoring, had[row]!)) cell.others.push(row);
    else cell.calm += 1;
  });
  return cells.flatMap(({ calm, others }) => {
    if (calm >= fewestInDoubt || others.length === 0) return [];
    const drawn = shuffled(others, input.chance);
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
  const had = Math.max(middle, experienced, how === 'raise' ? expected : 0);
  if (had < expected) sheet.move(pair.expected, row, had);
  if (had !== experienced) sheet.move(pair.experienced, row, had);
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
