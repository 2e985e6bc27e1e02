// From where the people file is taken by itself, and how that went the last time. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people_source')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('standing', 'text')
    .addColumn('tried_on', 'text')
    .execute();
}
