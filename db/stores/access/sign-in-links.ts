import type { Kysely, Selectable } from 'kysely';
import type { SignInLink } from '#app/domain/access/sign-in-link.ts';
import type { SignInLinksTable } from '#db/schema/access.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

function fromRow(row: Selectable<SignInLinksTable>): SignInLink {
  return {
    tokenHash: row.token_hash,
    personId: row.person_id,
    expiresAt: row.expires_at,
    reusable: row.reusable === 1,
    destination: row.destination,
  };
}

function toRow(link: SignInLink): Selectable<SignInLinksTable> {
  const { tokenHash, personId, expiresAt, reusable, destination } = link;
  return { token_hash: tokenHash, person_id: personId, expires_at: expiresAt, reusable: reusable ? 1 : 0, destination };
}

export function signInLinkStore(db: Kysely<Tables>) {
  async function saveAll(links: readonly SignInLink[]): Promise<void> {
    await inChunks(links.map(toRow), 500, (rows) => db.insertInto('sign_in_links').values(rows).execute());
  }

  return {
    saveAll,

    save: (link: SignInLink): Promise<void> => saveAll([link]),

    /** To say why a link does not work; it is used with `use` alone. */
    async get(tokenHash: string): Promise<SignInLink | null> {
      const row = await db.selectFrom('sign_in_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row ? fromRow(row) : null;
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
