import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { reasonFrom, troubleIn } from '#app/domain/notifications/mail-reply.ts';
import { loader as lettersPage, action as testLetter } from '#app/routes/people.letters.tsx';
import { openMailer } from '#app/platform/mailer.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { lettersOverview, sendLetters, sendTestLetter } from '#app/services/notifications/send-letters.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { visit } from '#tests/support/visit.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 15_000, dnsTimeout: 15_000 };
const from = { mailFrom: 'Murmur <murmur@amber.example>' };
const refusing = (code: number, said: string) => Object.assign(new Error(said), { responseCode: code });

async function smtp(options: SMTPServerOptions = {}): Promise<{ address: string; taken: string[] }> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      stream.resume().on('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return { address: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, taken };
}

function mailerTo(address: string, more = {}, waits = patience) {
  const mailer = openMailer({ smtp: address, ...from, ...more }, waits)!;
  ends.push(() => mailer.close());
  return mailer;
}

async function outbox(people: readonly string[]): Promise<TestApp> {
  const app = await testApp();
  await app.data.letters.addAll(people.map((name) => newLetter({ id: name, to: `${name}@amber.example`, subject: 'Hello', text: 'a link', dueOn: app.today() })));
  return app;
}

test('a letter that is refused for good is not sent again, and its text is forgotten', async () => {
  const app = await outbox(['lin']);
  const { address } = await smtp({ onRcptTo: (_to, _session, done) => done(refusing(550, '5.1.1 no such person')) });
  await sendLetters(app, mailerTo(address));
  expect(await app.data.letters.get('lin')).toMatchObject({ nextAttemptAt: null, text: '', attempts: 1 });
  expect((await lettersOverview(app)).troubled).toMatchObject([{ to: 'lin@amber.example', givenUp: true, reason: expect.stringContaining('no such person') }]);
});

test('a greylisting or busy server is asked again later', async () => {
  const app = await outbox(['lin']);
  let known = false;
  const { address, taken } = await smtp({ onRcptTo: (_to, _session, done) => (known ? done() : done(refusing(451, '4.7.1 greylisted, come again'))) });
  const mailer = mailerTo(address);
  await sendLetters(app, mailer);
  expect(await app.data.letters.get('lin')).toMatchObject({ nextAttemptAt: '2026-11-22T12:01:00.000Z', text: 'a link' });
  known = true;
  app.setNow('2026-11-22T12:01:00Z');
  expect(await sendLetters(app, mailer)).toEqual({ sent: 1, failed: 0 });
  expect(taken).toEqual(['lin@amber.example']);
});

test('one refused recipient of many keeps no other letter back', async () => {
  const app = await outbox(['ada', 'bo', 'cai']);
  const { address, taken } = await smtp({ onRcptTo: ({ address: to }, _session, done) => (to.startsWith('bo') ? done(refusing(550, 'no such person')) : done()) });
  expect(await sendLetters(app, mailerTo(address))).toEqual({ sent: 2, failed: 1 });
  expect(taken.sort()).toEqual(['ada@amber.example', 'cai@amber.example']);
});

test('a server that never answers is given up on soon, once for all letters, and all of them wait', async () => {
  const app = await outbox(['ada', 'bo', 'cai']);
  let connections = 0;
  const silent = createServer(() => (connections += 1));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  ends.push(() => silent.close());
  const { port } = silent.address() as AddressInfo;
  expect(await sendLetters(app, mailerTo(`smtp://127.0.0.1:${port}`, {}, { ...patience, greetingTimeout: 300 }))).toEqual({ sent: 0, failed: 3 });
  expect(connections).toBe(1);
  expect(await lettersOverview(app)).toMatchObject({ waiting: 3, givenUp: 0 });
});

test('a server that wants a password it is not given loses no letter', async () => {
  const app = await outbox(['lin']);
  const { address } = await smtp({ authOptional: false });
  await sendLetters(app, mailerTo(address));
  expect(await lettersOverview(app)).toMatchObject({ waiting: 1, givenUp: 0 });
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-ca-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '3650', '-subj', '/CN=Amber private CA');
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'mail.key', '-out', 'mail.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  openssl('x509', '-req', '-in', 'mail.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'mail.pem', '-days', '3650', '-extfile', 'names');
  return () => rmSync(folder, { recursive: true, force: true });
});

