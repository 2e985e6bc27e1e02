// The interface for programs: who may read what, that its description and its answers are the same, and that tokens end.
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import express from 'express';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { latestDay, scopes, type Scope } from '#app/domain/access/machine-token.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { machines } from '#app/http/machines.server.ts';
import { endpoints } from '#app/http/machine-endpoints.server.ts';
import { turnstile } from '#app/http/turnstile.server.ts';
import { action, loader } from '#app/routes/privacy.machines.tsx';
import { loader as report } from '#app/routes/results.$id.report[.]json.tsx';
import { endToken, makeToken, tokensRunning } from '#app/services/access/machine-tokens.server.ts';
import { changeRole } from '#app/services/access/grant-role.server.ts';
import { passOn } from '#app/services/reports/pass-words-on.server.ts';
import { privacyOverview } from '#app/services/privacy/change-settings.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWave, publishWaves } from '#tests/support/published.ts';
import { cookieOf, visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Zebra Accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
];
const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14 };
let waves: readonly Closed[];
let app: TestApp;
let url = '';
const servers: Server[] = [];

beforeAll(() => {
  const texts = Array.from({ length: 6 }, (_, at) => ({ row: at * 6, text: `Fewer rotas ${at}` }));
  waves = [1, 2].map((seed) => aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people, seed, texts, wordsFor: 'heads', mood: (department) => (department === 'north' ? 2 : 3.6) }));
});

async function serve(rate?: { burst: number; perSecond: number }): Promise<string> {
  const server = createServer(express().use('/api/v1', machines(app, { ...turnstile(), ...(rate && { rate }) })));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
}

beforeEach(async () => {
  app = await testApp();
  await app.data.installation.setKey('of this installation');
  await aSmallCompany(app);
  await publishWaves(app, waves);
  url = await serve();
});

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
});

async function aToken(given: readonly Scope[] = scopes, days = 30): Promise<string> {
  const made = await makeToken(app, await actorFor(app, 'hr'), { request: `t-${app.newId()}`, name: 'Dashboard', scopes: given, lastDay: addDays(app.today(), days) });
  if (!made.ok) throw new Error(made.because);
  return made.value;
}

const get = (path: string, token: string | null, init: RequestInit = {}) => fetch(url + path, { ...init, headers: { ...init.headers as Record<string, string>, ...(token !== null && { authorization: `Bearer ${token}` }) } });
const filled = (path: string) => path.replace('{survey}', 'pulse-2');

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> }>>;
}

