// Rules 4 and 7 on a finished release: every cell rests on k valid answers, and in every cell somebody did not complain.
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import { fewestInDoubt } from '#app/domain/publication/doubt/doubt.ts';
import { isComplaint } from '#app/domain/surveys/own/complaint.ts';
import { fewestForWords } from '#app/domain/surveys/own/own-words.ts';
import { fewestLeftOut } from '#app/domain/surveys/asking/screening.ts';
import type { Release, ReleasedItem } from '#app/domain/publication/release/release.ts';
import type { Report } from '#app/domain/publication/release/release-problem.ts';
import { isUnfavourable } from '#app/domain/publication/tally/scoring.ts';
import { leastOf } from './partitions.ts';

export function verifyItems(release: Release, report: Report): void {
  for (const [id, item] of Object.entries(release.items)) {
    const partition = release.partitions[item.partition];
    if (!partition) {
      report('unknown-partition', { item: id, partition: item.partition });
      continue;
    }
    const answered = new Map(partition.atoms.map((atom) => [atom.id, atom.answered]));
    const cells = Object.entries(item.cells);
    if (cells.length !== answered.size || cells.some(([atom]) => !answered.has(atom))) report('cells-differ', { item: id });
    for (const [atom, counts] of cells) verifyCell({ id, item, atom, counts, answered: answered.get(atom) ?? 0 }, report);
  }
}

interface Cell {
  readonly id: string;
  readonly item: ReleasedItem;
  readonly atom: string;
  readonly counts: readonly number[];
  readonly answered: number;
}

function verifyCell({ id, item, atom, counts, answered }: Cell, report: Report): void {
  const where = { item: id, atom };
  if (counts.length !== widthOf(item)) report('cell-width', where);
  const valid = validIn(item, counts);
  const k = leastOf(item.partition);
  if (!(valid >= k)) report('cell-too-small', { ...where, valid, k });
  if (valid > answered || (item.kind === 'several' && counts.some((count) => count > valid))) report('cell-too-large', where);
  if (calmIn(id, item, counts) < fewestInDoubt || (opensOnYes(item.partition) && answered - valid < fewestLeftOut)) report('no-doubt', where);
}

/** Its table is of those to whom something applies: at least two ballots of every group are not. */
const opensOnYes = (partition: string): boolean => partition.includes(':applies:');

function widthOf(item: ReleasedItem): number {
  switch (item.kind) {
    case 'scale':
      return item.points;
    case 'recommend':
      return 11;
    case 'choice':
      return item.options.length;
    case 'several':
      return item.options.length + 1;
    case 'band':
      return 3;
    default:
      return unreachable(item);
  }
}

/** People who answered, in one cell. */
function validIn(item: ReleasedItem, counts: readonly number[]): number {
  return item.kind === 'several' ? (counts.at(-1) ?? 0) : counts.reduce((sum, count) => sum + count, 0);
}

/** People of a cell who did not complain, as far as a complaint can be seen in this kind. */
function calmIn(id: string, item: ReleasedItem, counts: readonly number[]): number {
  const sum = (isBad: (value: number) => boolean) => counts.reduce((total, count, value) => (isBad(value) ? total : total + count), 0);
  switch (item.kind) {
    case 'scale':
      return sum((value) => isUnfavourable({ kind: 'scale', points: item.points, reverse: item.reverse ?? false }, value));
    case 'recommend':
      return sum((value) => isUnfavourable({ kind: 'recommend', points: 11, reverse: false }, value));
    case 'band':
      return sum((value) => value === 0);
    case 'several':
      return id.endsWith(':reasons') || isComplaint(id) ? validIn(item, counts) - Math.max(0, ...counts.slice(0, -1)) : Infinity;
    case 'choice':
      return Infinity;
    default:
      return unreachable(item);
  }
}

export function verifyComments(release: Release, report: Report): void {
  for (const comment of release.comments) {
    const partition = release.partitions[comment.partition];
    const groups = comment.atoms.map((id) => partition?.atoms.find((atom) => atom.id === id));
    const safe = groups.length > 0 && groups.every((group) => group !== undefined && group.answered - (group.beyond ?? 0) >= fewestForWords);
    if (!safe || leastOf(comment.partition) < fewestForWords) {
      report('comment-group-too-small', { partition: comment.partition, atom: comment.atoms.join(' ') });
    }
  }
}
