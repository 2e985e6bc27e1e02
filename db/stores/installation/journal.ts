import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { JournalDay, PendingEntry } from '#app/domain/installation/journal.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

/** Entries wait without order until their day is over; a day that was closed is never written again. */
export function journalStore(db: Kysely<Tables>) {
  const days = () => db.selectFrom('journal_days').selectAll();
  return {
    async addPending(entries: readonly PendingEntry[]): Promise<void> {
      await inChunks(entries, 500, (rows) => db.insertInto('journal_pending').values(rows.map(({ id, day, text }) => ({ id, day, text }))).execute());
    },

    /** Whether the same is noted for the day already. */
    async isPending({ day, text }: Pick<PendingEntry, 'day' | 'text'>): Promise<boolean> {
      const row = await db.selectFrom('journal_pending').select('id').where('day', '=', day).where('text', '=', text).executeTakeFirst();
      return row !== undefined;
    },

    /** Of days before this one, by day; inside a day by random id. */
    async pendingBefore(day: Day): Promise<PendingEntry[]> {
      const rows = await db.selectFrom('journal_pending').selectAll().where('day', '<', day).orderBy('day').orderBy('id').execute();
      return rows.map((row) => ({ ...row, day: row.day as Day }));
    },

    async removePendingBefore(day: Day): Promise<void> {
      await db.deleteFrom('journal_pending').where('day', '<', day).execute();
    },

    /** How many entries wait for the end of their day; `before`: of days before this one alone. */
    async pending(before?: Day): Promise<number> {
      const waiting = db.selectFrom('journal_pending');
      const row = await (before === undefined ? waiting : waiting.where('day', '<', before)).select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      return row.count;
    },

    async addDay(day: JournalDay): Promise<void> {
      await db.insertInto('journal_days').values(day).execute();
    },

    async lastDay(): Promise<JournalDay | null> {
      return (await days().orderBy('position', 'desc').limit(1).executeTakeFirst()) ?? null;
    },

    /** The first one first. */
    async days(): Promise<JournalDay[]> {
      return days().orderBy('position').execute();
    },

    /** The latest first. */
    async latestDays({ offset, limit }: { readonly offset: number; readonly limit: number }): Promise<JournalDay[]> {
      return days().orderBy('position', 'desc').offset(offset).limit(limit).execute();
    },
  };
}