interface Described {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

async function described() {
  const description = (await (await get('/openapi.json', null)).json()) as Described;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'api', components: description.components });
  const problemsOf = (name: string, value: unknown) => {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`)!;
    return validate(value) ? [] : validate.errors;
  };
  return { description, problemsOf };
}

describe('the description', () => {
  test('names every address there is and no other, and every answer is as it says', async () => {
    const { description, problemsOf } = await described();
    expect(Object.keys(description.paths)).toEqual(endpoints.map(({ path }) => path));
    const token = await aToken();
    expect(await passOn(app, await actorFor(app, 'hr'), { surveyId: 'pulse-2', department: 'amber' })).toMatchObject({ ok: true });
    for (const [path, { get: operation }] of Object.entries(description.paths)) {
      const answer = await get(filled(path), token);
      expect(answer.status, path).toBe(200);
      const [type, { schema }] = Object.entries(operation.responses['200']!.content)[0]!;
      expect(answer.headers.get('content-type'), path).toBe(`${type}; charset=utf-8`);
      if (schema.$ref === undefined) expect(await answer.text()).toMatch(/^release,survey,closed,table/);
      else expect(problemsOf(schema.$ref.split('/').at(-1)!, await answer.json()), path).toEqual([]);
      for (const refused of [await get(filled(path), 'murmur_none'), await get(`${filled(path)}?nonsense=1`, token)]) {
        expect([400, 401]).toContain(refused.status);
        expect(problemsOf('Error', await refused.json()), path).toEqual([]);
      }
    }
  });

  test('would find an answer that is not as it says', async () => {
    const { problemsOf } = await described();
    expect(problemsOf('ReleaseList', { api: 1, releases: [{ survey: 'pulse-1' }] })).not.toEqual([]);
    expect(problemsOf('Section', { id: 'a', heading: 'A', blocks: [], sections: [{ id: 'b' }] })).not.toEqual([]);
  });
});

describe('what is read', () => {
  test('of a department is read by the very id that the list tells, also where that is a path of names, as in past surveys', async () => {
    const path = 'past / vertrieb / süd-west & 東';
    const named = tree.map((one) => (one.id === 'north' ? { ...one, id: path, name: 'Süd-West & 東' } : one));
    await publishWave(app, aClosedSurvey({ id: 'earlier', closed: '2026-03-20', tree: named, people: { [path]: 12, south: 9, operations: 14 }, seed: 3 }), { position: 2, previous: null });
    const token = await aToken();
    const { departments } = (await (await get('/releases/earlier/departments', token)).json()) as { departments: { id: string }[] };
    expect(departments.map(({ id }) => id)).toContain(path);
    for (const { id } of departments) for (const asked of ['/releases/earlier/cells.json', '/releases/earlier/cells.csv', '/surveys/earlier/report']) expect((await get(`${asked}?department=${encodeURIComponent(id)}`, token)).status, `${asked} ${id}`).toBe(200);
    expect((await get('/releases/earlier/cells.json?department=', token)).status).toBe(400);
    expect((await get(`/releases/earlier/cells.json?department=${encodeURIComponent(`${path}x`)}`, token)).status).toBe(404);
  });

  test('is what the pages’ own files say, to the last cell', async () => {
    const token = await aToken();
    for (const department of ['amber', 'north']) {
      const file = JSON.parse(await ((await visit(app, report as never, `/results/pulse-2/report.json?department=${department}`, { as: 'hr', params: { id: 'pulse-2' } })) as Response).text()) as object;
      expect(await (await get(`/releases/pulse-2/cells.json?department=${department}`, token)).json()).toEqual({ api: 1, ...file });
    }
  });

  test('are comments as they were passed on, and none before', async () => {
    const token = await aToken();
    const all = async () => (await Promise.all(endpoints.map(async ({ path }) => (await get(filled(path), token)).text()))).join();
    expect(await all()).not.toContain('Fewer rotas');
    await passOn(app, await actorFor(app, 'hr'), { surveyId: 'pulse-2', department: 'amber' });
    expect(await all()).toContain('Fewer rotas 5');
  });

  test('are departments that have a number of their own, and no name of another', async () => {
    const token = await aToken();
    const { departments } = (await (await get('/releases/pulse-2/departments', token)).json()) as { departments: { id: string; parent: string | null }[] };
    expect(departments.map(({ id }) => id)).not.toContain('key-accounts');
    expect(departments.find(({ id }) => id === 'amber')).toMatchObject({ parent: null });
    for (const { id } of departments) expect((await get(`/releases/pulse-2/cells.json?department=${id}`, token)).status, id).toBe(200);
    const told = await Promise.all(['/releases/pulse-2/cells.json?department=key-accounts', '/releases/pulse-2/cells.json?department=no-such', '/releases/no-such/cells.csv', '/surveys/no-such/report', '/no-such'].map(async (path) => {
      const answer = await get(path, token);
      return `${answer.status} ${await answer.text()}`;
    }));
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toMatch(/^404 .*There is nothing/);
  });

  test('is in the language that was asked for, refusals too', async () => {
    const token = await aToken();
    expect(await (await get('/surveys/pulse-2/report?language=zh-Hant', token)).text()).toContain('評估報告');
    expect(await (await get('/surveys/no-such/report?language=zh-Hans', token)).text()).toContain('没有可以显示的内容');
    expect((await get('/surveys/pulse-2/report?language=fr', token)).status).toBe(400);
  });
});

describe('who reads', () => {
  test('nobody without a token in its header: not with a session, not in the address, not with another kind', async () => {
    const token = await aToken();
    const cookie = await cookieOf(app, 'hr');
    const tries = [get('/releases', null), get('/releases', null, { headers: { cookie } }), get(`/releases?access_token=${token}`, null), get('/releases', null, { headers: { authorization: `Basic ${token}` } }), get('/releases', `${token}x`)];
    for (const answer of await Promise.all(tries)) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    const foreign = await get('/releases', token, { headers: { origin: 'https://elsewhere.example' } });
    expect([...foreign.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await get('/releases', token, { method: 'POST' })).status).toBe(405);
    expect((await get('/releases', token, { method: 'OPTIONS' })).status).toBe(405);
  });

  test('a token opens its own parts alone', async () => {
    for (const scope of scopes) {
      const token = await aToken([scope]);
      for (const { path, scope: needed } of endpoints) expect((await get(filled(path), token)).status, `${scope} ${path}`).toBe(needed === scope ? 200 : 403);
    }
  });

  test('a token ends with its day, with its end, with the role of its maker for good, and when its maker leaves', async () => {
    const status = async (token: string) => (await get('/releases', token)).status;
    const admin = await actorFor(app, 'admin');
    const [day, ended, role] = [await aToken(scopes, 1), await aToken(), await aToken()];
    const listed = (await tokensRunning(app)).filter(({ lastDay }) => lastDay === addDays(app.today(), 30));
    expect(await endToken(app, await actorFor(app, 'hr'), listed[0]!.id)).toBe(true);
    expect([await status(ended), await status(role)].sort()).toEqual([200, 401]);
    app.setNow('2026-11-23');
    expect(await status(day)).toBe(200);
    app.setNow('2026-11-24');
    expect(await status(day)).toBe(401);
    const last = await aToken();
    for (const grant of [false, true]) expect(await changeRole(app, admin, { personId: 'hr', role: 'hr', grant })).toMatchObject({ ok: true });
    expect(await status(last)).toBe(401);
    const leaver = await aToken();
    const person = (await app.data.people.get('hr'))!;
    await app.data.people.save({ ...person, leftOn: app.today() });
    expect(await status(leaver)).toBe(401);
  });

  test('each token has a measure of its own, and who has none uses up nobody’s', async () => {
    url = await serve({ burst: 3, perSecond: 0.001 });
    const [one, other] = [await aToken(), await aToken()];
    const statusesOf = async (token: string, times: number) => {
      const seen: number[] = [];
      for (let time = 0; time < times; time += 1) seen.push((await get('/releases', token)).status);
      return seen;
    };
    expect(await statusesOf('murmur_nobody', 5)).toEqual([401, 401, 401, 429, 429]);
    expect(await statusesOf(one, 4)).toEqual([200, 200, 200, 429]);
    expect(await statusesOf(other, 1)).toEqual([200]);
  });
});

describe('the page on which they are made', () => {
  const post = (form: Record<string, string | readonly string[]>, as = 'hr') => visit(app, action as never, '/privacy/machines', { as, form });
  const wish = { intent: 'make', request: 'r-1', name: 'Data warehouse', scopes: ['results', 'plans'], lastDay: '2027-01-31' };

  test('shows a token once, keeps its hash alone, and says in public and in the journal what was made, used and ended', async () => {
    const made = (await post(wish)) as unknown as { name: string; secret: string };
    expect(made.secret).toMatch(/^murmur_/);
    expect(await post(wish)).toMatchObject({ status: 422 });
    for (let time = 0; time < 2; time += 1) expect((await get('/plans', made.secret)).status).toBe(200);
    const seen = JSON.stringify(await visit(app, loader as never, '/privacy/machines', { as: 'hr' }));
    expect(seen).toContain('Data warehouse');
    await post({ intent: 'end', token: 'r-1' });
    expect((await get('/plans', made.secret)).status).toBe(401);
    const log = (await privacyOverview(app)).log.map(({ code, from, to }) => `${code} ${from} → ${to}`);
    expect(log).toEqual(expect.arrayContaining(['token-made results, plans → Data warehouse', 'token-ended Data warehouse → ']));
    app.setNow('2026-11-23');
    const journal = (await app.data.journal.pendingBefore(app.today())).map(({ text }) => text).join();
    for (const kind of ['token-made', 'token-used', 'token-ended']) expect(journal.split(`"${kind}"`), kind).toHaveLength(2);
    for (const told of [seen, JSON.stringify(log), journal, app.logged.join()]) expect(told).not.toContain(made.secret.slice(7));
  });

  test('refuses a day that is over or more than a year away, no part, and who is not HR', async () => {
    for (const lastDay of ['2026-11-21', addDays(latestDay(app.today()), 1)]) expect(await post({ ...wish, lastDay })).toMatchObject({ status: 422 });
    expect(await post({ ...wish, scopes: [] })).toMatchObject({ status: 422 });
    expect(await post(wish, 'admin')).toMatchObject({ status: 403 });
    expect(await makeToken(app, await actorFor(app, 'admin'), { ...wish, scopes: ['results'], lastDay: app.today() })).toMatchObject({ because: 'forbidden' });
    expect(await tokensRunning(app)).toEqual([]);
    expect(await post({ ...wish, lastDay: latestDay(app.today()) })).toMatchObject({ name: 'Data warehouse' });
  });
});
