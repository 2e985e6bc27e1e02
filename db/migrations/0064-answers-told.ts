// How often HR answered a proposal and up to which answer its writer has looked, so that the writer is told once of each; and of which form
// an own question came, so that one sent twice is kept once. Frozen: what changes later comes in a file of its own.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['answered', 'seen']) await db.schema.alterTable('proposals').addColumn(column, 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await db.schema.alterTable('own_questions').addColumn('request', 'text').execute();
  await sql`create unique index own_questions_request on own_questions (request)`.execute(db);
}
