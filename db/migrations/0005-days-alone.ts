// What concerns a person is kept to the day, and the tables of sessions, links and letters in no order. Links that were used are gone
// with the place they led to; so are letters that were sent about a survey, which nothing tells from the others here, and which are
// therefore all forgotten once sent. Frozen: what changes later comes in a file of its own.
import { sql, type Kysely } from 'kysely';
import { unordered } from '../dialects/unordered.ts';

type Row = Record<string, string | number | null>;
type Tables = Record<string, Row>;

const dayIn = (instant: string | number | null | undefined) => String(instant).slice(0, 10);

const flag = (column: string) => sql<boolean>`${sql.ref(column)} in (0, 1)`;

/** Rows as they were; the table is gone. */
async function taken(db: Kysely<Tables>, table: string): Promise<Row[]> {
  const rows = await db.selectFrom(table).selectAll().execute();
  await db.deleteFrom(table).execute();
  await db.schema.dropTable(table).execute();
  return rows;
}

async function put(db: Kysely<Tables>, table: string, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await db.insertInto(table).values(rows.slice(at, at + 500)).execute();
}

async function sessions(db: Kysely<unknown>, rows: Kysely<Tables>): Promise<void> {
  const before = await taken(rows, 'sessions');
  await unordered(db, db.schema.createTable('sessions'))
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('created_on', 'text', (c) => c.notNull())
    .addColumn('expires_on', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute();
  const kept = before.map(({ created_at, expires_at, ...row }) => ({ ...row, created_on: dayIn(created_at), expires_on: dayIn(expires_at) }));
  await put(rows, 'sessions', kept as Row[]);
}

async function links(db: Kysely<unknown>, rows: Kysely<Tables>): Promise<void> {
  const before = await taken(rows, 'sign_in_links');
  await unordered(db, db.schema.createTable('sign_in_links'))
    .addColumn('token_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('reusable', 'integer', (c) => c.notNull().check(flag('reusable')))
    .addColumn('destination', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('sign_in_links_by_person').on('sign_in_links').column('person_id').execute();
  const kept = before.filter((row) => row['used_at'] === null || row['reusable'] === 1);
  await put(rows, 'sign_in_links', kept.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'used_at')) as Row));
}

async function letters(db: Kysely<unknown>, rows: Kysely<Tables>): Promise<void> {
  const before = await taken(rows, 'letters');
  await unordered(db, db.schema.createTable('letters'))
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('to', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('html', 'text')
    .addColumn('asks_for', 'text')
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'text')
    .addColumn('sent_on', 'text')
    .addColumn('failed', 'text')
    .execute();
  await db.schema.createIndex('letters_by_next_attempt').on('letters').column('next_attempt_at').execute();
  // Digests of plans are kept: their ids say that nobody gets a second one on the same day.
  const waiting = before.filter((row) => row['next_attempt_at'] !== null || String(row['id']).startsWith('plans-'));
  const kept = waiting.map(({ due_at, sent_at, ...row }) => ({ ...row, asks_for: null, due_on: dayIn(due_at), sent_on: sent_at === null ? null : dayIn(sent_at) }));
  await put(rows, 'letters', kept as Row[]);
}

/** Notes of a plan keep the order in which they were written, without the times. */
async function diaries(db: Kysely<unknown>, rows: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('plan_notes').addColumn('position', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  const notes = await rows.selectFrom('plan_notes').select(['id', 'plan_id', 'at']).orderBy('plan_id').orderBy('at').orderBy('id').execute();
  const positions = new Map<string, number>();
  for (const { id, plan_id, at } of notes) {
    const position = (positions.get(String(plan_id)) ?? 0) + 1;
    positions.set(String(plan_id), position);
    await rows.updateTable('plan_notes').set({ position, at: dayIn(at) }).where('id', '=', id as string).execute();
  }
}

const others = [
  ['organisation', 'created'],
  ['settings_log', 'at'],
  ['surveys', 'created_at'],
  ['surveys', 'closed_at'],
  ['releases', 'released_at'],
  ['past_surveys', 'brought_at'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const rows = db as Kysely<Tables>;
  await sessions(db, rows);
  await links(db, rows);
  await letters(db, rows);
  await diaries(db, rows);
  for (const [table, column] of others) {
    await rows.updateTable(table).set({ [column]: sql`substr(${sql.ref(column)}, 1, 10)` }).execute();
  }
}
