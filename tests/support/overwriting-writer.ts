// Writes and deletes rows of an embedded database for ever, overwriting in between, and says which rows are committed.
// overwriting-writer.ts FILE write | read: `read` reads one moment, waits for a line, reads it again, and says what it saw.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Database from '#db/dialects/sqlite-driver.ts';
import { overwriteLog, rewriteTables } from '#db/dialects/overwriting.ts';

const [file = '', action = ''] = process.argv.slice(2);
const say = (line: string | number) => void writeSync(1, `${line}\n`);

const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('secure_delete = ON');
database.pragma('busy_timeout = 5000');

/** Rows that are there at any moment. */
const kept = 20;

function write(): void {
  const add = database.prepare('insert into rows (number, text) values (?, ?)');
  const remove = database.prepare('delete from rows where number <= ?');
  for (let number = 1; ; number += 1) {
    database.transaction(() => {
      add.run(number, `row-${number}-${'x'.repeat(1 + ((number * 7919) % 3000))}`);
      remove.run(number - kept);
    })();
    say(number);
    if (number % 3 === 0) rewriteTables(database, ['rows']);
    if (number % 2 === 0) overwriteLog(database);
  }
}

function read(): void {
  const rows = () => (database.prepare('select number from rows order by number').pluck().all() as number[]).join(',');
  database.exec('begin');
  say(rows());
  createInterface({ input: process.stdin }).once('line', () => {
    say(rows());
    database.exec('commit');
    say(rows());
    process.exit(0);
  });
}

if (action === 'read') read();
else write();
