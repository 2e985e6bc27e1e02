import { describe, expect, test } from 'vitest';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { privacyChecks } from '#app/domain/privacy/privacy-report.ts';
import { mostInAMinute } from '#app/http/pages.server.ts';
import { loader as checkPage } from '#app/routes/privacy.check.tsx';
import { mostLinks } from '#app/services/access/brake-links.server.ts';
import { ballotTrouble, hasUnannouncedProxy } from '#app/services/installation/notice-trouble.server.ts';
import { askForLink } from '#app/services/access.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aPerson } from '#tests/support/directory.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';
import { visit } from '#tests/support/visit.ts';
import { wholePortal } from '#tests/support/whole-portal.ts';

async function company(more = {}): Promise<TestApp> {
  const app = await testApp(more);
  await aSmallCompany(app);
  return app;
}

const waiting = async (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1000 });
const linkIn = (text: string) => /\/sign-in\/[\w-]+/.exec(text)![0];

test('three hundred people of an office sign in within the same minute from one address', async () => {
  const app = await company();
  const people = Array.from({ length: 300 }, (_, number) => aPerson(`office-${number}`, { departmentId: 'operations', language: 'en' }));
  await app.data.people.saveAll(people);
  const portal = await wholePortal(app);
  const asPagesDo = '/sign-in?index&_data=routes%2Fsign-in._index';
  for (const { email } of people) expect((await portal.post(asPagesDo, { email: email!, to: '/' })).status).toBe(200);
  const links = (await waiting(app)).map(({ text }) => linkIn(text));
  expect(new Set(links).size).toBe(300);
  const entered = [];
  for (const link of links) entered.push((await portal.post(link, '')).headers.get('set-cookie')?.startsWith('murmur_session='));
  expect(entered).toEqual(Array(300).fill(true));
}, 120_000);

test('one person gets five letters within the life of a link, whoever asks, and the answer is the same', async () => {
  const app = await company();
  const portal = await wholePortal(app);
  const answers = new Set<string>();
  const ask = async (path: string) => {
    const reply = await portal.post(path, { email: 'north-2@amber.example', to: '/' });
    if (path === '/sign-in') answers.add(`${reply.status} ${(await reply.text()).replace(/nonce="[^"]*"|nonce-[^']*/g, '')}`);
  };
  for (const path of ['/sign-in', '/%73ign-in', '/./sign-in', '/x/../sign-in', '/sign-in/', '/sign-in', '/%73ign-in', '/x/%2e%2e/sign-in']) await ask(path);
  expect([...answers].map((answer) => answer.slice(0, 3))).toEqual(['200']);
  expect(await waiting(app)).toHaveLength(mostLinks);
  app.setNow('2026-11-22T12:31:00Z');
  await askForLink(app, 'north-2@amber.example', '/');
  expect(await waiting(app)).toHaveLength(1);
});

test('an address that floods the portal is braked however it writes the path, in words, and whoever uses a link is not', async () => {
  const app = await company();
  await askForLink(app, 'north-2@amber.example', '/');
  const [letter] = await waiting(app);
  const portal = await wholePortal(app, {}, { mostInAMinute: 10 });
  for (let count = 0; count < 10; count += 1) await portal.post(count % 2 ? '/%6canguage' : '/x/../language', { language: 'en', to: '/' });
  const braked = await portal.post('/language', { language: 'en', to: '/' }, { 'accept-language': 'zh-TW' });
  expect(braked.status).toBe(429);
  expect(await braked.text()).toContain('短時間內請求過多');
  expect((await portal.post(linkIn(letter!.text), '')).status).toBe(302);
  expect(mostInAMinute).toBeGreaterThanOrEqual(1_000);
});

