import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { openData } from '#db/index.server.ts';
import { databases } from '#tests/support/databases.ts';

test.runIf(inject('postgres'))('connections that the database server ends cost nothing but themselves', async () => {
  const database = databases.find(({ name }) => name === 'PostgreSQL')!;
  const address = await database.create();
  const data = await openData(address);
  await Promise.all([data.people.count(), data.people.count(), data.surveys.all()]);
  const other = new pg.Client({ connectionString: address });
  await other.connect();
  const ended = await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  await other.end();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([ended.rowCount! > 0, await data.people.count()]).toEqual([true, 0]);
  await data.close();
  await database.remove(address);
});
