import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import type { LettersTable } from '#db/schema/letters.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

function fromRow(row: Selectable<LettersTable>): Letter {
  const { id, to, subject, text, html, language, attempts, failed } = row;
  const days = { dueOn: row.due_on as Day, sentOn: row.sent_on as Day | null };
  return { id, to, subject, text, html, language, attempts, failed, ...days, asksFor: row.asks_for, nextAttemptAt: row.next_attempt_at };
}

function toRow(letter: Letter): Selectable<LettersTable> {
  const { id, to, subject, text, html, language, attempts, failed } = letter;
  const days = { due_on: letter.dueOn, sent_on: letter.sentOn };
  return { id, to, subject, text, html, language, attempts, failed, ...days, asks_for: letter.asksFor, next_attempt_at: letter.nextAttemptAt };
}

export interface Claim {
  /** ISO instant. */
  readonly now: string;
  /** Until then the letters belong to whoever claimed them; a process that dies gives them back at that instant. */
  readonly until: string;
  readonly limit: number;
  /** Surveys whose letters may leave now; of all unless told. */
  readonly asking?: readonly string[];
}

/** What became of letters that were claimed. */
export interface Handed {
  /** Ids of those the mail server took. */
  readonly sent: readonly string[];
  /** `nextAttemptAt` null gives the letter up and forgets its text. */
  readonly failed: readonly { readonly id: string; readonly reason: string; readonly nextAttemptAt: string | null }[];
}

type Due = SelectQueryBuilder<Tables, 'letters', { id: string }>;

export function letterStore(db: Kysely<Tables>) {
  // Each kind by itself: one order for both would sort all that wait, for every handful.
  async function dueIds(now: string, limit: number, of: (letters: Due) => Due): Promise<string[]> {
    const rows = await of(db.selectFrom('letters').select('id')).where('next_attempt_at', '<=', now).orderBy('next_attempt_at').orderBy('id').limit(limit).execute();
    return rows.map(({ id }) => id);
  }

  async function keepFailed({ id, reason, nextAttemptAt }: Handed['failed'][number]): Promise<void> {
    const forgotten = nextAttemptAt === null ? { text: '', html: null } : {};
    await db.updateTable('letters').set({ failed: reason, next_attempt_at: nextAttemptAt, ...forgotten }).where('id', '=', id).execute();
  }

  /** To be called in one transaction. A letter that asks for answers leaves nothing behind when it was sent: to how many people it went
   * stands with the survey. */
  async function handed({ sent, failed }: Handed, today: Day): Promise<void> {
    if (sent.length > 0) {
      await db.deleteFrom('letters').where('id', 'in', sent).where('asks_for', 'is not', null).execute();
      await db.updateTable('letters').set({ sent_on: today, next_attempt_at: null, failed: null, text: '', html: null }).where('id', 'in', sent).execute();
    }
    for (const one of failed) await keepFailed(one);
  }

  return {
    async get(id: string): Promise<Letter | null> {
      const row = await db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async addAll(letters: readonly Letter[]): Promise<void> {
      await inChunks(letters.map(toRow), 500, (rows) => db.insertInto('letters').values(rows).execute());
    },

    /** Letters to try now, counted as attempted: those that somebody waits for before those that ask everybody, and among these in the
     * order of their ids, which is chance. Two who claim at the same moment never get the same letter. */
    async claim({ now, until, limit, asking }: Claim): Promise<Letter[]> {
      const ids = await dueIds(now, limit, (letters) => letters.where('asks_for', 'is', null));
      const more = limit - ids.length;
      if (more > 0 && asking === undefined) ids.push(...(await dueIds(now, more, (letters) => letters.where('asks_for', 'is not', null))));
      else if (more > 0 && asking && asking.length > 0) ids.push(...(await dueIds(now, more, (letters) => letters.where('asks_for', 'in', asking))));
      if (ids.length === 0) return [];
      const rows = await db
        .updateTable('letters')
        .set((row) => ({ next_attempt_at: until, attempts: row('attempts', '+', 1) }))
        .where('id', 'in', ids)
        // Asked again while writing: somebody else may have claimed it since it was read.
        .where('next_attempt_at', '<=', now)
        .returningAll()
        .execute();
      return rows.map(fromRow);
    },

    handed,

    sent: (id: string, today: Day): Promise<void> => handed({ sent: [id], failed: [] }, today),

    failed: (id: string, reason: string, nextAttemptAt: string | null): Promise<void> => keepFailed({ id, reason, nextAttemptAt }),

    /** Gives back letters that were claimed and not tried after all. */
    async giveBack(ids: readonly string[], now: string): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable('letters')
        .set((row) => ({ next_attempt_at: now, attempts: row('attempts', '-', 1) }))
        .where('id', 'in', ids)
        .execute();
    },

    /** Letters that could not be handed over so far, waiting or given up; the newest first. */
    async troubled(limit: number): Promise<Letter[]> {
      const rows = await db
        .selectFrom('letters')
        .selectAll()
        .where('sent_on', 'is', null)
        .where('failed', 'is not', null)
        .orderBy('due_on', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    /** How many wait to be tried now, counted up to `most`. */
    async due(now: string, most: number): Promise<number> {
      return (await db.selectFrom('letters').select('id').where('next_attempt_at', '<=', now).limit(most).execute()).length;
    },

    /** Letters that still wait, and letters that were given up. */
    async counts(): Promise<{ waiting: number; givenUp: number }> {
      const count = (waiting: boolean) =>
        db
          .selectFrom('letters')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('sent_on', 'is', null)
          .where('next_attempt_at', waiting ? 'is not' : 'is', null)
          .executeTakeFirstOrThrow();
      return { waiting: (await count(true)).count, givenUp: (await count(false)).count };
    },

    /** Forgets letters sent or given up that were due before that day. */
    async removeDoneBefore(day: Day): Promise<void> {
      await db.deleteFrom('letters').where('next_attempt_at', 'is', null).where('due_on', '<', day).execute();
    },

    /** Every letter that asks for answers to this survey, sent or not. */
    async removeAskingFor(surveyId: string): Promise<void> {
      await db.deleteFrom('letters').where('asks_for', '=', surveyId).execute();
    },
  };
}
