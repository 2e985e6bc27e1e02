import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { FormerAccess } from '#app/domain/access/former-access.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

export function formerAccessStore(db: Kysely<Tables>) {
  return {
    async add({ tokenHash, personId, email, entered, expiresOn }: FormerAccess): Promise<void> {
      await db.insertInto('former_access').values({ token_hash: tokenHash, person_id: personId, email, entered: entered ? 1 : 0, expires_on: expiresOn }).execute();
    },

    /** Null for an unknown one and for one that has run out by `today`. */
    async get(tokenHash: string, today: Day): Promise<FormerAccess | null> {
      const row = await db.selectFrom('former_access').selectAll().where('token_hash', '=', tokenHash).where('expires_on', '>', today).executeTakeFirst();
      return row ? { tokenHash, personId: row.person_id, email: row.email, entered: row.entered === 1, expiresOn: row.expires_on as Day } : null;
    },

    async remove(tokenHash: string): Promise<void> {
      await db.deleteFrom('former_access').where('token_hash', '=', tokenHash).execute();
    },

    async removeOf(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('former_access').where('person_id', 'in', ids).execute());
    },

    async removeExpired(today: Day): Promise<void> {
      await db.deleteFrom('former_access').where('expires_on', '<=', today).execute();
    },
  };
}
