// The door to the portal's data. Everything outside db/ sees domain values and this interface, never a table.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, Migrator, sql, type KyselyPlugin } from 'kysely';
import type { TableShape } from '#app/domain/responses/traces.ts';
import { dialectOf } from './dialects/dialect-of.ts';
import type { PortalDialect } from './dialects/portal-dialect.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema/tables.ts';
import { storesOf, type Stores } from './stores/index.ts';

export { problemOfAddress } from './dialects/dialect-of.ts';
export type { Stores } from './stores/index.ts';
export type { PeopleQuery } from './stores/organisation/people.ts';
export type { Claim, Handed } from './stores/notifications/letters.ts';
export type { StoredManifest } from './stores/publication/manifests.ts';
export type { StoredRelease } from './stores/publication/releases.ts';
export type { StoredPastSurvey } from './stores/past-surveys/past-surveys.ts';
export type { BallotPage } from './stores/publication/ballot-pages.ts';

export interface Data extends Stores {
  /** All or nothing. Inside, only the stores handed in may be used: the others throw. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** False when the database does not answer. */
  ready(): Promise<boolean>;
  /** False, within two seconds, while a database server does not answer. Cheap: asked at most once a second. */
  answers(): Promise<boolean>;
  /** The schema as it really is. */
  shapes(): Promise<TableShape[]>;
  /** Whether what was deleted can be made unreadable on the disk: not on a database server. */
  readonly forgets: boolean;
  /** Overwrites the log of what was written; `everything` also what was deleted of sessions, links, letters and counts. False where another
   * process reads or writes just now, or where it cannot be done. */
  overwrite(what: 'log' | 'everything'): Promise<boolean>;
  /** Whether forgetting takes so long that a thread should do it: there are many sessions, links and letters, or a long log. */
  muchToForget(): Promise<boolean>;
  close(): Promise<void>;
}

/** What is removed from these is to be gone from the disk too. */
const forgotten = ['sessions', 'sign_in_links', 'letters', 'participation'] as const satisfies readonly (keyof Tables)[];

/** Rows that are deleted and overwritten within some milliseconds. */
const few = 500;

async function muchToForget(db: Kysely<Tables>, dialect: PortalDialect): Promise<boolean> {
  if (dialect.longLog()) return true;
  let rows = 0;
  for (const table of forgotten) rows += (await db.selectFrom(table).select(sql`1`.as('one')).limit(few + 1).execute()).length;
  return rows > few;
}

const inside = new AsyncLocalStorage<true>();

// Using the outer stores inside a transaction waits for ever on a database with one connection and silently leaves the
// transaction on one with many; here it fails at once on both.
const onlyOutside: KyselyPlugin = {
  transformQuery({ node }) {
    if (inside.getStore()) throw new Error('inside a transaction only its own stores may be used');
    return node;
  },
  transformResult: async ({ result }) => result,
};

export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

function transactionOf(db: Kysely<Tables>): Data['transaction'] {
  return async (work) => {
    if (inside.getStore()) throw new Error('a transaction inside a transaction');
    return db.transaction().execute((transaction) => inside.run(true, () => work(storesOf(transaction))));
  };
}

async function shapesOf(db: Kysely<Tables>): Promise<TableShape[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, text: column.dataType.toLowerCase() === 'text', numbersItself: column.isAutoIncrementing })),
  }));
}

/** Opens and migrates. `address`: the path of a file, ':memory:', or a postgres:// address. A `guest`, such as a thread, finds it migrated
 * by whoever of this process opened it before and closes it later. */
export async function openData(address: string, { guest = false } = {}): Promise<Data> {
  const dialect = dialectOf(address, { guest });
  const db = new Kysely<Tables>({ dialect });
  try {
    if (!guest) await migrate(db);
  } catch (error) {
    await db.destroy();
    await dialect.leave();
    throw error;
  }
  return {
    ...storesOf(db.withPlugin(onlyOutside)),
    transaction: transactionOf(db),
    ready: async () => (await dialect.answers()) && sql`select 1`.execute(db).then(() => true, () => false),
    answers: dialect.answers,
    shapes: () => shapesOf(db),
    forgets: dialect.overwrite !== null,
    overwrite: async (what) => dialect.overwrite !== null && dialect.overwrite(db, what === 'everything' ? forgotten : []),
    muchToForget: () => muchToForget(db, dialect),
    close: async () => {
      await db.destroy();
      await dialect.leave();
    },
  };
}
