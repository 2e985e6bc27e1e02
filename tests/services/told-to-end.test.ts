// The real server is told to end (SIGTERM) in the middle of long work. It ends by itself, and the next start goes on; nothing is lost and
// nothing happens twice. How many seconds the end took is printed and not judged: the machine may be busy.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { buildIfNeeded } from '#app/cli/built.mjs';
import { day, addDays } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, aDraftWithTable } from '#tests/support/drafts.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { cookieOf } from '#tests/support/visit.ts';

const folders: string[] = [];
const servers: BuiltServer[] = [];

beforeAll(() => {
  expect(buildIfNeeded()).toBe(true);
}, 300_000);

afterEach(async () => {
  for (const server of servers.splice(0)) if (server.child.exitCode === null) await server.end('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const today = day(new Date().toISOString().slice(0, 10));
const nowIso = () => new Date().toISOString();

interface Prepared {
  readonly folder: string;
  readonly port: number;
  readonly cookie: string;
  start(environment?: Readonly<Record<string, string>>): Promise<BuiltServer>;
  /** The same data, looked at beside a server or without one. */
  look<T>(work: (app: TestApp) => Promise<T>): Promise<T>;
}

async function prepared(prepare: (app: TestApp) => Promise<void>): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-told-'));
  folders.push(folder);
  const port = await freePort();
  const look: Prepared['look'] = async (work) => {
    const app = await testApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), now: nowIso(), publicUrl: `http://localhost:${port}` });
    const result = await work(app);
    await letGo(app);
    await app.data.close();
    return result;
  };
  const cookie = await look(async (app) => {
    await aSmallCompany(app);
    await prepare(app);
    return cookieOf(app, 'hr');
  });
  const start: Prepared['start'] = async (environment) => {
    const server = await startBuilt(folder, port, environment);
    servers.push(server);
    return server;
  };
  return { folder, port, cookie, start, look };
}

const post = ({ url }: BuiltServer, cookie: string, path: string, body: URLSearchParams | FormData = new URLSearchParams()) =>
  fetch(url + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin: url }, body });

async function ended(server: BuiltServer, while_: string): Promise<number | null> {
  const { code, seconds } = await server.end('SIGTERM');
  process.stdout.write(`told to end while ${while_}: ended with ${code} after ${seconds.toFixed(1)} s\n`);
  expect(server.said()).not.toMatch(/driver has already been destroyed|unhandled/i);
  return code;
}

const within = { timeout: 120_000, interval: 100 };
const opensToday = { opens: today, closes: addDays(today, 7) };

test('while a survey of forty departments is sealed', { timeout: 300_000 }, async () => {
  const place = await prepared(async (app) => {
    const names = Array.from({ length: 40 }, (_, index) => `team-${index}`);
    await app.data.departments.saveAll(names.map((id, position) => aDepartment(id, { parentId: 'amber', name: id, position: position + 10 })));
    await app.data.people.saveAll(names.flatMap((departmentId) => Array.from({ length: 10 }, (_, index) => aPerson(`${departmentId}-${index}`, { departmentId, language: 'en' }))));
    await app.data.surveys.add(aDraft('pulse', opensToday));
  });
  const first = await place.start();
  const asked = post(first, place.cookie, '/surveys/pulse/seal').catch(() => null);
  await place.look((app) => expect.poll(async () => (await app.data.surveyJobs.get('pulse', 'seal'))?.done, within).toBeGreaterThan(0));
  expect(await ended(first, 'sealing')).toBe(0);
  await asked;
  expect(await place.look(async (app) => (await app.data.surveys.get('pulse'))?.state)).toBe('draft');
  // What was made is not made again.
  expect(readdirSync(join(place.folder, 'open')).filter((name) => !name.startsWith('.held'))).toEqual(['.keys-pulse']);
  const second = await place.start();
  await place.look((app) => expect.poll(async () => (await app.data.surveys.get('pulse'))?.state, within).toBe('sealed'));
  expect((await fetch(`${second.url}/surveys/pulse`, { headers: { cookie: place.cookie } })).status).toBe(200);
  await place.look(async (app) => {
    expect(await app.data.surveyJobs.get('pulse', 'seal')).toBeNull();
    app.setNow(addDays(today, 2));
    const noted = (await app.data.journal.pendingBefore(app.today())).filter(({ text }) => text.includes('sealed'));
    expect(noted).toHaveLength(1);
    expect(noted[0]!.text).toContain('Person hr');
  });
  expect(await ended(second, 'nothing is under way')).toBe(0);
});

