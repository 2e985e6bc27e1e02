// The database server. Counts and sums come back as numbers, as they do from the embedded database.
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import type { PortalDialect } from './portal-dialect.ts';

const int8 = 20;
const numeric = 1700;

/** Milliseconds. A server that is frozen, or that a network took away, is an error after a while and not a page that never comes. */
const patience = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 60_000,
  lock_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  // Ours, for a server that does not even say that its own time is up.
  query_timeout: 65_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
};

export function postgres(address: string): PortalDialect {
  const types = {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === int8 || oid === numeric ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({ connectionString: address, max: 10, types, ...patience });
  // The server may end connections that rest here: the pool forgets them, and the next query opens another or says what is wrong.
  pool.on('error', () => undefined);
  // Its log, its row versions and the order of its heap are out of our hands.
  return Object.assign(new PostgresDialect({ pool }), { overwrite: null, longLog: () => false });
}
