// Slips: how people without an e-mail address, and those who would rather, get into a survey. How many there are of each block, and how
// many of the answers they bring count as people.
import type { Day } from '../../kernel/day.ts';
import type { Language, Localized } from '../../kernel/language.ts';

/** What HR decided before sealing about people who can be sent no link: slips that two of them hand out, or to leave them out. */
export type SlipDecision = { readonly kind: 'print'; readonly handingOut: readonly string[] } | { readonly kind: 'without' };

/** In the manifest: what was decided, for everybody to read. */
export interface SealedSlips {
  /** People who come with a slip. */
  readonly listed: number;
  /** People without an address who are not asked. */
  readonly leftOut: number;
  /** Names of the two who hand out slips. */
  readonly handingOut: readonly string[];
}

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

const fewestSpare = 2;
const spareShare = 0.1;
/** A pile that was lost in the printer is printed anew; those before are worth nothing from then on. */
export const mostPrintings = 3;

/** Slips in a pile: one for each, and some for those that are lost or spoilt; never more than twice as many as people. */
export function slipsFor(listed: number): number {
  return Math.min(2 * listed, listed + Math.max(fewestSpare, Math.ceil(spareShare * listed)));
}

/** Papers that a block's slips buy at most, whatever was printed: the box has room for as many, see `slotsOf`. */
export const mostPapers = (listed: number): number => 2 * listed;

export interface SlipCount {
  /** People of the block who come with a slip. */
  readonly listed: number;
  /** Slips handed out, as both of the two wrote down; null where one did not. */
  readonly given: number | null;
  /** Papers bought with them. */
  readonly papers: number;
}

/** Papers behind which nobody may be who was given a slip: whoever holds the pile may have used the rest. They do not count towards k. */
export function papersBeyond({ listed, given, papers }: SlipCount): number {
  return Math.max(0, papers - Math.min(given ?? 0, listed));
}

/** What both wrote down; where they differ the smaller number. */
export function agreed(numbers: readonly (number | null)[]): number | null {
  return numbers.length === 0 || numbers.includes(null) ? null : Math.min(...(numbers as number[]));
}