test('while a survey is tallied', { timeout: 300_000 }, async () => {
  const place = await prepared(async (app) => {
    await app.data.surveys.add(aDraftWithTable('pulse'));
    await app.data.surveys.replace({ ...aDraftWithTable('pulse'), ...opensToday }, 'draft');
    expect(await sealSurvey({ ...app, config: { ...app.config, buildFolder: 'build' } }, 'pulse')).toMatchObject({ ok: true });
    await rehearse(app, 'pulse', Array.from({ length: 14 }, (_, index) => ({ personId: `operations-${index + 1}`, answers: { 'PAY-01': 4 } })));
  });
  const first = await place.start();
  const asked = post(first, place.cookie, '/surveys/pulse/close').catch(() => null);
  await place.look((app) => expect.poll(async () => (await app.data.surveyJobs.get('pulse', 'tally'))?.state, { ...within, interval: 2 }).toBeDefined());
  expect(await ended(first, 'tallying')).toBe(0);
  await asked;
  await place.start();
  await place.look(async (app) => {
    await expect.poll(async () => (await app.data.surveyJobs.get('pulse', 'tally'))?.state, within).toBe('done');
    const releases = await app.data.releases.all();
    expect(releases.map(({ surveyId }) => surveyId)).toEqual(['pulse']);
    expect(JSON.parse(releases[0]!.text)).toMatchObject({ counts: { ballots: 14 } });
  });
});

test('while people are imported', { timeout: 300_000 }, async () => {
  const place = await prepared(async () => undefined);
  const first = await place.start();
  const rows = Array.from({ length: 20_000 }, (_, index) => `n-${index},Name ${index},n-${index}@amber.example,Amber / Team ${index % 50}`);
  const file = new FormData();
  file.set('people', new File([['employee_id,name,email,department', ...rows, ''].join('\n')], 'people.csv', { type: 'text/csv' }));
  const uploaded = await post(first, place.cookie, '/people/import', file);
  expect(uploaded.status).toBe(302);
  const stage = uploaded.headers.get('location')!;
  const asked = post(first, place.cookie, stage).then((reply) => reply.status, () => null);
  // Somewhere in it: before the transaction, within it or after it.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 3_000));
  const code = await ended(first, 'importing');
  const status = await asked;
  const count = () => place.look(async (app) => (await app.data.people.all()).filter(({ employeeId, leftOn }) => employeeId?.startsWith('n-') && leftOn === null).length);
  const before = await count();
  expect([0, 20_000]).toContain(before);
  if (status === 302) expect(before).toBe(20_000);
  process.stdout.write(`  the import was ${before === 0 ? 'taken back' : 'kept'}, exit ${code}, reply ${status ?? 'none'}\n`);
  const second = await place.start();
  if (before === 0) expect((await post(second, place.cookie, stage)).status).toBe(302);
  expect(await count()).toBe(20_000);
});

test('while letters leave', { timeout: 300_000 }, async () => {
  const received: string[] = [];
  const slow = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        received.push(session.envelope.rcptTo[0]!.address);
        setTimeout(done, 100);
      });
    },
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const at = slow.server.address();
  const smtp = { MURMUR_SMTP: `smtp://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`, MURMUR_MAIL_FROM: 'murmur@amber.example' };
  const place = await prepared(async (app) => {
    await app.data.letters.addAll(Array.from({ length: 120 }, (_, index) => newLetter({ id: `letter-${index}`, to: `to-${index}@amber.example`, subject: 'x', text: 'x', dueOn: today })));
  });
  const first = await place.start(smtp);
  await expect.poll(() => received.length, within).toBeGreaterThan(5);
  await ended(first, 'letters leave');
  await place.look(async (app) => {
    // What was claimed comes back after five minutes.
    app.setNow(new Date(Date.now() + 6 * 60_000).toISOString());
    const mailer = openMailer({ ...app.config, smtp: smtp.MURMUR_SMTP } as never)!;
    await expect.poll(async () => (await sendLetters(app, mailer), (await app.data.letters.counts()).waiting), within).toBe(0);
    mailer.close();
  });
  slow.close();
  expect(new Set(received).size).toBe(120);
  process.stdout.write(`  letters: 120, sent twice: ${received.length - 120}\n`);
});
