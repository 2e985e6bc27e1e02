import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

/** Tells whether people or departments changed between two moments. */
export function directoryVersionStore(db: Kysely<Tables>) {
  return {
    async get(): Promise<number> {
      return (await db.selectFrom('directory_versions').select('version').executeTakeFirst())?.version ?? 0;
    },

    /** False where it is another one by now; else nobody changes people or departments before the end of this transaction. */
    async hold(version: number): Promise<boolean> {
      await db.insertInto('directory_versions').values({ id: 'directory', version: 0 }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
      const result = await db.updateTable('directory_versions').set({ version: version + 1 }).where('version', '=', version).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}

/** To be called with every change of people or departments. */
export async function markDirectory(db: Kysely<Tables>): Promise<void> {
  await db
    .insertInto('directory_versions')
    .values({ id: 'directory', version: 1 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ version: row('directory_versions.version', '+', 1) })))
    .execute();
}
