// Who serves whom. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('service_map')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('kept', 'text', (c) => c.notNull())
    .execute();
}
