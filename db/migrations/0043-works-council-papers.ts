// What each paper of the works council said, so that the next one marks what is otherwise. Frozen: what changes later comes in a file of
// its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_papers')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .execute();
}
