// One file, one writer: whoever writes for long keeps nobody from reading, and nobody who waits for the lock holds up the event loop.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import Database, { type SqliteDatabase } from '#db/dialects/sqlite-driver.ts';
import { openData, type Data } from '#db/index.server.ts';
import { aPerson } from '#tests/support/directory.ts';

let folder = '';
let data: Data;
let other: SqliteDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-side-'));
  data = await openData(join(folder, 'murmur.sqlite'));
  await data.people.save(aPerson('ada'));
  other = new Database(join(folder, 'murmur.sqlite'));
});
afterEach(async () => {
  other.close();
  await data.close();
  rmSync(folder, { recursive: true, force: true });
});

test('pages are read while a transaction is under way, and see what was committed', async () => {
  let go = (): void => undefined;
  const told = new Promise<void>((resolve) => (go = resolve));
  const writing = data.transaction(async (stores) => {
    await stores.people.save({ ...aPerson('ada'), name: 'Ada Changed' });
    await told;
    expect((await stores.people.get('ada'))?.name).toBe('Ada Changed');
  });
  await setImmediate();
  expect((await data.people.get('ada'))?.name).toBe(aPerson('ada').name);
  go();
  await writing;
  expect((await data.people.get('ada'))?.name).toBe('Ada Changed');
});

const writers: readonly [string, () => Promise<void>][] = [
  ['a transaction', () => data.transaction((stores) => stores.people.save(aPerson('bo')))],
  ['a single statement', () => data.dailyWork.done('bo', day('2026-11-22'))],
];

test.each(writers)('%s waits for a lock that somebody else holds, and the event loop goes on', async (_name, write) => {
  other.exec('begin immediate');
  let written = false;
  const writing = write().then(() => (written = true));
  for (let turn = 0; turn < 1_000; turn += 1) await setImmediate();
  expect([written, await data.people.count()]).toEqual([false, 1]);
  other.exec('commit');
  await writing;
  expect(written).toBe(true);
});

test('those who write do so in the order in which they asked', async () => {
  const order: number[] = [];
  await Promise.all(Array.from({ length: 20 }, (_, number) => data.transaction(async (stores) => (await stores.people.count(), order.push(number)))));
  expect(order).toEqual(Array.from({ length: 20 }, (_, number) => number));
});

test('a transaction that fails leaves nothing and gives its turn to the next', async () => {
  await expect(data.transaction(async (stores) => (await stores.people.save(aPerson('bo')), Promise.reject(new Error('no'))))).rejects.toThrow('no');
  expect(await data.people.get('bo')).toBeNull();
  await data.people.save(aPerson('bo'));
  expect(await data.people.count()).toBe(2);
});
