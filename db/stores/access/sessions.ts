import type { Kysely } from 'kysely';
import type { Session } from '#app/domain/access/session.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Tables } from '#db/schema/tables.ts';
import { compiledOnce } from '#db/stores/compiled-once.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

export function sessionStore(db: Kysely<Tables>) {
  const running = compiledOnce(db, ['tokenHash', 'today'], ({ tokenHash, today }: { tokenHash: string; today: string }) =>
    db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).where('expires_on', '>', today));

  return {
    /** Null for an unknown session and for one that no longer runs on that day. */
    async get(tokenHash: string, today: Day): Promise<Session | null> {
      const [row] = await running({ tokenHash, today });
      return row
        ? { tokenHash: row.token_hash, personId: row.person_id, createdOn: row.created_on as Day, expiresOn: row.expires_on as Day }
        : null;
    },

    async save(session: Session): Promise<void> {
      const row = {
        token_hash: session.tokenHash,
        person_id: session.personId,
        created_on: session.createdOn,
        expires_on: session.expiresOn,
      };
      await db
        .insertInto('sessions')
        .values(row)
        .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ expires_on: row.expires_on }))
        .execute();
    },

    /** The days on which sessions of this person began that still run, earliest first, each once. */
    async daysOf(personId: string, today: Day): Promise<Day[]> {
      const rows = await db.selectFrom('sessions').select('created_on').where('person_id', '=', personId).where('expires_on', '>', today).execute();
      return [...new Set(rows.map((row) => row.created_on as Day))].sort();
    },

    async remove(tokenHash: string): Promise<void> {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    /** Ends every session of a person at once: for people who leave, and for «sign out everywhere». */
    async removeOf(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('sessions').where('person_id', 'in', ids).execute());
    },

    async removeExpired(today: Day): Promise<void> {
      await db.deleteFrom('sessions').where('expires_on', '<=', today).execute();
    },
  };
}
