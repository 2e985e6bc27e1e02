import { expect, test } from 'vitest';
import { little, usual } from '#app/http/body-limit.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { wholePortal } from '#tests/support/whole-portal.ts';

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  return app;
}

const pairs = (count: number, pair: (number: number) => string) => Array.from({ length: count }, (_, number) => pair(number)).join('&');

test('a form is taken, and the language chosen', async () => {
  const portal = await wholePortal(await company());
  const reply = await portal.post('/language', { language: 'zh-Hant', to: '/sign-in' });
  expect(reply.status).toBe(302);
  expect(reply.headers.get('set-cookie')).toContain('murmur_language=zh-Hant');
});

test('two megabytes of names, all different or all alike, are read in one go', () => {
  for (const body of [pairs(200_000, (n) => `k${n}=v`), pairs(200_000, () => 'k=v'), '&'.repeat(2_000_000), pairs(200_000, (n) => `__proto__[${n}]=v`)]) {
    expect(formIn(Buffer.from(body), Infinity).ok).toBe(true);
  }
});

test('names of what every object has are names like others', () => {
  const read = formIn(Buffer.from('__proto__=a&__proto__=b&constructor=c&toString=d&hasOwnProperty=e&list[]=f&=g'), 100);
  if (!read.ok) throw new Error(read.because);
  expect(Object.entries(read.value)).toEqual([['__proto__', ['a', 'b']], ['constructor', 'c'], ['toString', 'd'], ['hasOwnProperty', 'e'], ['list[]', ['f']], ['', 'g']]);
  expect(Object.getPrototypeOf(read.value)).toBe(Object.prototype);
});

test.each([96_000, 194_000, 2_000_000])('%i bytes of names sent to the language by a stranger are refused before they are read', async (size) => {
  const portal = await wholePortal(await company());
  const reply = await portal.post('/language', pairs(size / 8, (n) => `k${String(n).padStart(5, '0')}=`));
  expect(reply.status).toBe(413);
  expect((await reply.text()).length).toBeLessThan(8_000);
});

test('many fields in few bytes are refused too', async () => {
  const portal = await wholePortal(await company());
  const body = pairs(little.fields + 1, () => 'a');
  expect(body.length).toBeLessThan(little.bytes);
  expect((await portal.post('/language', body)).status).toBe(413);
});

test('a body that never says its size is counted while it comes, and cut off', async () => {
  const portal = await wholePortal(await company());
  const head = 'POST /language HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n';
  const chunk = `4000\r\n${'a'.repeat(0x4000)}\r\n`;
  const answer = await portal.raw(head, (write) => {
    for (let count = 0; count < 200; count += 1) write(chunk);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).not.toContain('aaaa');
});

test('a packed body is refused whatever it would unpack to', async () => {
  const app = await company();
  const portal = await wholePortal(app);
  for (const encoding of ['gzip', 'br', 'deflate', 'identity, gzip']) {
    expect((await portal.post('/language', 'language=en&to=/', { 'content-encoding': encoding })).status).toBe(415);
    expect((await portal.post('/people/import', 'x', { 'content-encoding': encoding, 'content-type': 'multipart/form-data; boundary=x', cookie: await cookieOf(app, 'hr') })).status).toBe(415);
  }
});

test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'multipart/form-data', ''])('a body that calls itself «%s» is no form', async (type) => {
  const portal = await wholePortal(await company());
  expect((await portal.post('/sign-in', '{"email":"ada@amber.example"}', { 'content-type': type })).status).toBe(415);
});

test('of a form for people who are signed in nothing is read from a stranger, who is sent to sign in', async () => {
  const portal = await wholePortal(await company());
  const reply = await portal.post('/surveys/new', 'a'.repeat(usual.bytes * 4));
  expect([reply.status, reply.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fsurveys%2Fnew']);
});

test('somebody who is signed in may send long texts, and no more than any form needs', async () => {
  const app = await company();
  const portal = await wholePortal(app);
  const cookie = await cookieOf(app, 'hr');
  expect((await portal.post('/privacy/settings', `k=5&letters=${'%E5%AD%97'.repeat(4_000)}`, { cookie })).status).toBe(422);
  expect((await portal.post('/privacy/settings', `k=${'5'.repeat(usual.bytes)}`, { cookie })).status).toBe(413);
});

test('a body that comes too slowly is given up', async () => {
  const app = await company();
  const portal = await wholePortal(app, { headers: 300, request: 600, look: 50 });
  const head = 'POST /language HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n';
  expect(await portal.raw(`${head}language`)).toMatch(/^HTTP\/1\.1 408 /);
});

test('connections that say nothing, and headers that never end, are shown out', async () => {
  const portal = await wholePortal(await company(), { headers: 300, request: 600, look: 50 });
  expect(await portal.raw('')).toMatch(/^(HTTP\/1\.1 408 |$)/);
  expect(await portal.raw('POST /box/pulse HTTP/1.1\r\nHost: x\r\nX-A: ')).toMatch(/^HTTP\/1\.1 408 /);
});

test('a page asked for with a body is answered, and the rest of the body is not read', async () => {
  const portal = await wholePortal(await company());
  const answer = await portal.raw('GET /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n', (write) => {
    for (let count = 0; count < 40; count += 1) write('a'.repeat(16_384));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});
