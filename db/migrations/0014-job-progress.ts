// How far a job on a survey is and who ordered it; the latest forecast of a draft, which is worked out with made-up people. Frozen: what
// changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('survey_jobs').addColumn('done', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await db.schema.alterTable('survey_jobs').addColumn('of', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await db.schema.alterTable('survey_jobs').addColumn('ordered_by', 'text').execute();
  await db.schema
    .createTable('forecasts')
    .addColumn('survey_id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('seed', 'text', (c) => c.notNull())
    .addColumn('cuts', 'text', (c) => c.notNull())
    .execute();
}
