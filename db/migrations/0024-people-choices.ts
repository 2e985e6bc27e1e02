// How people files of this company are read, as somebody said it once. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people_choices')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('kept', 'text', (c) => c.notNull())
    .execute();
}
