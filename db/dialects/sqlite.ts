// The embedded database: one file, one writer. Write-ahead logging lets a reader see the last committed state while a write runs.
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database, { type SqliteDatabase } from './sqlite-driver.ts';
import { SqliteDialect, type Driver } from 'kysely';
import { overwriteDeleted } from './overwriting.ts';
import type { DialectOptions, Overwrite, PortalDialect } from './portal-dialect.ts';
import { EmbeddedDriver } from './sqlite-connections.ts';

/** Whoever closes the database last unlinks its log: nothing is left in it by then. */
function overwriteAtLast(database: SqliteDatabase): void {
  try {
    overwriteDeleted(database, []);
  } catch {
    // Somebody else is in the middle of something: whoever closes last overwrites.
  }
}

/** Noise for so many bytes is on a usual disk within some milliseconds. */
const longLogBytes = 1024 * 1024;

class EmbeddedDialect extends SqliteDialect implements PortalDialect {
  readonly #file: string;
  readonly #driver: EmbeddedDriver;

  constructor(file: string, { guest }: DialectOptions) {
    super({ database: async () => open(file) });
    this.#file = file;
    this.#driver = new EmbeddedDriver({ open: () => open(this.#file), shared: file !== ':memory:', beforeClose: guest ? () => undefined : overwriteAtLast });
  }

  override createDriver(): Driver {
    return this.#driver;
  }

  longLog(): boolean {
    return (statSync(`${this.#file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > longLogBytes;
  }

  /** A file of this machine is there, or says at once that it is not. */
  readonly answers = async () => true;
  readonly leave = async () => undefined;

  // In the connection's turn: never inside a transaction that is under way.
  readonly overwrite: Overwrite = (db, tables) => db.connection().execute(() => this.#driver.alone((database) => overwriteDeleted(database, tables)));
}

/** Milliseconds that another process may take to open it. */
const opensWithin = 5_000;

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
  const database = new Database(file, { timeout: opensWithin });
  database.pragma('journal_mode = WAL');
  // What was answered is on the disk: with NORMAL a power cut takes back the latest seconds, a sealing among them, while ballots that
  // were taken under it stay.
  database.pragma('synchronous = FULL');
  // A letter's sign-in link, a session, somebody who left: what is forgotten is not to be read in free pages of a copied file, nor on
  // the disk below it. The log keeps its blocks, so that it can be overwritten where it lies.
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('foreign_keys = ON');
  // Waiting is done by whoever asks, between two turns of the event loop.
  database.pragma('busy_timeout = 0');
  return database;
}

export function sqlite(file: string, options: DialectOptions): PortalDialect {
  return new EmbeddedDialect(file, options);
}
