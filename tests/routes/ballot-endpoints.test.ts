import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { placeOf } from '#db/boxes.server.ts';
import { vote } from '#app/ballot/vote.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { canonical } from '#app/domain/publication/release/canonical.ts';
import { bodyBytes, signatureBytes } from '#app/domain/responses/ballot-format.ts';
import { ballotsFirst } from '#app/platform/ballots-first.server.ts';
import { carriesIdentity } from '#app/http/identity.server.ts';
import { strays } from '#app/http/strays.server.ts';
import { importPeople } from '#app/services/organisation/import-people.server.ts';
import { closeSurvey, releaseOf } from '#app/services/publication.server.ts';
import { sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { plainEndpoints, sessionOf } from '#tests/support/plain-endpoints.ts';

const hashed = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function served(rate?: { burst: number; perSecond: number }) {
  const app = await ballotApp();
  const { manifest, hash } = await sealed(app, aDraft('pulse'));
  const server = await plainEndpoints(app, rate);
  const drop = (body: Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/box/pulse`, { method: 'POST', body: Uint8Array.from(body), headers: { 'content-type': 'application/octet-stream', ...headers } });
  const box = () => readFileSync(placeOf(app.config.dataFolder, 'pulse').box);
  return { app, manifest, hash, server, drop, box };
}

test('the whole way of a ballot, from the manifest to «counted», in the page\'s own code', async () => {
  const { app, hash, server } = await served();
  const receipts: string[] = [];
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const cast = await vote({ fetch: await server.as(`north-${number}`), manifestHash: hash, answers: { 'PAY-01': 4 } });
    if (!cast.ok) throw new Error(cast.because);
    receipts.push(cast.value);
  }
  expect((await fetch(`${server.url}/receipts/pulse`)).status).toBe(404);
  await closeSurvey(app, 'pulse');
  const list = await fetch(`${server.url}/receipts/pulse`);
  expect(list.headers.get('content-type')).toContain('text/plain');
  expect((await list.text()).trimEnd().split('\n')).toEqual(receipts.sort());
  expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(6);
});

test('a manifest is its own hash, in canonical form, and a page is its own hash too', async () => {
  const { manifest, hash, server } = await served();
  const reply = await fetch(`${server.url}/manifest/${hash}`);
  const text = await reply.text();
  expect(hashed(text)).toBe(hash);
  expect(text).toBe(canonical(JSON.parse(text)));
  for (const language of ['en', 'zh-Hant']) {
    const [first, words] = (await (await fetch(`${server.url}/manifest/${hash}/${language}`)).text()).split('\n');
    expect(first).toBe(text);
    expect(hashed(words!)).toBe((JSON.parse(text) as Manifest).words![language]);
  }
  // Whoever invents languages gets nothing, and nothing is kept for them.
  for (const path of [`/manifest/${hash}/de`, `/manifest/${hash}/constructor`, `/manifest/${hash}/en/en`, `/ballot/${manifest.pages.en}/en`, '/receipts/pulse/en']) expect((await fetch(`${server.url}${path}`)).status, path).toBe(404);
  expect(reply.headers.get('cache-control')).toContain('immutable');
  const page = await fetch(`${server.url}/ballot/${manifest.pages.en}`);
  const html = await page.text();
  expect(hashed(html)).toBe(manifest.pages.en);
  expect((await fetch(`${server.url}/manifest/${hashed('nothing')}`)).status).toBe(404);
  expect((await fetch(`${server.url}/ballot/${hashed('nothing')}`)).status).toBe(404);
});

test('replies of the ballot\'s way carry no time, and the connection is used again', async () => {
  const { hash, server } = await served();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asked = (path: string) =>
    new Promise<{ names: string[]; again: boolean }>((resolve, reject) => {
      const asking = request(`${server.url}${path}`, { agent }, (reply) => {
        reply.resume().once('end', () => resolve({ names: Object.keys(reply.headers), again: asking.reusedSocket }));
      });
      asking.once('error', reject).end();
    });
  const replies = [await asked(`/manifest/${hash}`), await asked('/box/pulse'), await asked(`/manifest/${hash}`)];
  agent.destroy();
  expect(replies.map(({ again }) => again)).toEqual([false, true, true]);
  for (const { names } of replies) expect(names.filter((name) => /^(date|age|last-modified|etag)$/.test(name))).toEqual([]);
});

test('the ballot page may run its own script and nothing else', async () => {
  const { manifest, server } = await served();
  const { headers } = await fetch(`${server.url}/ballot/${manifest.pages.en}`);
  const policy = headers.get('content-security-policy')!;
  const script = createHash('sha256').update("document.title = 'ballot'").digest('base64');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${script}';`);
  for (const rule of ["connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

const identities = [
  'Cookie',
  'Authorization',
  'Proxy-Authorization',
  'Remote-User',
  'X-Remote-User',
  'X-Forwarded-User',
  'X-Forwarded-Email',
  'X-Forwarded-Preferred-Username',
  'X-Auth-Request-User',
  'X-Auth-Request-Email',
  'X-SSL-Client-Cert',
  'X-SSL-Client-S-DN',
  'X-Client-Cert',
  'Remote-Email',
  'X-Forwarded-Access-Token',
  'X-Forwarded-Client-Cert',
  'X-Forwarded-Tls-Client-Cert-Info',
  'X-WebAuth-User',
  'SSL-Client-Subject-DN',
  'X-Auth-Request-Access-Token',
  'X-Authentik-Username',
  'X-Amzn-Oidc-Identity',
  'X-Goog-Authenticated-User-Email',
  'X-Goog-IAP-JWT-Assertion',
  'X-MS-Client-Principal-Name',
  'X-Pomerium-Jwt-Assertion',
  'Cf-Access-Authenticated-User-Email',
  'Tailscale-User-Login',
];

/** A bare request: `fetch` sends some of these headers never or differently. */
function bare(url: string, headers: Record<string, string>, body?: Uint8Array): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body ? 'POST' : 'GET', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test.each([
  'X-Forwarded-Name',
  'X-Authenticated-UserId',
  'X-Userinfo',
  'SM_USER',
  'IV-User',
  'X-Consumer-Username',
  'X-Credential-Identifier',
  'X-Amzn-Mtls-Clientcert-Subject',
  'X-Vouch-User',
  'X-JWT-Assertion',
  'Shib-Identity-Provider',
  'OIDC_CLAIM_email',
])('%s is the name of somebody, as other gateways write it', (header) => {
  expect([carriesIdentity({ headers: { [header.toLowerCase()]: 'somebody' } }), carriesIdentity({ headers: { 'x-forwarded-for': '192.0.2.1', 'x-request-id': '1' } })]).toEqual([true, false]);
});

test.each(identities)('a ballot with the header %s is refused and not stored', async (header) => {
  const { app, hash, server, box } = await served();
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), { 'PAY-01': 1 });
  const before = box();
  expect(await bare(`${server.url}/box/pulse`, { [header]: 'somebody', 'content-length': String(bodyBytes) }, body)).toEqual({ status: 400, text: 'identity' });
  expect(box().equals(before)).toBe(true);
  expect(await bare(`${server.url}/manifest/${hash}`, { [header]: 'somebody' })).toEqual({ status: 400, text: 'identity' });
  expect((await bare(`${server.url}/box/pulse`, { 'X-Forwarded-For': '192.0.2.1', 'content-length': String(bodyBytes) }, body)).status).toBe(204);
});

test('first, repeated and changed ballots get one and the same reply, byte for byte', async () => {
  const { app, drop } = await served();
  const taken = await takePaper(app, 'pulse', 'north-1');
  const body = await sealWith(app, taken, { 'PAY-01': 1 });
  const seen = new Set<string>();
  for (const one of [body, body, await sealWith(app, taken, { 'PAY-01': 5 })]) {
    const reply = await drop(one);
    const headers = [...reply.headers].filter(([name]) => name !== 'date');
    seen.add(JSON.stringify([reply.status, headers, await reply.text()]));
  }
  expect(seen.size).toBe(1);
  expect([...seen][0]).toContain('204');
});

test('wrong sizes, versions, papers, surveys and methods are each told apart by one word', async () => {
  const { app, server, drop } = await served();
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), {});
  const word = async (reply: Response) => `${reply.status} ${await reply.text()}`;
  expect(await word(await drop(body.subarray(1)))).toBe('400 size');
  expect(await word(await drop(new Uint8Array(bodyBytes + 1)))).toBe('400 size');
  expect(await word(await drop(new Uint8Array(0)))).toBe('400 size');
  expect(await word(await drop(new Uint8Array(bodyBytes)))).toBe('400 version');
  expect(await word(await drop(Uint8Array.from(body, (byte, index) => (index === 50 ? byte ^ 1 : byte))))).toBe('403 paper');
  expect(await word(await fetch(`${server.url}/box/nothing`, { method: 'POST', body: Uint8Array.from(body) }))).toBe('404 survey');
  expect(await word(await fetch(`${server.url}/box/pulse`))).toBe('405 method');
  await closeSurvey(app, 'pulse');
  expect(await word(await drop(body))).toBe('410 closed');
});

