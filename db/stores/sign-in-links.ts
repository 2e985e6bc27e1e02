import type { Kysely, Selectable } from 'kysely';
import type { SignInLink } from '#app/domain/access/sign-in-link.ts';
import type { SignInLinksTable } from '#db/schema/access.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from './in-chunks.ts';

function fromRow(row: Selectable<SignInLinksTable>): SignInLink {
  return {
    tokenHash: row.token_hash,
    personId: row.person_id,
    expiresAt: row.expires_at,
    reusable: row.reusable === 1,
    destination: row.destination,
  };
}

export function signInLinkStore(db: Kysely<Tables>) {
  return {
    /** To say why a link does not work; it is used with `use` alone. */
    async get(tokenHash: string): Promise<SignInLink | null> {
      const row = await db.selectFrom('sign_in_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async save(link: SignInLink): Promise<void> {
      await db
        .insertInto('sign_in_links')
        .values({
          token_hash: link.tokenHash,
          person_id: link.personId,
          expires_at: link.expiresAt,
          reusable: link.reusable ? 1 : 0,
          destination: link.destination,
        })
        .execute();
    },

    /** Uses the link at `now` and forgets it, unless it may be used again; null if it is unknown, expired or used. Of many at the same
     * moment exactly one succeeds. */
    async use(tokenHash: string, now: string): Promise<SignInLink | null> {
      const good = db.selectFrom('sign_in_links').selectAll().where('token_hash', '=', tokenHash).where('expires_at', '>', now);
      const again = await good.where('reusable', '=', 1).executeTakeFirst();
      if (again) return fromRow(again);
      const used = db.deleteFrom('sign_in_links').where('token_hash', '=', tokenHash).where('expires_at', '>', now);
      const row = await used.where('reusable', '=', 0).returningAll().executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** Every link that leads to the ballot page of this manifest: `hash` is its SHA-256 in hex. */
    async removeLeadingTo(hash: string): Promise<void> {
      await db.deleteFrom('sign_in_links').where('destination', 'like', `%#${hash}`).execute();
    },

    async removeOf(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('sign_in_links').where('person_id', 'in', ids).execute());
    },

    async removeExpired(now: string): Promise<void> {
      await db.deleteFrom('sign_in_links').where('expires_at', '<=', now).execute();
    },
  };
}
