// Releases of surveys that were brought from a file: outside the chain, with the words that no manifest tells. Frozen: what changes
// later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('past_surveys')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('closed_on', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('brought_at', 'text', (c) => c.notNull())
    .execute();
}