test('a private certificate is believed where its signer is named, and otherwise the reason is told and the letter waits', async () => {
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');
  const { address, taken } = await smtp({ key: file('mail.key'), cert: file('mail.pem'), disabledCommands: [] });
  const app = await outbox(['lin']);
  await sendLetters(app, mailerTo(address));
  expect((await lettersOverview(app)).troubled[0]).toMatchObject({ givenUp: false, reason: expect.stringMatching(/certificate/i) });
  const { smtpCa } = readConfig({}, { MURMUR_SMTP_CA: join(folder, 'ca.pem') });
  app.setNow('2026-11-22T12:01:00Z');
  expect(await sendLetters(app, mailerTo(`${address}?requireTLS=true`, { smtpCa }))).toEqual({ sent: 1, failed: 0 });
  expect(taken).toEqual(['lin@amber.example']);
});

test('where TLS is required, a server without it gets no letter', async () => {
  const app = await outbox(['lin']);
  const { address, taken } = await smtp();
  await sendLetters(app, mailerTo(`${address}?requireTLS=true`));
  expect([taken, (await lettersOverview(app)).waiting]).toEqual([[], 1]);
});

test('settings that cannot work are named at start, without the password in them', () => {
  expect(() => readConfig({}, { MURMUR_SMTP: 'mail.amber.example:secret' })).toThrow(/^MURMUR_SMTP: an address like/);
  expect(() => readConfig({}, { MURMUR_SMTP_CA: '/nowhere/ca.pem' })).toThrow('MURMUR_SMTP_CA: the file «/nowhere/ca.pem» cannot be read');
  expect(() => readConfig({}, { MURMUR_SMTP_CA: 'package.json' })).toThrow('holds no certificate');
});

test.each([
  [{ code: 550, to: 'RCPT TO', said: '550 5.1.1 unknown' }, 'letter'],
  [{ code: 554, to: 'DATA', said: '554 5.7.1 looks like spam' }, 'letter'],
  [{ code: 550, to: 'RCPT TO', said: '550 relaying denied' }, 'later'],
  [{ code: 554, to: 'RCPT TO', said: '554 5.7.1 access denied' }, 'later'],
  [{ code: 451, to: 'DATA', said: '451 busy' }, 'later'],
  [{ code: 421, to: 'RCPT TO', said: '421 closing' }, 'server'],
  [{ code: 535, to: 'AUTH PLAIN', said: '535 bad password' }, 'server'],
  [{ code: 550, to: 'MAIL FROM', said: '550 unknown sender' }, 'server'],
  [{ code: null, to: 'CONN', said: 'Greeting never received' }, 'server'],
] as const)('%j is trouble of the %s', (reply, trouble) => {
  expect(troubleIn(reply)).toBe(trouble);
});

test('a filter that repeats the link of a letter hands no way in to whoever reads the reason', () => {
  const secret = 'qk7V'.repeat(10);
  expect(reasonFrom(`554 blocked: https://murmur.example/sign-in/${secret}?x\r\n ${secret} listed`)).toBe('554 blocked: https://murmur.example/sign-in/… … listed');
});

test('HR and administrators see what was not taken, without its text, and send a test letter', async () => {
  const { address, taken } = await smtp({ onRcptTo: ({ address: to }, _session, done) => (to.startsWith('nobody') ? done(refusing(550, 'no such person')) : done()) });
  const app = await testApp({ smtp: address });
  await aSmallCompany(app);
  await app.data.letters.addAll([newLetter({ id: 'l', to: 'nobody@amber.example', subject: 'Hello', text: 'the-text', dueOn: app.today() })]);
  await sendLetters(app, mailerTo(address));
  for (const as of ['hr', 'admin']) {
    const shown = JSON.stringify(await visit(app, lettersPage, '/people/letters', { as }));
    expect(shown).toContain('no such person');
    expect(shown, 'where to look for what is sent back later').toContain(app.config.mailFrom);
    expect(shown).not.toContain('the-text');
    expect(shown).not.toMatch(/T12:00/);
  }
  const sent = (await visit(app, testLetter, '/people/letters', { as: 'admin', form: { to: 'admin@amber.example' } })) as Response;
  expect(sent.headers.get('location')).toBe('/people/letters?tested');
  expect(taken).toEqual(['admin@amber.example']);
  const refusal = (await visit(app, testLetter, '/people/letters', { as: 'admin', form: { to: 'nobody@amber.example' } })) as Response;
  expect(await refusal.json()).toMatchObject({ errors: { to: 'mail-refused' }, details: { reason: expect.stringContaining('no such person') }, values: { to: 'nobody@amber.example' } });
  expect(await sendTestLetter(await testApp(), 'a@b.example', 'en')).toMatchObject({ because: 'no-mail-server' });
});
