// The built server in a process of its own, under a clock that the test moves: what is open a minute before midnight in Los Angeles is
// closed a minute after it, and every page names the same day.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Fetch } from '#app/ballot/drop.ts';
import { vote } from '#app/ballot/vote.ts';
import { buildIfNeeded } from '#app/cli/built.mjs';
import { day } from '#app/domain/kernel/day.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { enterByLink, newSignInLink } from '#app/services/access.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { freePort } from '#tests/support/free-port.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

// The clock is handed over as a value: nothing outside the process can move the clock of a server that was started as usual.
const script = `
  const { serve } = await import(process.cwd() + '/build/server/index.js');
  let now = Number(process.env.START);
  process.on('message', (at) => { now = at; process.send('moved'); });
  await serve({ dataFolder: process.env.FOLDER, port: Number(process.env.PORT) }, () => new Date(now));
  process.send('ready');
`;

function told(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => message === word && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function cookieOf(app: TestApp, personId: string): Promise<string> {
  const link = await newSignInLink(app, personId, { minutes: 60, to: '/', reusable: false });
  const entered = await enterByLink(app, link.slice(link.lastIndexOf('/') + 1));
  if (!entered.ok) throw new Error(entered.because);
  return sessionCookie(app, entered.value.secret, entered.value.seconds).split(';')[0]!;
}

test('the real server closes at midnight where the company is, and names the same day everywhere', { timeout: 300_000 }, async () => {
  expect(buildIfNeeded()).toBe(true);
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-clock-'));
  folders.push(dataFolder);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const midnight = Date.parse('2026-12-09T08:00:00Z');

  const app = await ballotApp({ now: '2026-12-07T20:00:00Z', timeZone: 'America/Los_Angeles', publicUrl: url, dataFolder, database: join(dataFolder, 'murmur.sqlite') });
  const { hash } = await sealed(app, aDraft('pulse', { opens: day('2026-12-07'), closes: day('2026-12-08') }));
  const people = (await everybody(app)).slice(0, 25);
  const cookies = await Promise.all(people.map((personId) => cookieOf(app, personId)));
  await letGo(app);

  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_ENV: 'production', MURMUR_URL: url, MURMUR_TZ: 'America/Los_Angeles', PORT: String(port), FOLDER: dataFolder, START: String(midnight - 60_000) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  await told(child, 'ready');
  const votes = (cookie: string) => {
    const reach = (path: string, init: RequestInit = {}) =>
      fetch(url + path, { ...init, headers: { origin: url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie }) } });
    return vote({ fetch: reach as Fetch, manifestHash: hash, answers: { 'PAY-01': 4 } as never });
  };
  const page = async (path: string) => await fetch(url + path, { headers: { cookie: cookies[0]! } }).then((reply) => reply.text());

  for (const cookie of cookies.slice(0, -1)) expect(await votes(cookie)).toMatchObject({ ok: true });
  expect(await page('/')).toContain('until 8 December 2026');

  const moved = told(child, 'moved');
  child.send(midnight + 60_000);
  await moved;
  expect(await votes(cookies.at(-1)!)).toMatchObject({ ok: false });

  // The server's own job closes it within a minute.
  let stored = await app.data.releases.ofSurvey('pulse');
  for (; stored === null; stored = await app.data.releases.ofSurvey('pulse')) await new Promise((resolve) => setTimeout(resolve, 500));
  const release = JSON.parse(stored.text) as Release;
  expect(release.survey.closed).toBe('2026-12-08');
  expect(release.counts.ballots).toBe(24);
  expect(await page('/')).toContain('closed on 8 December 2026');
  const results = await page('/results');
  expect(results).toContain('8 December 2026');
  expect(results).not.toContain('9 December 2026');
});
