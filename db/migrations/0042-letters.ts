// What HR wrote into the letters of a survey, the channel that is told and its posts, the language in which a letter is dressed, and the further languages of
// the company. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('letter_texts')
    .addColumn('survey_id', 'text', (c) => c.notNull().primaryKey().references('surveys.id'))
    .addColumn('texts', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createTable('chat').addColumn('id', 'text', (c) => c.notNull().primaryKey()).addColumn('setting', 'text', (c) => c.notNull()).addColumn('trouble', 'text').execute();
  await db.schema
    .createTable('chat_posts')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('post', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'text')
    .execute();
  await db.schema.alterTable('letters').addColumn('language', 'text').execute();
  await db.schema.alterTable('organisation').addColumn('tongues', 'text').execute();
}
