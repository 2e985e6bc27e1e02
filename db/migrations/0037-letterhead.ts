// The company's logo and colour on papers. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('letterhead')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('kept', 'text', (c) => c.notNull())
    .execute();
}
