// What is shown of slips: to HR who prints them, and to the two who hand them out. Whether a code was used is no part of it.
import type { Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';

/** The slips of one block. */
export interface Pile {
  /** Id of the block in the manifest. */
  readonly block: string;
  /** The department it is called by, and those shown together with it. */
  readonly names: readonly string[];
  /** Who gets one, by name. */
  readonly people: readonly string[];
  /** How many are printed at once. */
  readonly slips: number;
  readonly printings: number;
  /** Whether it can be printed (again). */
  readonly printable: boolean;
  /** What each of the two wrote down; null where nothing. */
  readonly numbers: readonly (number | null)[];
  /** What counts of that. */
  readonly agreed: number | null;
}

export interface SlipsView {
  readonly title: Localized;
  readonly opens: Day;
  readonly closes: Day;
  /** The two, by name. */
  readonly handingOut: readonly string[];
  readonly leftOut: number;
  readonly piles: readonly Pile[];
}

export interface HandOutView extends Omit<SlipsView, 'piles'> {
  /** Own numbers alone: whoever saw the other's would copy them. */
  readonly piles: readonly (Pick<Pile, 'block' | 'names' | 'people' | 'slips'> & { readonly own: number | null })[];
}

export interface HandingOut {
  readonly surveyId: string;
  readonly title: Localized;
  readonly closes: Day;
  /** Everything is written down. */
  readonly written: boolean;
}

export interface SlipsOfDraft {
  readonly title: Localized;
  readonly withoutAddress: number;
  readonly wishing: number;
  readonly decided: 'print' | 'without' | null;
  /** Addresses of the two. */
  readonly emails: readonly string[];
}
