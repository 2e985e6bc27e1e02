// A copy of the portal's data as lines of JSON, the same for both databases: one moment of it, without what was deleted long ago and
// still lies in a file's free pages. Boxes and keys are not the portal's data and never pass here.
import { Kysely, Migrator, sql } from 'kysely';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { dialectOf } from './dialects/dialect-of.ts';
import { migrations } from './migrations/index.ts';
import { tableNames } from './schema/tables.ts';

// Who is signed in, which letters wait or are owed, who serves which folder and what is set aside in it belong to the running portal: brought back
// later they would open ended sessions, send letters twice and tie the database to a folder that is elsewhere. Backups of several days would keep the counts of participation of each.
const ofTheMoment: readonly string[] = ['sessions', 'sign_in_links', 'letters', 'former_access', 'installation', 'set_asides', 'survey_jobs', 'daily_work', 'letter_jobs', 'owed_letters', 'directory_versions', 'forecasts', 'participation'];
const copied = tableNames.filter((table) => !ofTheMoment.includes(table));

type Row = Record<string, string | number | null>;
type AnyTables = Record<string, Row>;

export type BackupLine =
  | { readonly murmur: 'backup'; /** 2: the folder has checksums. */ readonly version: 1 | 2; readonly at: string; readonly migrations: readonly string[] }
  | { readonly table: string; readonly row: Row }
  | { readonly end: true; readonly rows: number };

const rowsAtOnce = 500;

async function doneMigrations(db: Kysely<AnyTables>): Promise<string[]> {
  const all = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).getMigrations();
  return all.filter((migration) => migration.executedAt !== undefined).map((migration) => migration.name);
}

async function opened<T>(address: string, work: (db: Kysely<AnyTables>) => Promise<T>): Promise<T> {
  const db = new Kysely<AnyTables>({ dialect: dialectOf(address) });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Hands every line to `write`, from one moment of the database; gives the number of rows. `at`: ISO instant. */
export async function copyData(address: string, at: string, write: (line: BackupLine) => Promise<void>): Promise<number> {
  return opened(address, async (db) => {
    const names = await doneMigrations(db);
    const existing = new Set((await db.introspection.getTables()).map((table) => table.name));
    await write({ murmur: 'backup', version: 2, at, migrations: names });
    let rows = 0;
    const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    await moment.execute(async (transaction) => {
      for (const table of copied.filter((name) => existing.has(name))) {
        for (const row of await transaction.selectFrom(table).selectAll().execute()) {
          await write({ table, row });
          rows += 1;
        }
      }
    });
    await write({ end: true, rows });
    return rows;
  });
}

export type RestoreRefusal = 'damaged-backup' | 'newer-backup' | 'not-empty' | 'tables-too-new';

/** Reads every line once and judges the whole; the database is not touched. */
export async function checkBackup(lines: AsyncIterable<BackupLine>): Promise<Outcome<readonly string[], RestoreRefusal>> {
  let names: readonly string[] | null = null;
  let rows = 0;
  let ended = false;
  for await (const line of lines) {
    if (ended) return refused('damaged-backup');
    if ('murmur' in line) names = line.version === 1 || line.version === 2 ? line.migrations : null;
    else if ('end' in line) ended = line.rows === rows;
    else if (names && (copied as readonly string[]).includes(line.table)) rows += 1;
    else return refused('damaged-backup');
  }
  if (!names || !ended) return refused('damaged-backup');
  return names.every((name) => name in migrations) ? done(names) : refused('newer-backup');
}

async function isEmpty(db: Kysely<AnyTables>): Promise<boolean> {
  const existing = (await db.introspection.getTables()).map((table) => table.name);
  for (const table of copied.filter((name) => existing.includes(name))) {
    if (await db.selectFrom(table).select(sql`1`.as('one')).limit(1).executeTakeFirst()) return false;
  }
  return true;
}

async function migrateTo(db: Kysely<AnyTables>, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateTo(name);
  if (error !== undefined) throw error;
}

export interface Restoration {
  /** Empties the database first; without it a database that holds anything is refused. */
  readonly replace: boolean;
  /** Migrations of a backup that was checked. */
  readonly migrations: readonly string[];
  readonly lines: AsyncIterable<BackupLine>;
}

/** Writes all rows in one transaction, into the tables as they were when the backup was made, which later migrations then bring up to date. */
export async function restoreData(address: string, restoration: Restoration): Promise<Outcome<number, RestoreRefusal>> {
  return opened(address, async (db) => {
    if (!restoration.replace && !(await isEmpty(db))) return refused('not-empty');
    // An older backup fits the older tables; those of today cannot be taken back.
    if ((await doneMigrations(db)).length > restoration.migrations.length) return refused('tables-too-new');
    await migrateTo(db, restoration.migrations.at(-1));
    const rows = await db.transaction().execute(async (transaction) => {
      for (const table of [...tableNames].reverse()) await transaction.deleteFrom(table).execute();
      return writeRows(transaction, restoration.lines);
    });
    return done(rows);
  });
}

async function writeRows(db: Kysely<AnyTables>, lines: AsyncIterable<BackupLine>): Promise<number> {
  let rows = 0;
  let table = '';
  let waiting: Row[] = [];
  const flush = async () => {
    if (waiting.length > 0) await db.insertInto(table).values(waiting).execute();
    waiting = [];
  };
  for await (const line of lines) {
    if (!('table' in line)) continue;
    if (line.table !== table || waiting.length >= rowsAtOnce) await flush();
    table = line.table;
    waiting.push(line.row);
    rows += 1;
  }
  await flush();
  return rows;
}
