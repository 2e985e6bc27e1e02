import type { Kysely } from 'kysely';
import { noLetterhead, type Letterhead } from '#app/domain/organisation/letterhead.ts';
import { storedLetterhead } from '#app/domain/organisation/stored-letterhead.ts';
import type { Tables } from '#db/schema/tables.ts';

const id = 'letterhead';

export function letterheadStore(db: Kysely<Tables>) {
  return {
    /** Neither logo nor colour before anybody set one. */
    async get(): Promise<Letterhead> {
      const row = await db.selectFrom('letterhead').select('kept').executeTakeFirst();
      return row ? storedLetterhead.read(row.kept) : noLetterhead;
    },

    async save(letterhead: Letterhead): Promise<void> {
      const kept = storedLetterhead.write(letterhead);
      await db
        .insertInto('letterhead')
        .values({ id, kept })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ kept }))
        .execute();
    },
  };
}
