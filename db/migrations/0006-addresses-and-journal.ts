// Whose address changed and what follows from it, and the journal of what those with rights did. Frozen: what changes later comes in a
// file of its own.
import { sql, type Kysely } from 'kysely';
import { unordered } from '../dialects/unordered.ts';

const flag = (column: string) => sql<boolean>`${sql.ref(column)} in (0, 1)`;

async function addresses(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('roles').addColumn('seals', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await db.schema
    .createTable('sealings')
    .addColumn('survey_id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('position', 'integer', (c) => c.notNull().unique())
    .execute();
  await db.schema
    .createTable('address_changes')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('was', 'text')
    .addColumn('became', 'text')
    .addColumn('seals', 'integer', (c) => c.notNull())
    .addColumn('released', 'integer', (c) => c.notNull().check(flag('released')))
    .addUniqueConstraint('address_changes_number', ['person_id', 'number'])
    .execute();
  await unordered(db, db.schema.createTable('former_access'))
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('entered', 'integer', (c) => c.notNull().check(flag('entered')))
    .addColumn('expires_on', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('former_access_by_person').on('former_access').column('person_id').execute();
}

async function journal(db: Kysely<unknown>): Promise<void> {
  await unordered(db, db.schema.createTable('journal_pending'))
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('journal_days')
    .addColumn('hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('position', 'integer', (c) => c.notNull().unique())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addresses(db);
  await journal(db);
}