const strayPaths = ['//box/pulse', '/box//pulse', '/box/pulse/more', '/BOX/pulse', '/%62ox/pulse', '/box%2Fpulse', '/box', '/box/%ff', 'http://portal.example//box/pulse', '//paper/pulse', '/manifest/a/b'];

test.each(strayPaths)('a ballot sent to %s by a proxy that changes paths goes no further than a plain 404', async (path) => {
  const { app, server } = await served();
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), { 'PAY-01': 1 });
  const { hostname, port } = new URL(server.url);
  const sent = new Promise((resolve, reject) => {
    const to = request({ hostname, port, path, method: 'POST', headers: { 'content-length': String(bodyBytes) } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve(`${response.statusCode} ${text}`));
    });
    to.on('error', reject).end(body);
  });
  expect(await sent).toBe('404 survey');
});

test('pages that merely begin like the plain endpoints are pages', () => {
  for (const url of ['/', '/people', '/boxes', '/paper-trail', '/ballots', '/surveys/box', '/?to=/box/pulse']) expect(strays({ url } as never, {} as never)).toBe(false);
});

test('a body that never says its size is still read no further than one ballot', async () => {
  const { server } = await served();
  const chunks = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let count = 0; count < 4; count += 1) controller.enqueue(new Uint8Array(5000));
      controller.close();
    },
  });
  const reply = await fetch(`${server.url}/box/pulse`, { method: 'POST', body: chunks, duplex: 'half' } as RequestInit);
  expect(`${reply.status} ${await reply.text()}`).toBe('400 size');
});

