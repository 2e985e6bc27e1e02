// What those whom a plan is for said of it: what would help most, before; whether they noticed a change, after. Counts of a release only,
// of the group in which its department was counted for this question.
import type { Localized } from '../kernel/language.ts';
import type { Day } from '../kernel/day.ts';

interface Counted {
  /** When the survey closed. */
  readonly closed: Day;
  readonly n: number;
}

export interface Chosen extends Counted {
  /** What fewer people chose is counted and not told. */
  readonly k: number;
  /** Most often chosen first; null for fewer than k. */
  readonly options: readonly { readonly id: string; readonly label: Localized; readonly people: number | null }[];
  /** A measure of the plan is among the two most chosen. */
  readonly followed: boolean;
}

export interface Noticed extends Counted {
  readonly better: number;
  readonly same: number;
  readonly worse: number;
}

export interface Heard {
  readonly chosen: Chosen | null;
  readonly noticed: Noticed | null;
}
