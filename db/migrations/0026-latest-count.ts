// Of participation the latest count alone is kept, and none of surveys that have closed: counts of several days beside each other tell how
// many came between them. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';
import { unordered } from '../dialects/unordered.ts';

type Row = Record<string, string>;
type Tables = Record<string, Row>;

export async function up(db: Kysely<unknown>): Promise<void> {
  const rows = db as Kysely<Tables>;
  const open = new Set((await rows.selectFrom('surveys').select('id').where('state', '=', 'sealed').execute()).map((row) => row['id']));
  const counts = await rows.selectFrom('participation').selectAll().orderBy('day').execute();
  await rows.deleteFrom('participation').execute();
  await db.schema.dropTable('participation').execute();
  await unordered(db, db.schema.createTable('participation'))
    .addColumn('survey_id', 'text', (c) => c.notNull().primaryKey().references('surveys.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('steps', 'text', (c) => c.notNull())
    .execute();
  const latest = new Map(counts.filter((row) => open.has(row['survey_id'] as string)).map((row) => [row['survey_id'] as string, row]));
  for (const row of latest.values()) await rows.insertInto('participation').values(row).execute();
}
