// The channel that is told, against an https server of this machine that answers as chats do, and as they fail.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { chatBody, chatKinds, refusalIn, type ChatSetting } from '#app/domain/notifications/chat.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { postToChat } from '#app/services/notifications/post-to-chat.server.ts';
import { channelView, setChannel, tellChannel, testChannel } from '#app/services/notifications/tell-channel.server.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { openMailbox } from '#tests/support/mailbox.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

const hr = { personId: 'north-1', name: 'Hana Ito' } as unknown as Actor;
let folder: string;
let ca: string;
let key: string;
const ends: (() => void)[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-chat-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', join(folder, 'key'), '-out', join(folder, 'cert'), '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
  ca = readFileSync(join(folder, 'cert'), 'utf8');
  key = readFileSync(join(folder, 'key'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => ends.splice(0).forEach((end) => end()));

interface Got {
  readonly url: URL;
  readonly body: Record<string, unknown>;
}

/** `answer`: status and body; null never answers. */
async function channel(answer: () => readonly [number, string] | 'another protocol' | null): Promise<{ address: string; got: Got[] }> {
  const got: Got[] = [];
  const server = createServer({ key, cert: ca }, (request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      got.push({ url: new URL(request.url!, 'https://localhost'), body: JSON.parse(body) as Record<string, unknown> });
      const answered = answer();
      if (answered === 'another protocol') request.socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
      else if (answered) response.writeHead(answered[0], { location: 'https://localhost/elsewhere' }).end(answered[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => (server.closeAllConnections(), server.close()));
  return { address: `https://localhost:${(server.address() as AddressInfo).port}/hook/secret-of-the-channel`, got };
}

const setting = (address: string, more: Partial<ChatSetting> = {}): ChatSetting => ({ kind: 'slack', address, secret: '', occasions: ['opened', 'reminder', 'results', 'kept'], language: 'en', since: day('2026-11-23'), ...more });
const post = { text: 'A & <B>', link: 'https://murmur.example/', label: 'Open' };

describe('a post', () => {
  test('is text and a link in the shape of each chat, and what stands in a title marks nothing', () => {
    const bodies = Object.fromEntries(chatKinds.map((kind) => [kind, JSON.stringify(chatBody(kind, { ...post, text: '[x](https://evil) <!channel> @all' }, null))]));
    expect(bodies['slack']).toBe('{"text":"[x](https://evil) &lt;!channel&gt; @all\\n<https://murmur.example/|Open>"}');
    for (const kind of ['teams', 'wecom', 'dingtalk'] as const) expect(bodies[kind], kind).toContain('［x］（https://evil） ‹!channel› ＠all');
    expect(JSON.parse(bodies['teams']!)).toMatchObject({ type: 'message', attachments: [{ content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl', url: post.link }] } }] });
    expect(JSON.parse(bodies['wecom']!)).toMatchObject({ msgtype: 'markdown' });
    expect(JSON.parse(bodies['dingtalk']!)).toMatchObject({ msgtype: 'markdown' });
    expect(JSON.parse(bodies['feishu']!)).toMatchObject({ msg_type: 'post', content: { post: { zh_cn: { content: [[{ tag: 'text' }, { tag: 'a', href: post.link }]] } } } });
  });

  test('that is refused with 200 and a code is refused', () => {
    expect([refusalIn('wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}'), refusalIn('feishu', '{"code":19021}'), refusalIn('dingtalk', '{"errcode":0}'), refusalIn('slack', 'ok'), refusalIn('feishu', '{"StatusCode":0}')]).toEqual(['93000', '19021', null, null, null]);
    for (const taken of ['ok', '', '1', '{"ok":true}', '{"success":true}', '{}']) expect([refusalIn('slack', taken), refusalIn('teams', taken)], taken).toEqual([null, null]);
  });

  test('that is answered without a code was not taken, and no word of the other side is handed on', () => {
    for (const body of ['<html>Sign in first</html>', '', 'null', '{}', '{"errcode":"Call 555-0100 to renew"}', '{"errcode":["words"]}', `{"errcode":0,"pad":"${'x'.repeat(3_000)}`]) {
      expect([refusalIn('wecom', body), refusalIn('dingtalk', body), refusalIn('feishu', body)], body.slice(0, 40)).toEqual(['–', '–', '–']);
    }
  });

  test('is signed as 钉钉 and 飞书 ask for', async () => {
    const { address, got } = await channel(() => [200, '{"errcode":0}']);
    const app = { config: { peopleHosts: ['localhost'], peopleCa: ca }, now: () => new Date('2026-11-23T10:00:00Z') } as never;
    expect((await postToChat(app, setting(address, { kind: 'dingtalk', secret: 'SEC1' }), post)).ok).toBe(true);
    const at = String(Date.parse('2026-11-23T10:00:00Z'));
    expect(Object.fromEntries(got[0]!.url.searchParams)).toEqual({ timestamp: at, sign: createHmac('sha256', 'SEC1').update(`${at}\nSEC1`).digest('base64') });
    await postToChat(app, setting(address, { kind: 'feishu', secret: 'SEC1' }), post);
    const seconds = at.slice(0, -3);
    expect(got[1]!.body).toMatchObject({ timestamp: seconds, sign: createHmac('sha256', `${seconds}\nSEC1`).update('').digest('base64') });
  });

  /** As each of them says with 200 that it did not take a post. */
  const refusing = { slack: '{"ok":false,"error":"invalid_blocks"}', teams: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x', wecom: '{"errcode":93000,"errmsg":"invalid webhook url"}', dingtalk: '{"errcode":310000,"errmsg":"keywords not in content"}', feishu: '{"code":19001,"msg":"param invalid"}' } as const;
  const codes = { slack: '–', teams: '429', wecom: '93000', dingtalk: '310000', feishu: '19001' } as const;

  type Answered = readonly [status: number, body: string] | null;
  const answers: readonly (readonly [kind: (typeof chatKinds)[number], name: string, answer: Answered, because: string, said: string])[] = chatKinds.flatMap((kind) => [
    [kind, '500', [500, 'no'], 'answered', '500'] as const,
    [kind, 'a redirection', [302, ''], 'moved', '302'] as const,
    [kind, 'nothing at all', null, 'no-answer', ''] as const,
    [kind, '200 and its own words of refusal', [200, refusing[kind]], 'refused-there', codes[kind]] as const,
    [kind, '200 and the page of a proxy', [200, '<html>Sign in first</html>'], 'refused-there', '–'] as const,
  ]);

  test.each(answers)('to %s that is answered with %s is refused and says so', async (kind, _name, answer, because, said) => {
    const { address, got } = await channel(() => answer);
    const app = { config: { peopleHosts: ['localhost'], peopleCa: ca }, now: () => new Date() } as never;
    expect(await postToChat(app, setting(address, { kind }), post, ...(answer === null ? [300] : []))).toMatchObject({ ok: false, because, details: said === '' ? {} : { said } });
    expect(got).toHaveLength(1);
  });

  test('that is answered in another protocol is given up: whatever came later would wait behind it until the next start', async () => {
    const { address } = await channel(() => 'another protocol');
    const app = { config: { peopleHosts: ['localhost'], peopleCa: ca }, now: () => new Date() } as never;
    expect(await postToChat(app, setting(address), post)).toMatchObject({ ok: false, because: 'no-answer' });
  }, 20_000);

  test('never goes into the own network or without https', async () => {
    const { address, got } = await channel(() => [200, 'ok']);
    const app = { config: { peopleHosts: [], peopleCa: ca }, now: () => new Date() } as never;
    for (const inside of [address, address.replace('localhost', '127.0.0.1'), 'https://[::1]/', 'https://169.254.169.254/latest']) expect(await postToChat(app, setting(inside), post), inside).toMatchObject({ because: 'own-network' });
    expect(await postToChat(app, setting(address.replace('https', 'http')), post)).toMatchObject({ because: 'not-https' });
    expect(got).toEqual([]);
  });
});

test('a survey that opens is told once, tried again after a refusal, and never says who or how many', async () => {
  let status = 500;
  const { address, got } = await channel(() => [status, 'ok']);
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z', peopleHosts: ['localhost'], peopleCa: ca });
  expect(await setChannel(app, hr, { kind: 'slack', address: 'http://localhost/', secret: '', occasions: ['opened'], language: 'en' })).toMatchObject({ because: 'chat-address' });
  expect(await setChannel(app, hr, { kind: 'slack', address, secret: '', occasions: ['opened'], language: 'en' })).toMatchObject({ ok: true });
  await sealed(app, aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') }));
  await tellChannel(app);
  expect(got).toEqual([]);
  await inviteToOpenSurveys(app);
  await tellChannel(app);
  await tellChannel(app);
  expect(got).toHaveLength(1);
  expect((await channelView(app)).trouble).toEqual({ day: '2026-11-23', because: 'answered', said: '500', givenUp: false });
  status = 200;
  app.setNow('2026-11-23T10:02:00Z');
  await tellChannel(app);
  await tellChannel(app);
  expect(got).toHaveLength(2);
  expect(String(got[1]!.body['text'])).toMatch(/^Spring|pulse|Pulse/);
  expect(String(got[1]!.body['text'])).not.toMatch(/north|44|sign-in/);
  const view = await channelView(app);
  expect(view.trouble).toBeNull();
  expect(JSON.stringify(view)).not.toContain('secret-of-the-channel');
  app.setNow('2026-11-30T10:00:00Z');
  await inviteToOpenSurveys(app);
  await tellChannel(app);
  expect(got).toHaveLength(2);
  expect((await app.data.journal.pendingBefore(day('2099-01-01'))).filter(({ text }) => text.includes('channel-set'))).toHaveLength(1);
});

test('a channel that is set again still tells what was held for the morning, once and at the new address, and off tells nothing', async () => {
  const [first, second] = [await channel(() => [500, 'no']), await channel(() => [200, 'ok'])];
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z', peopleHosts: ['localhost'], peopleCa: ca });
  const wish = { kind: 'slack', secret: '', occasions: ['opened', 'kept'], language: 'en' } as const;
  await setChannel(app, hr, { ...wish, address: first.address });
  await sealed(app, aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') }));
  app.setNow('2026-11-23T17:50:00Z');
  await inviteToOpenSurveys(app);
  app.setNow('2026-11-23T18:30:00Z');
  await tellChannel(app);
  expect(first.got).toEqual([]);
  app.setNow('2026-11-24T08:00:00Z');
  await setChannel(app, hr, { ...wish, address: second.address });
  app.setNow('2026-11-24T09:30:00Z');
  await tellChannel(app);
  await tellChannel(app);
  expect([first.got.length, second.got.length]).toEqual([0, 1]);
  // One that waits because the address was wrong is tried at the right one at once; what is told no more is told nowhere.
  await setChannel(app, hr, { ...wish, address: first.address, occasions: ['reminder'] });
  app.setNow('2026-11-30T10:00:00Z');
  await inviteToOpenSurveys(app);
  await tellChannel(app);
  expect(first.got).toHaveLength(1);
  await setChannel(app, hr, { ...wish, address: second.address, occasions: ['reminder'] });
  await tellChannel(app);
  expect(second.got).toHaveLength(2);
  await setChannel(app, hr, { ...wish, address: first.address, occasions: ['reminder'] });
  app.setNow('2026-12-03T10:00:00Z');
  await inviteToOpenSurveys(app);
  await setChannel(app, hr, { kind: 'off', address: '', secret: '', occasions: [], language: 'en' });
  await tellChannel(app);
  expect([first.got.length, second.got.length]).toEqual([1, 2]);
});

test('a channel that hangs holds up neither letters nor answers', async () => {
  const { address, got } = await channel(() => null);
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z', peopleHosts: ['localhost'], peopleCa: ca });
  await setChannel(app, hr, { kind: 'teams', address, secret: '', occasions: ['opened'], language: 'en' });
  await sealed(app, aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') }));
  await inviteToOpenSurveys(app);
  const telling = tellChannel(app);
  await expect.poll(() => got.length).toBe(1);
  const box = await openMailbox();
  const mailer = openMailer({ ...app.config, smtp: box.address })!;
  expect((await sendLetters(app, mailer)).sent).toBe(44);
  expect(box.taken()).toHaveLength(44);
  await castBallot(app, 'pulse', { personId: 'north-2', answers: { 'PAY-01': 3 } });
  ends.splice(0).forEach((end) => end());
  await telling;
  expect((await channelView(app)).trouble).toMatchObject({ because: 'no-answer', givenUp: false });
  mailer.close();
  box.close();
});

test('whoever changes the address does not take the old secret there; nothing typed keeps what is there', async () => {
  const { address, got } = await channel(() => [200, '{"errcode":0}']);
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z', peopleHosts: ['localhost'], peopleCa: ca });
  const wish = { kind: 'dingtalk', occasions: [], language: 'zh-Hans' } as const;
  await setChannel(app, hr, { ...wish, address, secret: 'SEC1' });
  await setChannel(app, hr, { ...wish, address: '', secret: '' });
  expect(await testChannel(app)).toMatchObject({ ok: true });
  expect(got[0]!.url.searchParams.has('sign')).toBe(true);
  await setChannel(app, hr, { ...wish, address: `${address}/other`, secret: '' });
  await testChannel(app);
  expect(got[1]!.url.searchParams.has('sign')).toBe(false);
  await setChannel(app, hr, { kind: 'off', address: '', secret: '', occasions: [], language: 'en' });
  expect(await testChannel(app)).toMatchObject({ because: 'chat-off' });
});
