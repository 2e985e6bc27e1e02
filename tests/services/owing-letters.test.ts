// Letters to many people are owed in one step and written in handfuls: whatever stops the writing, nobody is written to twice and nobody
// is forgotten; and they are handed over at the mail server's pace.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { forgetAsking } from '#app/services/installation/forget.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { oweLetters, writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { handOver, lettersOverview, sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { testApp, type TestApp, type TestOptions } from '#tests/support/app.ts';
import { aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed, writePages } from '#tests/support/open-survey.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { times } from '#tests/support/repetitions.ts';

const monday = '2026-11-23T10:00:00Z';
const pulse = aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') });
const many = 640;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-owing-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** With so many people that their letters are written by a thread. */
async function aLargeCompany(options: TestOptions = {}): Promise<TestApp> {
  const dataFolder = aFolder();
  const app = await ballotApp({ now: monday, dataFolder, database: join(dataFolder, 'murmur.sqlite'), ...options });
  await app.data.people.saveAll(Array.from({ length: many }, (_, at) => aPerson(`many-${at}`, { departmentId: 'operations', language: 'en' })));
  return app;
}

const outbox = (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 10_000 });

interface Taken {
  readonly to: string;
  readonly messageId: string;
  readonly session: string;
}

async function mailServer(options: SMTPServerOptions = {}): Promise<{ address: string; taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const messageId = /^Message-ID: (.*)$/im.exec(Buffer.concat(parts).toString())?.[1]?.trim() ?? '';
        for (const { address } of session.envelope.rcptTo) taken.push({ to: address, messageId, session: session.id });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ends.push(() => new Promise<void>((closed) => server.close(() => closed())));
  return { address: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, taken };
}

function mailerTo(address: string) {
  const mailer = openMailer({ smtp: address, mailFrom: 'Murmur <murmur@amber.example>' })!;
  ends.push(() => mailer.close());
  return mailer;
}

describe('writing', () => {
  test('a thread writes to many, each once, with a link that works', async () => {
    const app = await aLargeCompany();
    await sealed(app, pulse);
    expect(await inviteToOpenSurveys(app)).toBe(many + 44);
    expect(await app.data.owedLetters.jobs()).toEqual([]);
    const letters = await outbox(app);
    expect(new Set(letters.map(({ to }) => to)).size).toBe(many + 44);
    expect(letters).toHaveLength(many + 44);
    const links = letters.map(({ text }) => /sign-in\/(\S+)/.exec(text)?.[1]);
    expect(new Set(links).size).toBe(many + 44);
  }, 120_000);

  test('what is owed when the survey closes is written to nobody', async () => {
    const app = await ballotApp({ now: monday });
    const { hash } = await sealed(app, pulse);
    await app.data.transaction((stores) => oweLetters(app, stores, { occasion: 'opening', surveyId: 'pulse', asks: true, about: null, people: ['north-1', 'north-2'] }));
    expect(await lettersOverview(app)).toMatchObject({ waiting: 2 });
    await forgetAsking(app, { id: 'pulse', manifestHash: hash });
    expect(await writeOwedLetters(app)).toBe(0);
    expect([await outbox(app), await app.data.owedLetters.count()]).toEqual([[], 0]);
  });

  test('two who write at the same moment write to everybody once, and who left since is struck off without a letter', async () => {
    const dataFolder = aFolder();
    const database = join(dataFolder, 'murmur.sqlite');
    const app = await ballotApp({ now: monday, dataFolder, database });
    await sealed(app, pulse);
    const people = (await app.data.people.all()).map(({ id }) => id);
    await app.data.transaction((stores) => oweLetters(app, stores, { occasion: 'opening', surveyId: 'pulse', asks: true, about: null, people }));
    await app.data.people.save({ ...(await app.data.people.get('north-3'))!, leftOn: app.today() });
    const other = await testApp({ now: monday, dataFolder, database });
    // Secrets of tests are counted, in each App from the beginning.
    const written = await Promise.all([writeOwedLetters(app), writeOwedLetters({ ...other, newSecret: () => randomBytes(32).toString('base64url') })]);
    expect(written[0] + written[1]).toBe(43);
    expect(new Set((await outbox(app)).map(({ to }) => to)).size).toBe(43);
    expect(await app.data.owedLetters.count()).toBe(0);
  });

  test('killed after any handful, the next start writes to the others and to nobody twice', async () => {
    const prepared = aFolder();
    writePages(join(prepared, 'build'));
    const first = await testApp({ now: monday, dataFolder: prepared, database: join(prepared, 'murmur.sqlite'), buildFolder: join(prepared, 'build') });
    await aSmallCompany(first);
    await sealed(first, pulse);
    await letGo(first);
    await first.data.close();
    for (let round = 0; round < times(2, 40); round += 1) {
      const folder = aFolder();
      cpSync(prepared, folder, { recursive: true });
      const handfuls = 1 + (round % 2);
      try {
        execFileSync(process.execPath, ['--import', 'tsx', resolve('tests/support/doomed.ts'), folder, 'letters:handful', 'invite', String(handfuls)], { stdio: 'pipe' });
        throw new Error('it was not killed');
      } catch (error) {
        expect((error as { signal?: string }).signal).toBe('SIGKILL');
      }
      const app = await testApp({ now: monday, dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: join(folder, 'build') });
      expect(await app.data.owedLetters.count()).toBe(44 - 20 * handfuls);
      expect(await inviteToOpenSurveys(app)).toBe(0);
      expect(new Set((await outbox(app)).map(({ to }) => to)).size).toBe(44);
      expect(await app.data.letters.counts()).toEqual({ waiting: 44, givenUp: 0 });
      await letGo(app);
      await app.data.close();
    }
  }, 300_000);
});

