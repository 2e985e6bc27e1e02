// The embedded database: one file, one writer. Write-ahead logging lets a reader see the last committed state while a write runs.
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database, { type SqliteDatabase } from './sqlite-driver.ts';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type TransactionSettings,
} from 'kysely';
import { overwriteDeleted } from './overwriting.ts';
import type { Overwrite, PortalDialect } from './portal-dialect.ts';

class ImmediateDriver extends SqliteDriver {
  readonly #opened: () => SqliteDatabase | null;

  constructor(open: () => Promise<SqliteDatabase>, opened: () => SqliteDatabase | null) {
    super({ database: open });
    this.#opened = opened;
  }

  // A transaction that reads first and writes later fails at once when another process wrote in between; taking the write lock at
  // the start waits its turn instead. Whoever only reads sees one moment and keeps nobody waiting.
  override async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings = {}): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }

  // A disk that is full ends the transaction by itself: what went wrong is the full disk, not that nothing is left to take back.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#opened()?.inTransaction) await super.rollbackTransaction(connection);
  }

  /** Whoever closes the database last unlinks its log: nothing is left in it by then. */
  override async destroy(): Promise<void> {
    const database = this.#opened();
    try {
      if (database) overwriteDeleted(database, []);
    } catch {
      // Somebody else is in the middle of something: whoever closes last overwrites.
    }
    await super.destroy();
  }
}

class EmbeddedDialect extends SqliteDialect implements PortalDialect {
  readonly #file: string;
  #database: SqliteDatabase | null = null;

  constructor(file: string) {
    super({ database: async () => open(file) });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(async () => (this.#database = open(this.#file)), () => this.#database);
  }

  // In the connection's turn: never inside a transaction that is under way.
  readonly overwrite: Overwrite = (db, tables) =>
    db.connection().execute(async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('select 1'));
      return overwriteDeleted(this.#database as SqliteDatabase, tables);
    });
}

function open(file: string): SqliteDatabase {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Made by us first, so that neither the file nor its log is ever readable by another account of the machine. Never one that is there:
    // closing it would let go of the locks that this process holds on it, and another process could take the log away.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    // The driver would first make a log beside a file that may only be read, and not say which file it was.
    accessSync(file, constants.R_OK | constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
  }
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // What was answered is on the disk: with NORMAL a power cut takes back the latest seconds, a sealing among them, while ballots that
  // were taken under it stay.
  database.pragma('synchronous = FULL');
  // A letter's sign-in link, a session, somebody who left: what is forgotten is not to be read in free pages of a copied file, nor on
  // the disk below it. The log keeps its blocks, so that it can be overwritten where it lies.
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return database;
}

export function sqlite(file: string): PortalDialect {
  return new EmbeddedDialect(file);
}
