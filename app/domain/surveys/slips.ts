// Slips: how people without an e-mail address, and those who would rather, get into a survey. How many there are of each block, and how
// many of the answers they bring count as people.
import type { Day } from '../kernel/day.ts';
import type { Language, Localized } from '../kernel/language.ts';

/** What is printed for one block, made once and kept nowhere in clear. It names no department and no person. */
export interface PrintedPile {
  readonly survey: {
    readonly title: Localized;
    /** The last day on which answers are taken. */
    readonly closesOn: Day;
    /** Six words by language. */
    readonly fingerprintWords: Readonly<Record<Language, readonly string[]>>;
  };
  /** `https://pulse.example.org`, without a stroke at its end: the QR leads to `{origin}/code#{code}`. */
  readonly origin: string;
  /** «7K2M-9QXB-4TDC», in random order, one to a slip. */
  readonly codes: readonly string[];
}