describe('handing over', () => {
  const letters = (app: TestApp, names: readonly string[]) =>
    app.data.letters.addAll(names.map((name) => newLetter({ id: name, to: `${name}@amber.example`, subject: 'Hello', text: 'a link', dueOn: app.today() })));
  const named = (count: number) => Array.from({ length: count }, (_, at) => `person-${String(at).padStart(4, '0')}`);

  test('a few connections carry all letters, each letter once', async () => {
    const app = await testApp();
    const { address, taken } = await mailServer();
    await letters(app, named(130));
    expect(await handOver(app, mailerTo(address))).toEqual({ sent: 130, failed: 0 });
    expect(new Set(taken.map(({ to }) => to)).size).toBe(130);
    expect(taken).toHaveLength(130);
    expect(new Set(taken.map(({ session }) => session)).size).toBeLessThanOrEqual(8);
    expect(await app.data.letters.counts()).toEqual({ waiting: 0, givenUp: 0 });
  });

  test('a thread sends many', async () => {
    const { address, taken } = await mailServer();
    const dataFolder = aFolder();
    const app = await testApp({ dataFolder, database: join(dataFolder, 'murmur.sqlite'), smtp: address });
    await letters(app, named(200));
    expect(await sendLetters(app, mailerTo(address))).toEqual({ sent: 200, failed: 0 });
    expect(new Set(taken.map(({ to }) => to)).size).toBe(200);
  }, 60_000);

  test('recipients who are greylisted hold up nobody else and are asked again later', async () => {
    const app = await testApp();
    let known = false;
    const grey = (to: string) => Number(/\d+/.exec(to)?.[0]) % 3 === 0 && !known;
    const refusing = Object.assign(new Error('4.7.1 come again'), { responseCode: 451 });
    const { address, taken } = await mailServer({ onRcptTo: ({ address: to }, _session, done) => (grey(to) ? done(refusing) : done()) });
    await letters(app, named(60));
    expect(await handOver(app, mailerTo(address))).toEqual({ sent: 40, failed: 20 });
    known = true;
    expect(await handOver(app, mailerTo(address))).toEqual({ sent: 0, failed: 0 });
    app.setNow('2026-11-22T12:01:00Z');
    expect(await handOver(app, mailerTo(address))).toEqual({ sent: 20, failed: 0 });
    expect(new Set(taken.map(({ to }) => to)).size).toBe(60);
  });

  test('a process that dies with letters in its hands doubles those at most, and a doubled one has the same Message-ID', async () => {
    const app = await testApp();
    const { address, taken } = await mailServer();
    await letters(app, named(80));
    // Killed after the server took some and before that was marked.
    const mailer = mailerTo(address);
    const claimed = await app.data.letters.claim({ now: app.now().toISOString(), until: '2026-11-22T12:05:00.000Z', limit: 25 });
    for (const letter of claimed) await mailer.send(letter);
    app.setNow('2026-11-22T12:05:00Z');
    expect(await handOver(app, mailer)).toEqual({ sent: 80, failed: 0 });
    const ids = new Map<string, Set<string>>();
    for (const { to, messageId } of taken) ids.set(to, (ids.get(to) ?? new Set()).add(messageId));
    expect([taken.length, ids.size]).toEqual([105, 80]);
    expect([...ids.values()].every((own) => own.size === 1)).toBe(true);
    expect(new Set([...ids.values()].flatMap((own) => [...own])).size).toBe(80);
  });

  test('a Message-ID does not repeat an id that names a person', async () => {
    const app = await testApp();
    const { address, taken } = await mailServer();
    await letters(app, ['plans-2026-11-22-ada-lovelace']);
    await handOver(app, mailerTo(address));
    expect(taken[0]?.messageId).toMatch(/^<[\w-]{43}@amber\.example>$/);
  });

  test('letters that ask wait for working hours, others do not', async () => {
    const app = await ballotApp({ now: '2026-11-23T17:59:00Z' });
    const { address, taken } = await mailServer();
    const mailer = mailerTo(address);
    await sealed(app, pulse);
    await inviteToOpenSurveys(app);
    app.setNow('2026-11-23T18:00:00Z');
    await letters(app, ['who-asked-for-a-link']);
    await handOver(app, mailer);
    expect(taken.map(({ to }) => to)).toEqual(['who-asked-for-a-link@amber.example']);
    app.setNow('2026-11-24T09:00:00Z');
    expect((await handOver(app, mailer)).sent).toBe(44);
  });

  test('what was claimed and not tried goes back as it was when the portal ends', async () => {
    const app = await testApp();
    await letters(app, named(2));
    const claimed = await app.data.letters.claim({ now: app.now().toISOString(), until: '2026-11-22T12:05:00.000Z', limit: 2 });
    await app.data.letters.giveBack(claimed.map(({ id }) => id), app.now().toISOString());
    expect(await app.data.letters.get('person-0001')).toMatchObject({ attempts: 0, text: 'a link' });
    expect(await app.data.letters.due(app.now().toISOString(), 9)).toBe(2);
  });
});

test('everybody who was asked hears of a survey that was set aside, also where they are many', async () => {
  const app = await aLargeCompany();
  await app.data.surveys.add({ ...pulse, state: 'draft' });
  await app.data.transaction((stores) =>
    oweLetters(app, stores, { occasion: 'taken-up', surveyId: 'pulse', asks: false, about: { surveyId: 'pulse', reason: 'damaged', title: pulse.title, since: addDays(app.today(), -1) }, people: Array.from({ length: many }, (_, at) => `many-${at}`) }),
  );
  expect(await writeOwedLetters(app)).toBe(many);
  expect(new Set((await outbox(app)).map(({ to }) => to)).size).toBe(many);
}, 120_000);
