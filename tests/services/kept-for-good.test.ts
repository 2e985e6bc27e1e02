// Small rules on which it rests that nothing acknowledged is lost, each by itself.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyOf } from '#app/domain/installation/installation.ts';
import { faultOf, writeSums } from '#app/services/installation/checksums.server.ts';
import { dialectOf } from '#db/dialects/dialect-of.ts';
import { testApp } from '#tests/support/app.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-kept-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the embedded database waits for the disk before it says that something is written', async () => {
  const db = new Kysely<unknown>({ dialect: dialectOf(join(folder, 'murmur.sqlite')) });
  expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  await db.destroy();
});

test('a database goes with its own folder, and without one only while nothing is open', () => {
  const halves = { database: 'a', folder: 'a', sealed: 1, found: 1, boxes: 1 };
  expect(keyOf(halves, 'new')).toMatchObject({ ok: true, value: 'a' });
  expect(keyOf({ ...halves, folder: 'b' }, 'new')).toMatchObject({ because: 'other-folder' });
  expect(keyOf({ ...halves, folder: null }, 'new')).toMatchObject({ because: 'no-folder' });
  expect(keyOf({ ...halves, folder: null, sealed: 0 }, 'new')).toMatchObject({ ok: true, value: 'a' });
  expect(keyOf({ ...halves, database: null }, 'new')).toMatchObject({ because: 'other-database' });
  expect(keyOf({ ...halves, database: null, boxes: 0 }, 'new')).toMatchObject({ ok: true, value: 'a' });
  expect(keyOf({ ...halves, database: null, folder: null }, 'new')).toMatchObject({ ok: true, value: 'new' });
  expect(keyOf({ ...halves, database: null, folder: null, found: 0, boxes: 0 }, 'new')).toMatchObject({ because: 'no-folder' });
});

test('a lease is taken by one, prolonged by whoever has it, and free when it has run out or its holder is dead', async () => {
  const { data } = await testApp();
  await data.installation.setKey('key');
  const at = (minute: number) => `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`;
  const hold = (holder: string, minute: number, dead: string | null = null) => data.installation.hold({ holder, dead, now: at(minute), until: at(minute + 5) });
  expect([await hold('one', 0), await hold('two', 1), await hold('one', 4), await hold('two', 8)]).toEqual([true, false, true, false]);
  expect([await hold('two', 9), await hold('one', 10)]).toEqual([true, false]);
  expect(await hold('three', 10, 'two')).toBe(true);
});

test('a byte of a backup that changed is seen, and so is a file that went or came', async () => {
  mkdirSync(join(folder, 'releases'));
  const files = ['portal.jsonl', 'releases/a.json'];
  for (const file of files) writeFileSync(join(folder, file), `{"of":"${file}"}\n`);
  await writeSums(folder);
  expect(await faultOf(folder)).toBeNull();
  for (const file of files) {
    const good = readFileSync(join(folder, file));
    writeFileSync(join(folder, file), good.map((byte, index) => (index === 3 ? byte ^ 1 : byte)));
    expect(await faultOf(folder)).toEqual({ because: 'changed-file', file });
    writeFileSync(join(folder, file), good);
  }
  writeFileSync(join(folder, 'releases', 'b.json'), '');
  expect(await faultOf(folder)).toEqual({ because: 'changed-file', file: 'releases/b.json' });
});
