// The real server on a PostgreSQL that freezes and dies: it stays up, says so, refuses clearly, keeps its lease, and goes on by itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfNeeded } from '#app/cli/built.mjs';
import { testApp } from '#tests/support/app.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { startPostgres } from '#tests/support/postgres-server.ts';
import { cookieOf } from '#tests/support/visit.ts';

const database = await startPostgres({ durable: true });
const folder = mkdtempSync(join(tmpdir(), 'murmur-away-'));
let server: BuiltServer;
let cookie: string;

beforeAll(async () => {
  if (!database) return;
  expect(buildIfNeeded()).toBe(true);
  const app = await testApp({ dataFolder: folder, database: database.address, now: new Date().toISOString() });
  await aSmallCompany(app);
  cookie = await cookieOf(app, 'hr');
  await app.data.close();
  server = await startBuilt(folder, await freePort(), { MURMUR_DATABASE: database.address });
}, 300_000);

afterAll(async () => {
  database?.thaw();
  if (server && server.child.exitCode === null) await server.end('SIGKILL');
  await database?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const page = (path: string, language = 'en') => fetch(server.url + path, { headers: { cookie, accept: 'text/html', 'accept-language': language } });
const within = { timeout: 120_000, interval: 200 };

async function isAway(): Promise<void> {
  await expect.poll(async () => (await page('/')).status, within).toBe(503);
  for (const [language, sentence] of [['en', 'The database does not answer'], ['zh-CN', '数据库没有响应'], ['zh-TW', '資料庫沒有回應']] as const) {
    const refused = await page('/surveys', language);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await refused.text()).toContain(sentence);
  }
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('database: does not answer')]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/paper/pulse`, { headers: { cookie, origin: server.url } })).status).toBe(503);
}

async function isBack(): Promise<void> {
  await expect.poll(async () => (await page('/')).status, within).toBe(200);
  await expect.poll(async () => (await (await fetch(`${server.url}/readyz`)).text()).includes('database: ok'), within).toBe(true);
  expect(server.child.exitCode).toBeNull();
}

test.runIf(database)('frozen longer than a lease lasts, then back: the same server goes on', { timeout: 300_000 }, async () => {
  await isBack();
  database!.freeze();
  await isAway();
  await new Promise((resolve) => setTimeout(resolve, 32_000));
  await isAway();
  database!.thaw();
  await isBack();
  // Past the next time that it prolongs.
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  expect(server.child.exitCode).toBeNull();
  const app = await testApp({ dataFolder: folder, database: database!.address });
  await expect.poll(() => app.data.installation.isHeld(new Date().toISOString()), within).toBe(true);
});

test.runIf(database)('killed, then started again: the same server goes on, and ends in order when it is told to', { timeout: 300_000 }, async () => {
  await database!.kill();
  await isAway();
  await database!.start();
  await isBack();
  expect((await server.end('SIGTERM')).code).toBe(0);
  expect(server.said()).not.toMatch(/unhandled|at process\.processTicks.*\n.*exit/i);
});

test.runIf(database)('away at the start, it is one sentence with what to do', { timeout: 300_000 }, async () => {
  database!.freeze();
  await expect(startBuilt(folder, await freePort(), { MURMUR_DATABASE: database!.address })).rejects.toThrow(/ended with 1: .*no database server answers at/s);
  database!.thaw();
});
