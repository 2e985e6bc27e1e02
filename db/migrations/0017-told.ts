// What people are told without being asked anything: each thing once, who was told of it, and when somebody was told last. Frozen: what
// changes later comes in a file of its own.
import type { Kysely } from 'kysely';
import { unordered } from '../dialects/unordered.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('news')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('news_by_day').on('news').column('day').execute();
  await unordered(db, db.schema.createTable('told'))
    .addColumn('news_id', 'text', (c) => c.notNull().references('news.id'))
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('told_key', ['news_id', 'person_id'])
    .execute();
  await unordered(db, db.schema.createTable('last_told'))
    .addColumn('person_id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('day', 'text', (c) => c.notNull())
    .execute();
}
