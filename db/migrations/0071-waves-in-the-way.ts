// What somebody looked at who ordered a sealing, so that nothing else is sealed after a stop; and what stood in the way of a wave of the
// programme, so that it can be said when its time has passed. Frozen: what changes later comes in a file of its own.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('survey_jobs').addColumn('seen', 'text').execute();
  await db.schema
    .createTable('held_waves')
    .addColumn('programme_id', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('survey_id', 'text')
    .addColumn('due', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('left_out', 'text')
    .addPrimaryKeyConstraint('held_waves_key', ['programme_id', 'number'])
    .execute();
}
