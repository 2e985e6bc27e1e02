import type { Kysely, Selectable } from 'kysely';
import type { Letter } from '#app/domain/notifications/letter.ts';
import type { LettersTable } from '#db/schema/letters.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from './in-chunks.ts';

function fromRow(row: Selectable<LettersTable>): Letter {
  const { id, to, subject, text, html, attempts, failed } = row;
  return { id, to, subject, text, html, attempts, failed, dueAt: row.due_at, nextAttemptAt: row.next_attempt_at, sentAt: row.sent_at };
}

function toRow(letter: Letter): Selectable<LettersTable> {
  const { id, to, subject, text, html, attempts, failed } = letter;
  return { id, to, subject, text, html, attempts, failed, due_at: letter.dueAt, next_attempt_at: letter.nextAttemptAt, sent_at: letter.sentAt };
}

export interface Claim {
  /** ISO instant. */
  readonly now: string;
  /** Until then the letters belong to whoever claimed them; a process that dies gives them back at that instant. */
  readonly until: string;
  readonly limit: number;
}

export function letterStore(db: Kysely<Tables>) {
  return {
    async get(id: string): Promise<Letter | null> {
      const row = await db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async addAll(letters: readonly Letter[]): Promise<void> {
      await inChunks(letters.map(toRow), 500, (rows) => db.insertInto('letters').values(rows).execute());
    },

    /** Letters to try now, oldest first, counted as attempted. Two who claim at the same moment never get the same letter. */
    async claim({ now, until, limit }: Claim): Promise<Letter[]> {
      const due = await db
        .selectFrom('letters')
        .select('id')
        .where('next_attempt_at', '<=', now)
        .orderBy('next_attempt_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      if (due.length === 0) return [];
      const rows = await db
        .updateTable('letters')
        .set((row) => ({ next_attempt_at: until, attempts: row('attempts', '+', 1) }))
        .where('id', 'in', due.map((row) => row.id))
        // Asked again while writing: somebody else may have claimed it since it was read.
        .where('next_attempt_at', '<=', now)
        .returningAll()
        .execute();
      return rows.map(fromRow).sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
    },

    async sent(id: string, now: string): Promise<void> {
      await db
        .updateTable('letters')
        .set({ sent_at: now, next_attempt_at: null, failed: null, text: '', html: null })
        .where('id', '=', id)
        .execute();
    },

    /** `nextAttemptAt` null gives the letter up and forgets its text. */
    async failed(id: string, reason: string, nextAttemptAt: string | null): Promise<void> {
      const forgotten = nextAttemptAt === null ? { text: '', html: null } : {};
      await db
        .updateTable('letters')
        .set({ failed: reason, next_attempt_at: nextAttemptAt, ...forgotten })
        .where('id', '=', id)
        .execute();
    },

    /** Letters that could not be handed over so far, waiting or given up; the newest first. */
    async troubled(limit: number): Promise<Letter[]> {
      const rows = await db
        .selectFrom('letters')
        .selectAll()
        .where('sent_at', 'is', null)
        .where('failed', 'is not', null)
        .orderBy('due_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    /** Letters that still wait, and letters that were given up. */
    async counts(): Promise<{ waiting: number; givenUp: number }> {
      const count = (waiting: boolean) =>
        db
          .selectFrom('letters')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('sent_at', 'is', null)
          .where('next_attempt_at', waiting ? 'is not' : 'is', null)
          .executeTakeFirstOrThrow();
      return { waiting: (await count(true)).count, givenUp: (await count(false)).count };
    },

    /** Forgets letters sent or given up that were due before that instant. */
    async removeDoneBefore(instant: string): Promise<void> {
      await db.deleteFrom('letters').where('next_attempt_at', 'is', null).where('due_at', '<', instant).execute();
    },
  };
}
