// Letters to everybody that a decision owes, before they are written; which letters may leave first; and a number that tells whether
// people or departments changed meanwhile. Frozen: what changes later comes in a file of its own.
import { sql, type Kysely } from 'kysely';
import { unordered } from '../dialects/unordered.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await unordered(db, db.schema.createTable('letter_jobs'))
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('occasion', 'text', (c) => c.notNull())
    .addColumn('survey_id', 'text', (c) => c.notNull())
    .addColumn('asks', 'integer', (c) => c.notNull().check(sql`asks in (0, 1)`))
    .addColumn('about', 'text', (c) => c.notNull())
    .execute();
  await unordered(db, db.schema.createTable('owed_letters'))
    .addColumn('job_id', 'text', (c) => c.notNull().references('letter_jobs.id'))
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('owed_letters_key', ['job_id', 'person_id'])
    .execute();
  await db.schema.createIndex('letters_by_survey').on('letters').columns(['asks_for', 'next_attempt_at']).execute();
  await db.schema
    .createTable('directory_versions')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
}
