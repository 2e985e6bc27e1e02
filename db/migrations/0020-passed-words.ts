// What HR passed on of own words, what it left out and blacked out, and what was answered: beside the releases, which never change.
// Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passed_words')
    .addColumn('release_hash', 'text', (c) => c.notNull())
    .addColumn('group_key', 'text', (c) => c.notNull())
    .addColumn('passed_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('passed_words_key', ['release_hash', 'group_key'])
    .execute();
  await db.schema
    .createTable('left_out_words')
    .addColumn('release_hash', 'text', (c) => c.notNull())
    .addColumn('group_key', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('left_out_words_key', ['release_hash', 'group_key', 'position'])
    .execute();
  await db.schema
    .createTable('blacked_out_words')
    .addColumn('release_hash', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('begins', 'integer', (c) => c.notNull())
    .addColumn('ends', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('blacked_out_words_key', ['release_hash', 'position', 'begins', 'ends'])
    .execute();
  await db.schema
    .createTable('word_replies')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('release_hash', 'text', (c) => c.notNull())
    .addColumn('group_key', 'text', (c) => c.notNull())
    .addColumn('said_on', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('word_replies_by_group').on('word_replies').columns(['release_hash', 'group_key']).execute();
}
