// Where the company's days begin, and the day on which each survey ended. What was released is not rewritten: surveys that are closed
// take the day that their release names. Frozen: what changes later comes in a file of its own.
import { sql, type Kysely } from 'kysely';

interface Ended {
  readonly id: string;
  readonly text: string;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('organisation').addColumn('time_zone', 'text').execute();
  await db.schema.alterTable('surveys').addColumn('closed_on', 'text').execute();
  const { rows: ids } = await sql<Pick<Ended, 'id'>>`select releases.id as id from releases join surveys on surveys.id = releases.id`.execute(db);
  // One after the other: a release may be large.
  for (const { id } of ids) {
    const { rows } = await sql<Ended>`select id, text from releases where id = ${id}`.execute(db);
    const { survey } = JSON.parse(rows[0]!.text) as { survey: { closed: string } };
    await sql`update surveys set closed_on = ${survey.closed} where id = ${id}`.execute(db);
  }
}
