// What employees say should be asked, under their name. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('proposals')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('author_id', 'text')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
}
