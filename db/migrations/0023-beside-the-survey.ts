// What was found out beside the survey, company records, and which plans rest on them. Frozen: what changes later
// comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inquiries')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('department_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('inquiries_by_department').on('inquiries').column('department_id').execute();
  await db.schema
    .createTable('secondary_figures')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('kept', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('plan_supports')
    .addColumn('plan_id', 'text', (c) => c.notNull().references('plans.id'))
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('plan_supports_key', ['plan_id', 'ref'])
    .execute();
}
