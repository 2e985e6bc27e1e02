// Surveys that belong to a draft plan are told apart from those people know as surveys, and what is said to a draft under a name is kept
// beside it. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('surveys').addColumn('kind', 'text', (c) => c.notNull().defaultTo('survey')).execute();
  await db.schema
    .createTable('objections')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('plan_id', 'text', (c) => c.notNull().references('plans.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('author_id', 'text', (c) => c.notNull())
    .addColumn('to_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('objections_by_plan').on('objections').column('plan_id').execute();
}
