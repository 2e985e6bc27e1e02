// A portal that is killed while letters leave, at whatever moment: nobody goes without, and no more come twice than it had in its hands.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { handOver, sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { testApp } from '#tests/support/app.ts';
import { doomed } from '#tests/support/killed-at.ts';
import { openMailbox } from '#tests/support/mailbox.ts';

const letters = 120;
/** As docs/decisions/0033 states it. */
const mostTwice = 25;

test('a disk that is slow to mark what was taken is waited for', async () => {
  const [box, slow] = [await openMailbox(), new EventEmitter()];
  const app = await testApp({ smtp: box.address });
  await app.data.letters.addAll(Array.from({ length: letters }, (_, at) => newLetter({ id: `letter-${at}`, to: `to-${at}@amber.example`, subject: 'x', text: 'x', dueOn: app.today() })));
  const opened = once(slow, 'opens');
  // One goes first, and may be marked before the others follow.
  let marks = 0;
  const transaction: typeof app.data.transaction = async (work) => {
    if ((marks += 1) > 1) await opened;
    return app.data.transaction(work);
  };
  const mailer = openMailer(app.config)!;
  const sending = handOver({ ...app, data: { ...app.data, transaction } }, mailer);
  let received = 0;
  const look = () => (received += box.taken().length);
  await expect.poll(look, { timeout: 60_000 }).toBeGreaterThanOrEqual(mostTwice);
  // Those that must not come have the time in which all others came once more.
  await setTimeout(500);
  const marked = letters - (await app.data.letters.counts()).waiting;
  expect(look() - marked).toBeLessThanOrEqual(mostTwice);
  slow.emit('opens');
  expect(await sending).toEqual({ sent: letters, failed: 0 });
  mailer.close();
  box.close();
}, 120_000);

test.each([1, 40, 99])('killed when %i letters have arrived', async (enough) => {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-killed-'));
  const box = await openMailbox();
  const appHere = () => testApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), smtp: box.address, now: '2026-11-22T12:00:00Z' });
  const before = await appHere();
  await before.data.letters.addAll(Array.from({ length: letters }, (_, at) => newLetter({ id: `letter-${at}`, to: `to-${at}@amber.example`, subject: 'x', text: 'x', dueOn: before.today() })));
  await letGo(before);
  await before.data.close();

  const child = spawn(process.execPath, ['--import', 'tsx', doomed, folder, '-', 'send', box.address], { stdio: ['ignore', 'pipe', 'inherit'] });
  const received: string[] = [];
  const look = () => received.push(...box.taken().map(({ to }) => to));
  await expect.poll(() => (look(), received.length), { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(enough);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const app = await appHere();
  // What was claimed comes back after five minutes.
  app.setNow('2026-11-22T12:06:00Z');
  const mailer = openMailer(app.config)!;
  await sendLetters(app, mailer);
  mailer.close();
  look();
  expect((await app.data.letters.counts()).waiting).toBe(0);
  expect(new Set(received).size).toBe(letters);
  expect(received.length - letters).toBeLessThanOrEqual(mostTwice);
  process.stdout.write(`  killed after ${enough}: ${received.length - letters} came twice\n`);
  await letGo(app);
  await app.data.close();
  box.close();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
