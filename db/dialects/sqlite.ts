// The embedded database: one file, one writer. Write-ahead logging lets a reader see the last committed state while a write runs.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database, { type SqliteDatabase } from './sqlite-driver.ts';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type TransactionSettings,
} from 'kysely';

class ImmediateDriver extends SqliteDriver {
  // A transaction that reads first and writes later fails at once when another process wrote in between; taking the write lock at
  // the start waits its turn instead. Whoever only reads sees one moment and keeps nobody waiting.
  override async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings = {}): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }
}

class EmbeddedDialect extends SqliteDialect {
  readonly #open: () => Promise<SqliteDatabase>;

  constructor(open: () => Promise<SqliteDatabase>) {
    super({ database: open });
    this.#open = open;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#open });
  }
}

function open(file: string): SqliteDatabase {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Made by us first, so that neither the file nor its log is ever readable by another account of the machine.
    closeSync(openSync(file, 'a', 0o600));
  }
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // What was answered is on the disk: with NORMAL a power cut takes back the latest seconds, a sealing among them, while ballots that
  // were taken under it stay.
  database.pragma('synchronous = FULL');
  // A letter's sign-in link, a session, somebody who left: what is forgotten is not to be read in free pages of a copied file,
  // nor in a log that has been taken over into it.
  database.pragma('secure_delete = ON');
  database.pragma('journal_size_limit = 0');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return database;
}

export function sqlite(file: string): Dialect {
  return new EmbeddedDialect(async () => open(file));
}
