// Which data folder the database belongs to and who serves it; surveys set aside; work on a survey that outlives a stop. Frozen: what
// changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('installation')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('holder', 'text')
    .addColumn('held_until', 'text')
    .execute();
  // No reference to the surveys: a folder may hold one that this database does not know.
  await db.schema
    .createTable('set_asides')
    .addColumn('survey_id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('told', 'integer', (c) => c.notNull())
    .addColumn('wish', 'text')
    .addColumn('ended', 'text')
    .addColumn('ended_on', 'text')
    .execute();
  await db.schema
    .createTable('survey_jobs')
    .addColumn('survey_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('failure', 'text')
    .addPrimaryKeyConstraint('survey_jobs_key', ['survey_id', 'kind'])
    .execute();
  // Until which day work that comes daily is done: what a server that was away has missed is owed.
  await db.schema
    .createTable('daily_work')
    .addColumn('name', 'text', (c) => c.notNull().primaryKey())
    .addColumn('day', 'text', (c) => c.notNull())
    .execute();
}
