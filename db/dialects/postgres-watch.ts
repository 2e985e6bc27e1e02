// Whether the database server answers, asked on a connection of its own: the others may all be waiting for it.
import pg from 'pg';
import type { PortalDialect } from './portal-dialect.ts';

/** Milliseconds. */
const patience = 1_500;
const goodFor = 1_000;
const badFor = 500;

export function watching(address: string): Pick<PortalDialect, 'answers' | 'leave'> {
  const pool = new pg.Pool({ connectionString: address, max: 1, connectionTimeoutMillis: patience, keepAlive: true, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  let last = { answered: false, until: 0 };
  let asking: Promise<boolean> | null = null;

  async function ask(): Promise<boolean> {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch {
      return false;
    }
    const late = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref());
    const answered = await Promise.race([client.query('select 1').then(() => true, () => false), late]);
    client.release(!answered);
    return answered;
  }

  return {
    async answers() {
      if (Date.now() < last.until) return last.answered;
      asking ??= ask().then((answered) => {
        last = { answered, until: Date.now() + (answered ? goodFor : badFor) };
        asking = null;
        return answered;
      });
      return asking;
    },
    leave: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}
