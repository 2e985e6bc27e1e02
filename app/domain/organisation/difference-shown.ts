// A difference as a page can show it: a first import joins everybody, and nobody reads a hundred thousand lines.
import type { Difference } from './difference.ts';

export interface Shortened<T> {
  readonly first: readonly T[];
  readonly count: number;
}

type Lists = {
  readonly [Key in Exclude<keyof Difference, 'unchanged' | 'withoutEmail' | 'departmentsWithoutHead'>]: Shortened<Difference[Key][number]>;
};

export interface DifferenceShown extends Lists {
  readonly unchanged: number;
  readonly withoutEmail: number;
  readonly withoutHead: number;
  /** From 0 to 1: how many of those who are here would leave. */
  readonly shareLeaving: number;
}

/** Entries of one list that are shown. */
const longest = 100;

function shortened<T>(list: readonly T[]): Shortened<T> {
  return { first: list.slice(0, longest), count: list.length };
}

export function shownDifference(difference: Difference): DifferenceShown {
  const { joined, left, moved, changed, unchanged, withoutEmail, departmentsNew, departmentsGone, departmentsChanged } = difference;
  const here = left.length + moved.length + changed.length + unchanged;
  return {
    joined: shortened(joined),
    left: shortened(left),
    moved: shortened(moved),
    changed: shortened(changed),
    departmentsNew: shortened(departmentsNew),
    departmentsGone: shortened(departmentsGone),
    departmentsChanged: shortened(departmentsChanged),
    unchanged,
    withoutEmail,
    withoutHead: difference.departmentsWithoutHead.length,
    shareLeaving: here === 0 ? 0 : left.length / here,
  };
}
