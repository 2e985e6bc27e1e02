import type { Kysely } from 'kysely';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { Tables } from '#db/schema/tables.ts';

export interface BallotPage {
  /** SHA-256 (hex) of the body's UTF-8 bytes. */
  readonly hash: string;
  readonly language: Tongue;
  readonly body: string;
}

/** The bytes a survey was sealed with are served until it closes, whatever newer pages the program brings. */
export function ballotPageStore(db: Kysely<Tables>) {
  return {
    async get(hash: string): Promise<BallotPage | null> {
      const row = await db.selectFrom('ballot_pages').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row ? { ...row, language: row.language as Tongue } : null;
    },

    async add(page: BallotPage): Promise<void> {
      await db
        .insertInto('ballot_pages')
        .values({ ...page })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
    },
  };
}