describe('a changing request', () => {
  test.each([
    [{ origin: '' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 302],
    [{ 'sec-fetch-site': 'same-origin', origin: 'rubbish' }, 302],
    [{}, 302],
  ])('with %j is answered %i', async (headers, status) => {
    const portal = await wholePortal(await company());
    expect((await portal.post('/language', { language: 'en', to: '/' }, headers as Record<string, string>)).status).toBe(status);
  });

  test('that says nothing about where it comes from is refused', async () => {
    const portal = await wholePortal(await company());
    const answer = await portal.raw('POST /sign-out HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('This did not come from a page of this portal');
  });
});

test.each([
  ['en', 'This did not come from a page of this portal'],
  ['zh-CN', '这个请求不是从本系统的页面发出的'],
  ['zh-HK', '這個請求不是從本系統的頁面發出的'],
])('what is refused in front of the framework is said in %s', async (language, sentence) => {
  const portal = await wholePortal(await company());
  const reply = await portal.post('/language', 'language=en', { origin: 'null', 'accept-language': language });
  expect(await reply.text()).toContain(sentence);
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  const chosen = await portal.post('/language', 'language=en', { origin: 'null', 'accept-language': 'en', cookie: 'murmur_language=zh-Hant' });
  expect(await chosen.text()).toContain('這個請求不是從本系統的頁面發出的');
});

test('a script of the pages is told in one word, which it draws itself', async () => {
  const portal = await wholePortal(await company());
  const reply = await portal.post('/language?_data=routes%2Flanguage', 'a'.repeat(20_000));
  expect([reply.status, reply.headers.get('x-remix-catch'), await reply.text()]).toEqual([413, 'yes', 'too-large']);
});

test('a link to a ballot page that was cut is answered by a page, to a program by a word', async () => {
  const portal = await wholePortal(await company());
  for (const path of ['/ballot/nothing', '/ballot//nothing']) {
    expect(await (await fetch(`${portal.url}${path}`, { headers: { accept: 'text/html' } })).text()).toContain('This page does not exist');
    expect(await (await fetch(`${portal.url}${path}`)).text()).toBe('survey');
  }
});

test('hosts and paths nobody can read are answered, and nothing is a failure', async () => {
  const app = await company();
  const portal = await wholePortal(app);
  for (const line of ['GET /%ff HTTP/1.1\r\nHost: x', 'GET / HTTP/1.1\r\nHost: a b', 'POST //%2e%2e/%00 HTTP/1.1\r\nHost: [::\r\nOrigin: http://[::', 'GET /sign-in?to=%ff%fe HTTP/1.1\r\nHost: x']) {
    expect(await portal.raw(`${line}\r\nConnection: close\r\n\r\n`), line).toMatch(/^HTTP\/1\.1 [234]\d\d /);
  }
  expect(app.logged.filter((one) => !one.includes('proxy'))).toEqual([]);
});

test('a proxy nobody announced is said once in the log and in the privacy check; an announced one is not', async () => {
  const app = await company();
  const portal = await wholePortal(app);
  await portal.post('/language', { language: 'en', to: '/' });
  expect(hasUnannouncedProxy(app)).toBe(false);
  for (let count = 0; count < 3; count += 1) await portal.post('/language', { language: 'en', to: '/' }, { 'x-forwarded-for': '192.0.2.7' });
  expect(hasUnannouncedProxy(app)).toBe(true);
  expect(app.logged.filter((line) => line.includes('MURMUR_PROXIES'))).toHaveLength(1);
  expect(app.logged.join()).not.toContain('192.0.2.7');
  expect(privacyChecks).toContain('proxies');
  const announced = await company({ proxies: 1 });
  await (await wholePortal(announced)).post('/language', { language: 'en', to: '/' }, { 'x-forwarded-for': '192.0.2.7' });
  expect(announced.logged).toEqual([]);
});

test('failures on the ballot\'s way are counted by kind and day, and told in three words to administrators alone', async () => {
  const app = await company();
  const { url } = await plainEndpoints(app);
  const word = (kind: string) => ballotTrouble(app).find((one) => one.kind === kind);
  for (let count = 0; count < 12; count += 1) await fetch(`${url}/box/pulse`, { method: 'POST', headers: { cookie: 'a=b' }, body: 'x' });
  await fetch(`${url}/box/pulse`, { method: 'POST', body: 'x' });
  expect(word('identity')).toEqual({ kind: 'identity', today: 'many', lately: 'many' });
  expect(word('size')).toEqual({ kind: 'size', today: 'few', lately: 'few' });
  expect(word('storage')).toEqual({ kind: 'storage', today: 'none', lately: 'none' });
  app.setNow('2026-11-23');
  expect(word('identity')).toEqual({ kind: 'identity', today: 'none', lately: 'many' });
  expect(app.logged).toEqual([]);
  expect(await visit(app, checkPage, '/privacy/check', { as: 'admin' })).toMatchObject({ trouble: ballotTrouble(app) });
  expect(await visit(app, checkPage, '/privacy/check', { as: 'hr' })).toMatchObject({ trouble: null });
  expect(JSON.stringify(ballotTrouble(app))).not.toMatch(/\d/);
});

test('a failure nobody expected on the ballot\'s way is counted, and logged nowhere', async () => {
  const app = await company();
  const { url } = await plainEndpoints(app);
  await app.data.close();
  expect((await fetch(`${url}/box/pulse`, { method: 'POST', body: new Uint8Array(bodyBytes) })).status).toBe(500);
  expect(ballotTrouble(app).find(({ kind }) => kind === 'error')).toMatchObject({ today: 'few' });
  expect(app.logged).toEqual([]);
});
