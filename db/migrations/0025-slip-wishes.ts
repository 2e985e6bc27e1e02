// Who would rather come with a slip than by signing in. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('slip_wishes')
    .addColumn('person_id', 'text', (c) => c.notNull().primaryKey().references('people.id'))
    .execute();
}
