// How long the portal waits for a database server that does not answer.
import { createServer } from 'node:net';
import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { dialectOf } from '#db/dialects/dialect-of.ts';
import { openData } from '#db/index.server.ts';
import { databases } from '#tests/support/databases.ts';

async function asking<T>(address: string, work: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const db = new Kysely<unknown>({ dialect: dialectOf(address) });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

test('the database server ends a statement that never ends', async () => {
  const server = databases[1];
  if (!server) return;
  const address = await server.create();
  const { rows } = await asking(address, (db) =>
    sql<{ name: string; setting: string }>`select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`.execute(db),
  );
  expect(rows.map(({ name, setting }) => [name, Number(setting) > 0])).toEqual([
    ['idle_in_transaction_session_timeout', true],
    ['lock_timeout', true],
    ['statement_timeout', true],
  ]);
  await server.remove(address);
});

test('a database server that takes the connection and never speaks is an error, not a wait without end', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  await expect(openData(`postgres://murmur@127.0.0.1:${port}/murmur`)).rejects.toThrow(/timeout/i);
  silent.close();
}, 60_000);