test('a flood is braked for one survey, remembers no sender, and passes', async () => {
  const { app, drop } = await served({ burst: 5, perSecond: 1 });
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), {});
  await drop(body);
  const statuses = [];
  for (let count = 0; count < 8; count += 1) statuses.push((await drop(body)).status);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(statuses[0]).toBe(204);
  app.setNow('2026-11-22T12:01:00Z');
  expect((await drop(body)).status).toBe(204);
});

test('a flood of bodies without a paper uses up nothing that is kept for those who have one', async () => {
  const { app, drop } = await served({ burst: 5, perSecond: 1 });
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), { 'PAY-01': 1 });
  const invented = Uint8Array.from(body, (byte, index) => (index === 50 ? byte ^ 1 : byte));
  const statuses: number[] = [];
  for (let count = 0; count < 60; count += 1) statuses.push((await drop(invented)).status);
  expect(new Set(statuses)).toEqual(new Set([403]));
  expect((await drop(body)).status).toBe(204);
});

test('papers are for people who are signed in on this portal, and said in one word to everybody else', async () => {
  const { app, manifest, hash, server } = await served();
  const cookie = await sessionOf(app, 'north-1');
  const ask = (init: RequestInit = {}, path = '/paper/pulse') => fetch(`${server.url}${path}`, init);
  const word = async (reply: Promise<Response>) => `${(await reply).status} ${await (await reply).text()}`;
  expect(await word(ask())).toBe('401 sign-in');
  expect(await word(ask({ headers: { cookie: 'murmur_session=invented' } }))).toBe('401 sign-in');
  expect(await word(ask({ headers: { cookie } }, '/paper/nothing'))).toBe('404 survey');
  const offer = await (await ask({ headers: { cookie } })).json();
  expect(offer).toMatchObject({ manifest: hash, taken: false, reissued: false });
  expect(Object.keys(offer).sort()).toEqual(['block', 'key', 'manifest', 'names', 'reissued', 'salt', 'taken']);
  expect(Buffer.from(offer.key, 'base64url')).toHaveLength(256);
  expect(offer.names).toHaveLength(manifest.blocks[offer.block]!.invited);
  const post = (headers: Record<string, string>, size = 256) => ask({ method: 'POST', headers: { cookie, ...headers }, body: new Uint8Array(size).fill(1) });
  expect(await word(post({}))).toBe('403 cross-site');
  expect(await word(post({ 'sec-fetch-site': 'cross-site' }))).toBe('403 cross-site');
  expect(await word(post({ origin: 'https://elsewhere.example' }))).toBe('403 cross-site');
  expect(await word(post({ origin: server.url }, 255))).toBe('400 size');
  expect((await (await post({ 'sec-fetch-site': 'same-origin' })).arrayBuffer()).byteLength).toBe(256);
  app.setNow('2026-12-24');
  expect(await word(ask({ headers: { cookie } }))).toBe('410 closed');
});

