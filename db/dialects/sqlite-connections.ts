// Two connections to one file. What only reads sees the last committed state at once, also while a long transaction is under way here,
// in a thread or in another process. What writes takes turns here, and waits for the others without holding up the event loop: the
// driver's own waiting would let the whole portal stand still.
import { setTimeout } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import { isBusy } from './busy.ts';
import { keepStatements, type KeepingDatabase } from './kept-statements.ts';
import type { SqliteDatabase } from './sqlite-driver.ts';
import { turns } from './turns.ts';

/** Milliseconds: how often a lock is asked for, and after which time it is an error that somebody else holds it. */
const patience = { between: 4, longest: 60_000 };

async function patiently<T>(run: () => T): Promise<T> {
  for (const until = performance.now() + patience.longest; ; await setTimeout(patience.between)) {
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
  }
}

interface Side {
  readonly database: SqliteDatabase;
  readonly statements: KeepingDatabase;
}

function answerOf<R>({ statements }: Side, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = statements.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) as R[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
}

export interface EmbeddedSettings {
  open(): SqliteDatabase;
  /** Whether a second connection sees the same: not where the database lies in memory. */
  readonly shared: boolean;
  /** Called before the writing connection is closed. */
  beforeClose(database: SqliteDatabase): void;
}

export class EmbeddedDriver implements Driver {
  readonly #settings: EmbeddedSettings;
  readonly #turns = turns();
  #writer: Side | null = null;
  #reader: Side | null = null;

  constructor(settings: EmbeddedSettings) {
    this.#settings = settings;
  }

  async init(): Promise<void> {
    const side = (changed?: () => void): Side => {
      const database = this.#settings.open();
      return { database, statements: keepStatements(database, changed) };
    };
    this.#writer = side(() => this.#reader?.statements.forget());
    this.#reader = this.#settings.shared ? side() : null;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection({ writer: this.#writer as Side, reader: this.#reader, take: () => this.#turns.take() });
  }

  // A transaction that reads first and writes later fails at once when somebody else wrote in between; taking the write lock at the
  // start waits its turn instead. Whoever only reads sees one moment and keeps no other process waiting.
  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings = {}): Promise<void> {
    await (connection as EmbeddedConnection).begin(accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as EmbeddedConnection).end('commit');
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as EmbeddedConnection).end('rollback');
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as EmbeddedConnection).release();
  }

  /** Nothing else is written by this process meanwhile, and nothing is read. `work` does not wait for anything. */
  async alone<T>(work: (database: SqliteDatabase) => T): Promise<T> {
    const give = await this.#turns.take();
    try {
      return work((this.#writer as Side).database);
    } finally {
      give();
    }
  }

  async destroy(): Promise<void> {
    this.#reader?.database.close();
    if (!this.#writer) return;
    this.#settings.beforeClose(this.#writer.database);
    this.#writer.database.close();
  }
}

interface Sides {
  readonly writer: Side;
  readonly reader: Side | null;
  take(): Promise<() => void>;
}

/** Belongs to one caller; the turn to write is taken with the first statement that may write, or for a whole transaction. */
class EmbeddedConnection implements DatabaseConnection {
  readonly #sides: Sides;
  #give: (() => void) | null = null;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  async begin(how: 'begin' | 'begin immediate'): Promise<void> {
    this.#give = await this.#sides.take();
    await patiently(() => this.#sides.writer.database.exec(how));
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const { database } = this.#sides.writer;
    // A disk that is full ends the transaction by itself: what went wrong is the full disk, not that nothing is left to take back.
    if (how === 'rollback' && !database.inTransaction) return;
    await patiently(() => database.exec(how));
  }

  release(): void {
    this.#give?.();
    this.#give = null;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { writer, reader } = this.#sides;
    if (this.#give) return answerOf<R>(writer, query);
    if (reader && query.query.kind === 'SelectQueryNode') return patiently(() => answerOf<R>(reader, query));
    const give = await this.#sides.take();
    try {
      return await patiently(() => answerOf<R>(writer, query));
    } finally {
      give();
    }
  }

  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('nothing is streamed from the embedded database');
  }
}
