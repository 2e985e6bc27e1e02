// The programme by which surveys repeat. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_programme')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('programme', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
}
