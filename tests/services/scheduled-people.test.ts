// The people file that is taken by itself: what goes in, what waits for a person, and how every failure ends: clear, and with nothing changed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { peopleSourceForm } from '#app/forms/people-source.ts';
import { usualSource, type PeopleSource } from '#app/domain/organisation/people-source.ts';
import { fetchPeople, isOpenAddress } from '#app/services/organisation/fetch-people.server.ts';
import { importPeople } from '#app/services/organisation/import-people.server.ts';
import { beginImport } from '#app/services/organisation/import-staged.server.ts';
import { lookAtScheduled, saveSource, scheduledTrouble, sourceView, takeScheduled } from '#app/services/organisation/scheduled-import.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { testApp, type TestApp, type TestOptions } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';

const header = 'employee_id,name,email,department';
const person = (at: number, department = at % 2 ? 'Sales' : 'Legal', email = `p${at}@amber.example`) => `E${at},Person ${at},${email},Amber / ${department}`;
const fileOf = (rows: readonly string[]) => [header, ...rows].join('\n');
const twenty = Array.from({ length: 20 }, (_, at) => person(at));

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'murmur-folder-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (rows: readonly string[], name = 'people.csv') => writeFileSync(join(root, name), fileOf(rows));

/** The company of the file; HR is its first person. A new day begins with each `night`. */
async function company(options: TestOptions = {}, source: Partial<PeopleSource> = { kind: 'folder', place: 'people.csv' }): Promise<TestApp> {
  const app = await testApp({ peopleFolder: root, ...options });
  await app.data.organisation.save({ name: 'Amber', languages: ['en'], language: 'en', k: 5, created: app.today(), timeZone: null });
  await importPeople(app, null, { people: new TextEncoder().encode(fileOf(twenty)), departments: null });
  const hr = (await app.data.people.byEmail('p1@amber.example'))!;
  await app.data.roles.grant(hr.id, 'hr');
  const saved = await saveSource(app, await actorFor(app, hr.id), { ...usualSource, ...source });
  if (!saved.ok) throw new Error(saved.because);
  return app;
}

const hrOf = async (app: TestApp) => actorFor(app, (await app.data.people.byEmail('p1@amber.example'))!.id);

async function night(app: TestApp, day: string) {
  app.setNow(`${day}T02:00:00Z`);
  await takeScheduled(app);
  return (await sourceView(app)).standing;
}

const logOf = async (app: TestApp) => (await app.data.organisation.changes()).map(({ setting, from, to }) => [setting, from, to]);

const left: readonly (readonly [string, readonly string[], string])[] = [
  ['departments that were merged', twenty.map((_, at) => person(at, 'Sales')), 'departments'],
  ['a department that was renamed', twenty.map((_, at) => person(at, at % 2 ? 'Market' : 'Legal')), 'departments'],
  ['somebody with another address', [person(0, 'Legal', 'mallory@amber.example'), ...twenty.slice(1)], 'addresses'],
  ['a row that cannot come in', [...twenty, 'E20,,x@amber.example,Amber / Sales'], 'problems'],
];

