// The questions of past answers: given in a file with their points, or inferred from the answers.
import { quoted, type PastProblems } from './problem.ts';
import type { PastScale, SaidScale } from './scale.ts';
import type { Scoring } from '#app/domain/publication/tally/scoring.ts';
import { tableOf, type PastRow, type PastTable } from './table.ts';

export interface PastItem {
  readonly id: string;
  readonly dimension: string | null;
  /** 2–11; answers are 1 … points, and 0 … 10 for eleven. */
  readonly points: number;
  readonly reverse: boolean;
  /** Codes that mean «not applicable». */
  readonly none: ReadonlySet<string>;
  /** How its answers are written, where they are not its points. */
  readonly scale?: PastScale;
  /** Fewest answers in a group where it is more than the survey's k. */
  readonly k?: number;
}

export const mostPoints = 11;

/** From rows `id,dimension,points[,reverse][,none]`, the header first; null when there were problems. */
export function readItems(rows: readonly PastRow[], problems: PastProblems): Map<string, PastItem> | null {
  const before = problems.count();
  const table = tableOf('items', rows, ['id', 'dimension', 'points'], problems);
  if (!table) return null;
  const items = new Map<string, PastItem>();
  for (const row of table.rows) {
    const item = itemOf(table, row, problems);
    if (!item) continue;
    if (items.has(item.id)) complain(table, row, problems, ['id', 'repeated-item', item.id]);
    items.set(item.id, item);
  }
  return problems.count() > before ? null : items;
}

function itemOf(table: PastTable, row: PastRow, problems: PastProblems): PastItem | null {
  const text = (name: string) => table.text(row, name);
  const points = /^\d{1,2}$/.test(text('points')) ? Number(text('points')) : 0;
  const reverse = yes.includes(text('reverse').toLowerCase()) ? true : no.includes(text('reverse').toLowerCase()) ? false : null;
  if (text('id') === '') complain(table, row, problems, ['id', 'no-id', '']);
  if (points < 2 || points > mostPoints) complain(table, row, problems, ['points', 'bad-points', text('points')]);
  if (reverse === null) complain(table, row, problems, ['reverse', 'bad-reverse', text('reverse')]);
  if (text('id') === '' || points < 2 || points > mostPoints || reverse === null) return null;
  const none = new Set(text('none').split('|').map((code) => code.trim()).filter((code) => code !== ''));
  return { id: text('id'), dimension: text('dimension') || null, points, reverse, none };
}

const yes = ['1', 'true', 'yes', 'y', 'x', 'reverse', 'reversed'];
const no = ['', '0', 'false', 'no', 'n'];

function complain(
  table: PastTable,
  row: PastRow,
  problems: PastProblems,
  [name, code, value]: readonly [string, 'no-id' | 'repeated-item' | 'bad-points' | 'bad-reverse', string],
): void {
  problems.add({ file: 'items', line: row.line, column: table.column(name), code, details: { value: quoted(value) } });
}

/** A question of which nothing is known but how its answers are written. */
export function itemOnScale(id: string, { points, none, scale }: SaidScale): PastItem {
  return { id, dimension: id, points, reverse: false, none: new Set(none), scale };
}

/** Eleven whole numbers are the recommendation question (some tools write 1 to 11), unless it is reversed: nobody asks that the wrong way round. */
export function pastScoring({ points, reverse, scale }: Pick<PastItem, 'points' | 'reverse' | 'scale'>): Scoring {
  const isWhole = !scale || ['0..10', '1..11'].includes(`${scale.labels[0]}..${scale.labels.at(-1)}`);
  return { kind: points === mostPoints && isWhole && !reverse ? 'recommend' : 'scale', points, reverse };
}

/** The lowest answer of an item as it is written. */
export function lowestAnswer(points: number): number {
  return points === mostPoints ? 0 : 1;
}
