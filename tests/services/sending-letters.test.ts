import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { openMailer, type Mailer } from '#app/platform/mailer.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A mail server on this machine that keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}): Promise<{ letters: string[]; mailer: Mailer }> {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString());
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mailer = openMailer({ smtp: `smtp://127.0.0.1:${port}`, mailFrom: 'Murmur <murmur@amber.example>' })!;
  ends.push(() => {
    mailer.close();
    server.close();
  });
  return { letters, mailer };
}

async function letterIn(app: TestApp, id = 'letter'): Promise<void> {
  await app.data.letters.addAll([newLetter({ id, to: 'lin@amber.example', subject: '您的链接', text: 'the link', dueOn: app.today() })]);
}

test('a letter reaches the mail server once and its text is forgotten here', async () => {
  const app = await testApp();
  const { letters, mailer } = await mailServer();
  await letterIn(app);
  expect(await sendLetters(app, mailer)).toEqual({ sent: 1, failed: 0 });
  expect(await sendLetters(app, mailer)).toEqual({ sent: 0, failed: 0 });
  expect(letters).toHaveLength(1);
  expect(letters[0]).toContain('To: lin@amber.example');
  expect(await app.data.letters.get('letter')).toMatchObject({ text: '', sentOn: '2026-11-22' });
});

test('the sign-in link of a letter that was sent is in no file after the portal has ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-letters-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const app = await testApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite') });
  const { mailer } = await mailServer();
  const link = `/sign-in/${'qk7V'.repeat(10)}`;
  const letters = Array.from({ length: 6 }, (_, number) => ({ id: `letter-${number}`, text: `${link}-${number} ${'…'.repeat(300)}` }));
  await app.data.letters.addAll(letters.map((letter) => newLetter({ ...letter, to: 'lin@amber.example', subject: 'Your link', dueOn: app.today() })));
  const found = () => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(link));
  expect(found()).not.toEqual([]);
  await sendLetters(app, mailer);
  await app.data.close();
  expect(found()).toEqual([]);
});

test('a letter that is refused waits and is tried again later', async () => {
  const app = await testApp();
  let open = false;
  const { letters, mailer } = await mailServer({
    onRcptTo: (_address, _session, done) => done(open ? null : Object.assign(new Error('mailbox busy'), { responseCode: 450 })),
  });
  await letterIn(app);
  expect(await sendLetters(app, mailer)).toEqual({ sent: 0, failed: 1 });
  expect((await app.data.letters.get('letter'))!.failed).toContain('mailbox busy');
  open = true;
  expect(await sendLetters(app, mailer)).toEqual({ sent: 0, failed: 0 });
  app.setNow('2026-11-22T12:01:00Z');
  expect(await sendLetters(app, mailer)).toEqual({ sent: 1, failed: 0 });
  expect(letters).toHaveLength(1);
});

test('a letter that is refused for two days is given up and said so', async () => {
  const app = await testApp();
  const mailer = openMailer({ smtp: 'smtp://127.0.0.1:1', mailFrom: 'Murmur <murmur@amber.example>' })!;
  await letterIn(app);
  for (let hour = 0; hour < 72; hour += 1) {
    await sendLetters(app, mailer);
    app.setNow(new Date(Date.parse('2026-11-22T12:00:00Z') + hour * 3_600_000).toISOString());
  }
  expect(await app.data.letters.counts()).toEqual({ waiting: 0, givenUp: 1 });
});

test('a letter claimed by a process that died is sent after its claim has run out', async () => {
  const app = await testApp();
  const { letters, mailer } = await mailServer();
  await letterIn(app);
  await app.data.letters.claim({ now: app.now().toISOString(), until: '2026-11-22T12:05:00.000Z', limit: 1 });
  await sendLetters(app, mailer);
  expect(letters).toHaveLength(0);
  app.setNow('2026-11-22T12:05:00Z');
  await sendLetters(app, mailer);
  expect(letters).toHaveLength(1);
});
