import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

export function slipWishStore(db: Kysely<Tables>) {
  return {
    async of(personId: string): Promise<boolean> {
      return (await db.selectFrom('slip_wishes').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !== undefined;
    },

    async all(): Promise<ReadonlySet<string>> {
      return new Set((await db.selectFrom('slip_wishes').select('person_id').execute()).map((row) => row.person_id));
    },

    async save(personId: string, wished: boolean): Promise<void> {
      if (wished) await db.insertInto('slip_wishes').values({ person_id: personId }).onConflict((conflict) => conflict.column('person_id').doNothing()).execute();
      else await db.deleteFrom('slip_wishes').where('person_id', '=', personId).execute();
    },
  };
}
