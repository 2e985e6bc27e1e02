// A difference as a page can show it: a first import joins everybody, and nobody reads a hundred thousand lines.
import type { Skipped } from '../tables/table.ts';
import type { Difference } from './difference.ts';
import type { UnderstoodAs } from './directory.ts';

export interface Shortened<T> {
  readonly first: readonly T[];
  readonly count: number;
}

type Lists = {
  readonly [Key in Exclude<keyof Difference, 'unchanged' | 'withoutEmail' | 'renumbered' | 'spared' | 'departmentsWithoutHead'>]: Shortened<Difference[Key][number]>;
};

export interface DifferenceShown extends Lists {
  readonly unchanged: number;
  readonly withoutEmail: number;
  readonly withoutHead: number;
  readonly renumbered: number;
  readonly spared: number;
  /** From 0 to 1: how many of those who are here would leave. */
  readonly shareLeaving: number;
}

export interface UnderstoodShown extends Omit<UnderstoodAs, 'skipped' | 'spellings' | 'gone'> {
  readonly skipped: Shortened<Skipped>;
  readonly spellings: Shortened<readonly string[]>;
  readonly gone: Shortened<number>;
}

const fewShown = 20;
const longestCell = 80;

export function shownUnderstanding({ skipped, spellings, gone, ...rest }: UnderstoodAs): UnderstoodShown {
  const few = <T>(list: readonly T[]): Shortened<T> => ({ first: list.slice(0, fewShown), count: list.length });
  const brief = skipped.map((row) => ({ ...row, cells: row.cells.filter((cell) => cell.trim() !== '').slice(0, 6).map((cell) => cell.slice(0, longestCell)) }));
  return { ...rest, skipped: few(brief), spellings: few(spellings), gone: few(gone) };
}

/** Entries of one list that are shown. */
const longest = 100;

function shortened<T>(list: readonly T[]): Shortened<T> {
  return { first: list.slice(0, longest), count: list.length };
}

export function shownDifference(difference: Difference): DifferenceShown {
  const { joined, left, moved, changed, unchanged, withoutEmail, departmentsNew, departmentsGone, departmentsChanged, departmentsMerged, departmentsRenamed } = difference;
  const here = left.length + moved.length + changed.length + unchanged + difference.spared;
  return {
    joined: shortened(joined),
    left: shortened(left),
    moved: shortened(moved),
    changed: shortened(changed),
    departmentsNew: shortened(departmentsNew),
    departmentsGone: shortened(departmentsGone),
    departmentsChanged: shortened(departmentsChanged),
    departmentsMerged: shortened(departmentsMerged),
    departmentsRenamed: shortened(departmentsRenamed),
    unchanged,
    withoutEmail,
    renumbered: difference.renumbered,
    spared: difference.spared,
    withoutHead: difference.departmentsWithoutHead.length,
    shareLeaving: here === 0 ? 0 : left.length / here,
  };
}
