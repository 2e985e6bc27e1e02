import type { Kysely } from 'kysely';
import type { FormerAccess } from '#app/domain/access/former-access.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from './in-chunks.ts';

export function formerAccessStore(db: Kysely<Tables>) {
  return {
    async add({ tokenHash, personId, email, entered, expiresAt }: FormerAccess): Promise<void> {
      await db.insertInto('former_access').values({ token_hash: tokenHash, person_id: personId, email, entered: entered ? 1 : 0, expires_at: expiresAt }).execute();
    },

    /** Null for an unknown one and for one that has run out by `now` (ISO instant). */
    async get(tokenHash: string, now: string): Promise<FormerAccess | null> {
      const row = await db.selectFrom('former_access').selectAll().where('token_hash', '=', tokenHash).where('expires_at', '>', now).executeTakeFirst();
      return row ? { tokenHash, personId: row.person_id, email: row.email, entered: row.entered === 1, expiresAt: row.expires_at } : null;
    },

    async remove(tokenHash: string): Promise<void> {
      await db.deleteFrom('former_access').where('token_hash', '=', tokenHash).execute();
    },

    async removeOf(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('former_access').where('person_id', 'in', ids).execute());
    },

    async removeExpired(now: string): Promise<void> {
      await db.deleteFrom('former_access').where('expires_at', '<=', now).execute();
    },
  };
}
