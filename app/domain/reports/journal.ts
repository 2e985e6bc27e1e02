// What those with rights did, one page a day. A page names the page before by its hash, so that none can be altered, removed or moved
// unseen; inside a page the order is chance, and nothing is finer than a day, so that nobody's day can be read from it.
import { canonical, hashOfText } from '../publication/canonical.ts';
import { shuffled, type Chance } from '../kernel/chance.ts';
import { isDay, type Day } from '../kernel/day.ts';

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

export const entryText = ({ kind, by, of, what }: JournalEntry): string => canonical({ kind, by, of, what });

/** The page of a day that is over, to be put behind `last`. */
export function closedDay(last: JournalDay | null, { day, entries }: { readonly day: Day; readonly entries: readonly PendingEntry[] }, chance: Chance): JournalDay {
  const position = last ? last.position + 1 : 0;
  const read = entries.map(({ text }) => JSON.parse(text) as JournalEntry);
  const page: JournalPage = { position, day, previous: last?.hash ?? null, entries: shuffled(read, chance) };
  const text = canonical(page);
  return { position, hash: hashOfText(text), text };
}

/** Null where the text is not one that was written here. */
export function pageIn({ text }: Pick<JournalDay, 'text'>): JournalPage | null {
  try {
    const page = JSON.parse(text) as JournalPage;
    return isDay(page.day) && Array.isArray(page.entries) ? page : null;
  } catch {
    return null;
  }
}

/**
 * Positions at which the pages, the first one first, are not what was written: a page that is altered, missing, or not where it was.
 * That the last pages were cut off can only be seen by whoever knows a later hash.
 */
export function brokenDays(days: readonly JournalDay[]): number[] {
  return days.flatMap((one, at) => (holds(one, { at, previous: days[at - 1]?.hash ?? null }) ? [] : [at]));
}

function holds(one: JournalDay, { at, previous }: { at: number; previous: string | null }): boolean {
  const page = pageIn(one);
  return page !== null && one.position === at && page.position === at && page.previous === previous && hashOfText(one.text) === one.hash;
}
