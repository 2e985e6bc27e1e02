// The log of the embedded database is overwritten while it is in use: nothing that was committed may be lost by it, whenever the
// process ends and whoever else reads.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { overwriteLog } from '#db/dialects/overwriting.ts';
import Database, { type SqliteDatabase } from '#db/dialects/sqlite-driver.ts';
import { times } from '#tests/support/repetitions.ts';

const script = fileURLToPath(new URL('../support/overwriting-writer.ts', import.meta.url));
const kept = 20;
let folder: string;
let file: string;

function opened(): SqliteDatabase {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('busy_timeout = 5000');
  return database;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-overwriting-'));
  file = join(folder, 'data.sqlite');
  const database = opened();
  database.exec('create table rows (number integer primary key, text text not null) without rowid');
  database.close();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const child = (action: string) => spawn(process.execPath, ['--import', 'tsx', script, file, action], { stdio: ['pipe', 'pipe', 'inherit'] });

/** Kills the writer when it has said so many numbers; gives the last one it said. */
async function killedAfter(count: number): Promise<number> {
  const writer = child('write');
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  let last = 0;
  let heard = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    heard += 1;
    if (heard === count) writer.kill('SIGKILL');
  }
  await ended;
  return last;
}

test(
  'killed at any moment, what was committed is there, and what was deleted is not',
  async () => {
    let lost = 0;
    const rounds = times(8, 200);
    for (let round = 0; round < rounds; round += 1) {
      const last = await killedAfter(15 + ((round * 37) % 90));
      const database = opened();
      const numbers = database.prepare('select number from rows order by number').pluck().all() as number[];
      const end = numbers.at(-1) ?? 0;
      // The commit whose number was not heard any more may have been made.
      lost += end === last || end === last + 1 ? 0 : 1;
      expect(numbers).toEqual(Array.from({ length: Math.min(kept, end) }, (_, index) => end - Math.min(kept, end) + 1 + index));
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      database.exec('delete from rows');
      database.close();
    }
    process.stdout.write(`kills while the log is overwritten: ${rounds}; committed rows lost ${lost}\n`);
    expect(lost).toBe(0);
  },
  600_000,
);

test(
  'another process that reads sees one moment to the end, and the log waits for it',
  async () => {
    const database = opened();
    const add = database.prepare("insert into rows values (?, 'text')");
    for (let number = 1; number <= 5; number += 1) add.run(number);
    const reader = child('read');
    const lines = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();
    const next = async () => (await lines.next()).value as string;
    expect(await next()).toBe('1,2,3,4,5');
    add.run(6);
    database.pragma('busy_timeout = 50');
    expect(overwriteLog(database)).toBe(false);
    add.run(7);
    reader.stdin.write('go on\n');
    expect(await next()).toBe('1,2,3,4,5');
    expect(await next()).toBe('1,2,3,4,5,6,7');
    await new Promise((resolve) => reader.once('exit', resolve));
    expect(overwriteLog(database)).toBe(true);
    expect(database.prepare('select count(*) from rows').pluck().get()).toBe(7);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  },
  60_000,
);
