// The database server. Counts and sums come back as numbers, as they do from the embedded database.
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { watching } from './postgres-watch.ts';
import type { PortalDialect } from './portal-dialect.ts';

const int8 = 20;
const numeric = 1700;

/** Milliseconds. A server that is frozen, or that a network took away, is an error after a while and not a page that never comes. An
 * address may bring its own: `?query_timeout=…`. */
const patience = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 20_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  // Ours, for a server that does not even say that its own time is up.
  query_timeout: 25_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
};

/** A connection on which an answer did not come is thrown away: a rollback that was given up leaves its transaction open, and whoever had
 * the connection next would write into it, be told that it is kept, and lose it. */
function distrustful(pool: pg.Pool): PostgresPool {
  return {
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect();
      let doubtful = false;
      const query = async (...asked: Parameters<pg.PoolClient['query']>) => {
        try {
          return await (client.query as (...all: unknown[]) => unknown)(...asked);
        } catch (error) {
          doubtful ||= !(error instanceof pg.DatabaseError);
          throw error;
        }
      };
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(doubtful) };
    },
    end: () => pool.end(),
  };
}

export function postgres(address: string): PortalDialect {
  const types = {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === int8 || oid === numeric ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({ connectionString: address, max: 10, types, ...patience });
  // The server may end connections that rest here: the pool forgets them, and the next query opens another or says what is wrong.
  pool.on('error', () => undefined);
  // One that is lent out and rests between two statements has nobody who listens: its end would be the end of the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  // Its log, its row versions and the order of its heap are out of our hands.
  return Object.assign(new PostgresDialect({ pool: distrustful(pool) }), { overwrite: null, longLog: () => false, ...watching(address) });
}