describe('a night', () => {
  test('takes who joined, at its hour, once a day, and says in the log how many and not who', async () => {
    const app = await company();
    put([...twenty, person(20), person(21)]);
    app.setNow('2026-11-23T01:59:00Z');
    await takeScheduled(app);
    expect((await sourceView(app)).standing).toBeNull();
    expect(await night(app, '2026-11-23')).toMatchObject({ outcome: 'taken', counts: { joined: 2, left: 0 } });
    expect(await app.data.people.count()).toBe(22);
    expect(await logOf(app)).toContainEqual(['scheduled-people', '20', '22']);
    expect(JSON.stringify(await logOf(app))).not.toMatch(/Person|amber\.example|E2\d/);
    put([...twenty, person(20), person(21), person(22)]);
    await takeScheduled(app);
    expect(await app.data.people.count()).toBe(22);
    expect(await night(app, '2026-11-24')).toMatchObject({ outcome: 'taken' });
    expect(await night(app, '2026-11-25')).toMatchObject({ outcome: 'unchanged' });
    expect(await scheduledTrouble(app)).toBeNull();
  });

  test('leaves a file with too many leavers to a person, whose home tells the difference', async () => {
    const app = await company();
    put(twenty.slice(0, 15));
    expect(await night(app, '2026-11-23')).toMatchObject({ outcome: 'waits', waiting: ['leavers'], counts: { left: 5 } });
    expect(await app.data.people.count()).toBe(20);
    const hr = await hrOf(app);
    expect((await homeOf(app, hr)).peopleFile).toMatchObject({ outcome: 'waits', counts: { left: 5 } });
    const employee = await actorFor(app, (await app.data.people.byEmail('p2@amber.example'))!.id);
    expect((await homeOf(app, employee)).peopleFile).toBeNull();
    const stage = await lookAtScheduled(app);
    if (!stage.ok) throw new Error(stage.because);
    await beginImport(app, hr, stage.value);
    expect(await app.data.people.count()).toBe(15);
    expect((await homeOf(app, hr)).peopleFile).toBeNull();
  });

  test.each(left)('leaves %s to a person', async (_name, rows, reason) => {
    const app = await company();
    put(rows);
    const before = JSON.stringify([await app.data.people.all(), await app.data.departments.all()]);
    expect((await night(app, '2026-11-23'))?.waiting).toContain(reason);
    expect(JSON.stringify([await app.data.people.all(), await app.data.departments.all()])).toBe(before);
    // The same again is not logged again.
    await night(app, '2026-11-24');
    expect((await logOf(app)).filter(([setting]) => setting === 'scheduled-waits')).toHaveLength(1);
  });

  test('ends clearly where the file is missing, a pipe or outside the folder, also behind a link', async () => {
    const app = await company({}, { kind: 'folder', place: 'people.csv' });
    expect(await night(app, '2026-11-23')).toMatchObject({ outcome: 'failed', failure: 'file-missing' });
    expect(await scheduledTrouble(app)).toMatchObject({ failure: 'file-missing' });
    const outside = mkdtempSync(join(tmpdir(), 'murmur-outside-'));
    writeFileSync(join(outside, 'secret.csv'), fileOf(twenty));
    symlinkSync(join(outside, 'secret.csv'), join(root, 'link.csv'));
    mkdirSync(join(root, 'below'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const of = async (place: string) => fetchPeople(app, { kind: 'folder', place, header: '', secret: '' });
    for (const place of ['link.csv', `../${outside.split('/').at(-1)}/secret.csv`]) expect(await of(place)).toMatchObject({ because: 'outside-folder' });
    for (const place of ['below', 'pipe', '/etc/passwd', 'x\0y']) expect(await of(place)).toMatchObject({ because: 'file-missing' });
    writeFileSync(join(root, 'empty.csv'), '');
    expect(await of('empty.csv')).toMatchObject({ because: 'empty' });
    expect(await app.data.people.count()).toBe(20);
    rmSync(outside, { recursive: true });
  });
});

describe('an address', () => {
  const servers: Server[] = [];
  let certificates: string;

  beforeAll(() => {
    certificates = mkdtempSync(join(tmpdir(), 'murmur-tls-'));
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key', '-out', 'cert', '-days', '3650', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'], { cwd: certificates, stdio: 'ignore' });
  });

  afterAll(() => rmSync(certificates, { recursive: true, force: true }));

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function otherSide(answer: RequestListener): Promise<string> {
    const server = createServer({ key: readFileSync(join(certificates, 'key')), cert: readFileSync(join(certificates, 'cert')) }, answer);
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, resolve));
    return `https://localhost:${(server.address() as AddressInfo).port}/people`;
  }

  const known = () => ({ peopleHosts: ['localhost'], peopleCa: readFileSync(join(certificates, 'cert'), 'utf8') });
  const source = (place: string) => ({ kind: 'address' as const, place, header: 'X-Api-Key', secret: 'open sesame' });

  test('gives the file to who shows the secret', async () => {
    const seen: unknown[] = [];
    const place = await otherSide((request, response) => {
      seen.push(request.headers['x-api-key']);
      response.end(fileOf([...twenty, person(20)]));
    });
    const app = await company(known(), source(place));
    expect(await night(app, '2026-11-23')).toMatchObject({ outcome: 'taken', counts: { joined: 1 } });
    expect(seen).toEqual(['open sesame']);
    expect(JSON.stringify(await sourceView(app))).not.toContain('sesame');
  });

  test.each([
    ['answers 500', (_, response) => void response.writeHead(500).end('no'), { failure: 'answered', status: 500 }],
    ['sends on to another address', (_, response) => void response.writeHead(302, { location: 'https://169.254.169.254/' }).end(), { failure: 'moved', status: 302 }],
    ['breaks off', (_, response) => void response.writeHead(200, { 'content-length': '9999' }).write('employee_id', () => response.destroy()), { failure: 'no-answer' }],
    ['says nothing', (_, response) => void response.end(), { failure: 'empty' }],
  ] as [string, RequestListener, object][])('that %s changes nothing and says why', async (_name, answer, told) => {
    const app = await company(known(), source(await otherSide(answer)));
    expect(await night(app, '2026-11-23')).toMatchObject({ outcome: 'failed', ...told });
    expect(await app.data.people.count()).toBe(20);
    expect((await logOf(app)).filter(([setting]) => setting === 'scheduled-failed')).toHaveLength(1);
  });

  test('that would speak another protocol is given up: it would be waited for until the next start', async () => {
    const app = await company(known());
    const switching: RequestListener = (request) => void request.socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
    expect(await fetchPeople(app, source(await otherSide(switching)))).toMatchObject({ because: 'no-answer' });
  }, 20_000);

  test('that hangs is given up, before its head as in its middle', async () => {
    const app = await company(known());
    for (const answer of [() => undefined, (_: unknown, response: { write(text: string): void }) => response.write('employee_id')]) {
      expect(await fetchPeople(app, source(await otherSide(answer as RequestListener)), 300)).toMatchObject({ because: 'no-answer' });
    }
  });

  test('in the own network is asked only where the operator named its host', async () => {
    let asked = 0;
    const place = await otherSide((_, response) => void (asked += 1, response.end(fileOf(twenty))));
    const app = await company({ ...known(), peopleHosts: [] });
    const port = new URL(place).port;
    for (const host of ['localhost', '127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254']) {
      expect(await fetchPeople(app, source(`https://${host}:${port}/people`)), host).toMatchObject({ because: 'own-network' });
    }
    expect(await fetchPeople(app, source(place.replace('https', 'http')))).toMatchObject({ because: 'not-https' });
    expect(asked).toBe(0);
  });

  test.each([
    ['8.8.8.8', true], ['1.1.1.1', true], ['2606:4700::1111', true],
    ['127.0.0.1', false], ['10.1.2.3', false], ['172.31.0.1', false], ['192.168.1.1', false], ['169.254.169.254', false], ['100.100.0.1', false], ['0.0.0.0', false], ['224.0.0.1', false], ['255.255.255.255', false],
    ['::1', false], ['::', false], ['fe80::1', false], ['fd00::1', false], ['ff02::1', false], ['::ffff:10.0.0.1', false], ['::ffff:a00:1', false], ['64:ff9b::a00:1', false], ['2002:7f00:1::', false], ['', false],
  ])('%j is open to everybody: %s', (address, open) => {
    expect(isOpenAddress(address)).toBe(open);
  });

  test('keeps its secret when saved again, and asks for it anew where it would go to somebody else', async () => {
    const app = await company({}, source('https://hr.example/people'));
    const hr = await hrOf(app);
    const again = { ...usualSource, ...source('https://hr.example/other'), secret: '' };
    expect(await saveSource(app, hr, again)).toMatchObject({ ok: true });
    expect((await app.data.peopleSource.get())?.source.secret).toBe('open sesame');
    expect(await saveSource(app, hr, { ...again, place: 'https://mallory.example/people' })).toMatchObject({ because: 'secret-again' });
    expect(await saveSource(app, hr, { ...again, header: 'Cookie' })).toMatchObject({ because: 'secret-again' });
    expect(v.safeParse(peopleSourceForm, { ...again, secret: 'x', header: '', hour: '2', leavers: '5' }).issues?.map(({ message, path }) => [path?.[0]?.key, message])).toEqual([['header', 'required']]);
    expect(await saveSource(await company({}), hr, again)).toMatchObject({ because: 'required' });
  });
});
