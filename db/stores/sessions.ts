import type { Kysely } from 'kysely';
import type { Session } from '#app/domain/access/session.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from './in-chunks.ts';

export function sessionStore(db: Kysely<Tables>) {
  return {
    /** Null for an unknown session and for one that has run out by `now` (ISO instant). */
    async get(tokenHash: string, now: string): Promise<Session | null> {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row
        ? { tokenHash: row.token_hash, personId: row.person_id, createdAt: row.created_at, expiresAt: row.expires_at }
        : null;
    },

    async save(session: Session): Promise<void> {
      const row = {
        token_hash: session.tokenHash,
        person_id: session.personId,
        created_at: session.createdAt,
        expires_at: session.expiresAt,
      };
      await db
        .insertInto('sessions')
        .values(row)
        .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ expires_at: row.expires_at }))
        .execute();
    },

    /** The days (of what is kept as their beginning) from which this person has sessions that still run at `now`, earliest first, each once. */
    async daysOf(personId: string, now: string): Promise<Day[]> {
      const rows = await db.selectFrom('sessions').select('created_at').where('person_id', '=', personId).where('expires_at', '>', now).execute();
      return [...new Set(rows.map((row) => row.created_at.slice(0, 10) as Day))].sort();
    },

    async remove(tokenHash: string): Promise<void> {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    /** Ends every session of a person at once: for people who leave, and for «sign out everywhere». */
    async removeOf(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('sessions').where('person_id', 'in', ids).execute());
    },

    async removeExpired(now: string): Promise<void> {
      await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    },
  };
}
