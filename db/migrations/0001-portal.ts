// The portal's first tables. Frozen: what changes later comes in a file of its own.
import { sql, type Kysely } from 'kysely';

const flag = (column: string) => sql<boolean>`${sql.ref(column)} in (0, 1)`;

async function organisation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('organisation')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey().check(sql`id = 'organisation'`))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('languages', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('k', 'integer', (c) => c.notNull().check(sql`k >= 5`))
    .addColumn('created', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('settings_log')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('setting', 'text', (c) => c.notNull())
    .addColumn('from', 'text', (c) => c.notNull())
    .addColumn('to', 'text', (c) => c.notNull())
    .execute();
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('departments')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('parent_id', 'text')
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('head_id', 'text')
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('closed', 'integer', (c) => c.notNull().check(flag('closed')))
    .addForeignKeyConstraint('departments_parent', ['parent_id'], 'departments', ['id'], (c) => c.deferrable().initiallyDeferred())
    .execute();
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('employee_id', 'text', (c) => c.unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_folded', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('email_folded', 'text', (c) => c.unique())
    .addColumn('department_id', 'text')
    .addColumn('manager_id', 'text')
    .addColumn('site', 'text')
    .addColumn('joined_on', 'text')
    .addColumn('left_on', 'text')
    .addColumn('language', 'text')
    .addForeignKeyConstraint('people_department', ['department_id'], 'departments', ['id'], (c) => c.deferrable().initiallyDeferred())
    .addForeignKeyConstraint('people_manager', ['manager_id'], 'people', ['id'], (c) => c.deferrable().initiallyDeferred())
    .execute();
  await db.schema.createIndex('people_by_department').on('people').column('department_id').execute();
  await db.schema.createIndex('people_by_manager').on('people').column('manager_id').execute();
  await db.schema
    .createTable('roles')
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('hr', 'administrator')`))
    .addPrimaryKeyConstraint('roles_key', ['person_id', 'role'])
    .execute();
}

async function access(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute();
  await db.schema
    .createTable('sign_in_links')
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .addColumn('reusable', 'integer', (c) => c.notNull().check(flag('reusable')))
    .addColumn('destination', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('sign_in_links_by_person').on('sign_in_links').column('person_id').execute();
}

async function letters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('letters')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('to', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('html', 'text')
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('failed', 'text')
    .execute();
  await db.schema.createIndex('letters_by_next_attempt').on('letters').column('next_attempt_at').execute();
}

async function surveys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('surveys')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('draft', 'sealed', 'closed', 'lost')`))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('opens_on', 'text', (c) => c.notNull())
    .addColumn('closes_on', 'text', (c) => c.notNull())
    .addColumn('programme', 'text')
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('manifest_hash', 'text', (c) => c.unique())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  await db.schema
    .createTable('manifests')
    .addColumn('hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('survey_id', 'text', (c) => c.notNull().unique().references('surveys.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('ballot_pages')
    .addColumn('hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('participation')
    .addColumn('survey_id', 'text', (c) => c.notNull().references('surveys.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('steps', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('participation_key', ['survey_id', 'day'])
    .execute();
  await db.schema
    .createTable('releases')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('previous', 'text')
    .addColumn('position', 'integer', (c) => c.notNull().unique())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('released_at', 'text', (c) => c.notNull())
    .execute();
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await organisation(db);
  await people(db);
  await access(db);
  await letters(db);
  await surveys(db);
}
