// What those with rights did, one page a day. A page names the page before by its hash, so that none can be altered, removed or moved
// unseen; inside a page the order is chance, and nothing is finer than a day, so that nobody's day can be read from it.
import { type Day } from '#app/domain/kernel/day.ts';

export const journalKinds = [
  'signed-in',
  'granted-hr',
  'withdrawn-hr',
  'granted-administrator',
  'withdrawn-administrator',
  'head-changed',
  'address-changed',
  'address-given',
  'address-taken',
  'address-released',
  'sealed',
  'closing-begun',
  'closed',
  'lost',
  'past-given-up',
  'restored',
  'consultation-ended',
  'words-passed-on',
  'words-blacked-out',
  'slips-printed',
  'slips-counted',
  'token-made',
  'token-ended',
  'token-used',
  'letters-written',
  'tongues-chosen',
  'tongue-brought',
  'tongue-removed',
  'channel-set',
  'programme-set',
  'programme-changed',
  'programme-paused',
  'programme-resumed',
  'programme-ended',
] as const;

export type JournalKind = (typeof journalKinds)[number];

/** Names as they were on the day: whoever is renamed afterwards stays who it was. */
export interface JournalEntry {
  readonly kind: JournalKind;
  /** A name, or what acted where no person did. */
  readonly by: { readonly name: string } | 'command' | 'clock';
  /** Whose it was; '' where it is about nobody. */
  readonly of: string;
  /** The survey or the department; '' for none. */
  readonly what: string;
}

export interface PendingEntry {
  readonly id: string;
  readonly day: Day;
  /** Canonical JSON. */
  readonly text: string;
}

/** One page; `text` is the canonical JSON of a `JournalPage`, `hash` its SHA-256 (hex). */
export interface JournalDay {
  /** From 0, without a gap. */
  readonly position: number;
  readonly hash: string;
  readonly text: string;
}

export interface JournalPage {
  readonly position: number;
  readonly day: Day;
  /** Null for the first. */
  readonly previous: string | null;
  readonly entries: readonly JournalEntry[];
}
