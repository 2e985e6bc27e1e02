// A database server that stands still in the middle of a transaction, or dies: what is told to be kept afterwards is kept.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf } from '#app/platform/failures.server.ts';
import { openData, type Data } from '#db/index.server.ts';
import { startPostgres, type PostgresServer } from '#tests/support/postgres-server.ts';

const server: PostgresServer | null = await startPostgres({ durable: true });
let data: Data;

beforeAll(async () => {
  if (server) data = await openData(`${server.address}?query_timeout=700&statement_timeout=600`);
});

afterAll(async () => {
  server?.thaw();
  await data?.close();
  await server?.remove();
});

const failed = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => failureOf(error));

/** As another connection sees it: what is committed. */
async function keptJobs(): Promise<string[]> {
  const client = new pg.Client({ connectionString: server!.address });
  await client.connect();
  const { rows } = await client.query<{ survey_id: string }>('select survey_id from survey_jobs order by survey_id');
  await client.end();
  return rows.map((row) => row.survey_id);
}

const job = (surveyId: string) => ({ surveyId, kind: 'seal' as const, state: 'running' as const, failure: null });

test.runIf(server)('frozen within a transaction, it leaves no connection on which later work is lost', async () => {
  expect(await data.answers()).toBe(true);
  let frozen = await failed(
    data.transaction(async (stores) => {
      await stores.surveyJobs.save(job('half'));
      server!.freeze();
      await stores.surveyJobs.save(job('other half'));
    }),
  );
  expect(frozen).toBe('database');
  expect(await data.answers()).toBe(false);
  expect(await data.ready()).toBe(false);
  frozen = await failed(data.surveyJobs.save(job('while frozen')));
  expect(frozen).toBe('database');
  server!.thaw();
  while (!(await data.answers())) await new Promise((resolve) => setTimeout(resolve, 50));
  // More than the pool has connections.
  const names = Array.from({ length: 12 }, (_, index) => `after-${String(index).padStart(2, '0')}`);
  await Promise.all(names.map((name) => data.surveyJobs.save(job(name))));
  const kept = await keptJobs();
  expect(kept.filter((name) => name.startsWith('after-'))).toEqual(names);
  expect(kept).not.toContain('half');
});

test.runIf(server)('killed and back, it has everything that was acknowledged', async () => {
  await data.surveyJobs.save(job('before the end'));
  // Between two statements of a transaction nobody waits for the connection: its end must not be the end of the process.
  const cut = data.transaction(async (stores) => {
    await stores.surveyJobs.save(job('cut'));
    await server!.kill();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stores.surveyJobs.save(job('cut too'));
  });
  expect(await failed(cut)).toBe('database');
  expect(await failed(data.surveyJobs.save(job('meanwhile')))).toBe('database');
  // An answer is good for a second.
  while (await data.answers()) await new Promise((resolve) => setTimeout(resolve, 50));
  await server!.start();
  while (!(await data.answers())) await new Promise((resolve) => setTimeout(resolve, 50));
  await data.surveyJobs.save(job('back'));
  expect(await keptJobs()).toEqual(expect.arrayContaining(['before the end', 'back']));
});