test('somebody who left while answering is asked to sign in, and a paper already taken still votes', async () => {
  const { app, server, drop } = await served();
  const cookie = await sessionOf(app, 'north-1');
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), {});
  const header = 'employee_id,name,email,department,manager_id,site,joined_on,language';
  const others = (await app.data.people.current()).filter(({ id }) => id !== 'north-1').map(({ employeeId, name }) => `${employeeId},${name},,Amber,,,,`);
  await importPeople(app, null, { people: new TextEncoder().encode([header, ...others].join('\n')), departments: null });
  expect((await app.data.people.get('north-1'))?.leftOn).not.toBeNull();
  expect((await fetch(`${server.url}/paper/pulse`, { headers: { cookie } })).status).toBe(401);
  expect((await drop(body)).status).toBe(204);
});

test('everything of the page is sent compressed', async () => {
  const { manifest, hash, server } = await served();
  for (const path of [`/ballot/${manifest.pages.en}`, `/manifest/${hash}`]) {
    for (const encoding of ['br', 'gzip']) {
      const reply = await fetch(`${server.url}${path}`, { headers: { 'accept-encoding': encoding } });
      expect(reply.headers.get('content-encoding')).toBe(encoding);
    }
  }
  const raw = await new Promise<Buffer>((resolve, reject) => {
    request(`${server.url}/manifest/${hash}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    })
      .on('error', reject)
      .end();
  });
  expect(hashed(gunzipSync(raw))).toBe(hash);
});

test('nothing of all this is logged', async () => {
  const { app, hash, server, drop } = await served();
  await vote({ fetch: await server.as('north-1'), manifestHash: hash, answers: {} });
  await drop(new Uint8Array(bodyBytes));
  await fetch(`${server.url}/manifest/nothing`);
  expect(app.logged).toEqual([]);
});

/** Resolves when the server waits for the body, of which nothing is sent. */
async function withoutBody(url: string, headers: Record<string, string | number>) {
  const asked = request(url, { method: 'POST', headers: { ...headers, Expect: '100-continue' } });
  asked.on('error', () => undefined);
  asked.flushHeaders();
  await new Promise((resolve) => asked.once('continue', resolve));
  return asked;
}

test('a ballot or a paper whose body never ends holds up nobody', async () => {
  const { app, server } = await served();
  const held = [
    await withoutBody(`${server.url}/box/pulse`, { 'content-length': bodyBytes }),
    await withoutBody(`${server.url}/paper/pulse`, { 'content-length': signatureBytes, cookie: await sessionOf(app, 'north-1'), origin: server.url }),
  ];
  await ballotsFirst(600_000);
  for (const asked of held) asked.destroy();
});
