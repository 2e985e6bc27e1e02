// The journal that HR and administrators read: what those with rights did, by day. What happens today waits without order and time;
// when the day is over it becomes one page, shuffled, that names the page before.
import type { Actor } from '#app/domain/access/actor.ts';
import type { JournalEntry, JournalKind, JournalPage } from '#app/domain/installation/journal.ts';
import { pageIn } from '#app/domain/installation/stored-journal.ts';
import { brokenDays, closedDay, entryText } from '#app/domain/installation/journal-chain.ts';
import { nothingFound, type PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { doElsewhere, hasElsewhere } from './do-elsewhere.server.ts';

export interface Note {
  readonly kind: JournalKind;
  /** Null from the command line. */
  readonly by: Pick<Actor, 'name'> | 'clock' | null;
  readonly of?: string;
  readonly what?: string;
}

function entryOf({ kind, by, of = '', what = '' }: Note): JournalEntry {
  return { kind, by: by === null ? 'command' : by === 'clock' ? 'clock' : { name: by.name }, of, what };
}

/** To be called in the transaction of what is noted: what did not happen is not in the journal, and nothing happens without it. */
export async function noteDown(app: App, stores: Pick<Stores, 'journal'>, notes: readonly Note[]): Promise<void> {
  await stores.journal.addPending(notes.map((note) => ({ id: app.newId(), day: app.today(), text: entryText(entryOf(note)) })));
}

/** The same at most once a day: that somebody came in on that day, and not how often. */
export async function noteOnce(app: App, note: Note): Promise<void> {
  const text = entryText(entryOf(note));
  if (await app.data.journal.isPending({ day: app.today(), text })) return;
  await app.data.journal.addPending([{ id: app.newId(), day: app.today(), text }]);
}

/** As many entries are made a page within some milliseconds; a people file may leave a hundred thousand. */
const few = 500;

/** Writes the pages of days that are over. To be called often; without anything that waits it writes nothing. */
export async function closeJournalDays(app: App): Promise<void> {
  const many = hasElsewhere(app) && (await app.data.journal.pending(app.today())) > few;
  await (many ? doElsewhere(app, { work: 'close-journal' }) : closeJournalHere(app));
}

export async function closeJournalHere(app: App): Promise<void> {
  const today = app.today();
  await app.data.transaction(async ({ journal }) => {
    const waiting = await journal.pendingBefore(today);
    for (const day of new Set(waiting.map((entry) => entry.day))) {
      const entries = waiting.filter((entry) => entry.day === day);
      await journal.addDay(closedDay(await journal.lastDay(), { day, entries }, app.chance));
    }
    await journal.removePendingBefore(today);
  });
}

const journalDaysPerPage = 31;

export interface JournalView {
  /** The latest day first; one that cannot be read is left out, and the whole is not whole. */
  readonly days: readonly (JournalPage & { readonly hash: string })[];
  /** Entries of today. */
  readonly waiting: number;
  readonly page: number;
  readonly pages: number;
  /** False where a page is not what was written. */
  readonly whole: boolean;
}

/** `page` from 1. */
export async function journalView(app: App, page: number): Promise<JournalView> {
  await closeJournalDays(app);
  const all = await app.data.journal.days();
  const pages = Math.max(1, Math.ceil(all.length / journalDaysPerPage));
  const at = Math.min(Math.max(1, page), pages);
  const days = [...all].reverse().slice((at - 1) * journalDaysPerPage, at * journalDaysPerPage);
  return {
    days: days.flatMap((day) => (pageIn(day) ? [{ ...pageIn(day)!, hash: day.hash }] : [])),
    waiting: await app.data.journal.pending(),
    page: at,
    pages,
    whole: brokenDays(all).length === 0,
  };
}

/** What anybody may note down, to see later that no page before it was exchanged; null before the first. */
export async function journalSeal(app: App): Promise<{ readonly pages: number; readonly day: string; readonly hash: string } | null> {
  const last = await app.data.journal.lastDay();
  return last && { pages: last.position + 1, day: pageIn(last)?.day ?? '', hash: last.hash };
}

export async function checkJournal(app: App): Promise<PrivacyCheck> {
  const days = await app.data.journal.days();
  return nothingFound('journal', brokenDays(days).map((at) => String(at + 1)), { n: days.length });
}
