// The journal's pages are chained like releases: each names the one before by its hash, so that none can be altered, removed or moved
// unseen. Inside a page the order is chance.
import type { JournalDay, JournalEntry, JournalPage, PendingEntry } from './journal.ts';
import { pageIn } from './stored-journal.ts';
import { shuffled, type Chance } from '#app/domain/kernel/chance.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import { storedEntry } from './stored-journal.ts';

export const entryText = ({ kind, by, of, what }: JournalEntry): string => canonical({ kind, by, of, what });

/** The page of a day that is over, to be put behind `last`. */
export function closedDay(last: JournalDay | null, { day, entries }: { readonly day: Day; readonly entries: readonly PendingEntry[] }, chance: Chance): JournalDay {
  const position = last ? last.position + 1 : 0;
  const read = entries.map(({ text }) => storedEntry.read(text));
  const page: JournalPage = { position, day, previous: last?.hash ?? null, entries: shuffled(read, chance) };
  const text = canonical(page);
  return { position, hash: hashOfText(text), text };
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
