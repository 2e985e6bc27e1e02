// The store of before: box and roll as databases with a rollback journal that is deleted after each transaction, slots full of noise
// from the start, deleted rows zeroed, every commit waited for. Its files tell no order; the free blocks of its disk do.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database, { type SqliteDatabase } from '#db/dialects/sqlite-driver.ts';
import { storedRecords } from '#app/domain/privacy/linker/stored-records.ts';
import type { Respondent, StoredBallot } from '#app/domain/privacy/linker/strategies.ts';
import { storedFile } from '#app/services/publication/loot.server.ts';
import type { Naive } from './naive-store.ts';

const pageSize = 16_384;
const bodyBytes = 8192;

function startFile(path: string, schema: string): SqliteDatabase {
  const db = new Database(path);
  db.pragma(`page_size = ${pageSize}`);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(schema);
  return db;
}

function openFile(path: string): SqliteDatabase {
  const db = new Database(path);
  db.pragma('journal_mode = DELETE');
  db.pragma('secure_delete = ON');
  db.pragma('synchronous = EXTRA');
  return db;
}

function makeFiles(folder: string, people: readonly string[], blocks: number) {
  const [roll, box] = [join(folder, 'roll.sqlite'), join(folder, 'box.sqlite')];
  const list = startFile(roll, 'create table roll (person text primary key, block integer not null, blinded blob not null, reissued integer not null) without rowid');
  const slots = startFile(box, 'create table slot (block integer not null, id blob not null, body blob not null, primary key (block, id)) without rowid');
  const enter = list.prepare('insert into roll values (?, ?, zeroblob(32), 0)');
  const add = slots.prepare('insert into slot values (?, ?, randomblob(8192))');
  list.transaction(() => people.forEach((person, index) => enter.run(person, index % blocks)))();
  const ids = Array.from({ length: blocks }, (_, block) => people.flatMap((_, index) => (index % blocks === block ? [randomBytes(8), randomBytes(8)] : [])).sort(Buffer.compare));
  slots.transaction(() => ids.forEach((block, number) => block.forEach((id) => add.run(number, id))))();
  list.close();
  slots.close();
  return { roll, box, ids };
}

/** `people` times a paper and a ballot, one after another. */
export function journalStore(folder: string, people: number, blocks: number): Naive {
  const persons = Array.from({ length: people }, () => `person-${randomBytes(4).toString('hex')}`);
  const { roll, box, ids } = makeFiles(folder, persons, blocks);
  const [list, slots] = [openFile(roll), openFile(box)];
  const issue = list.prepare('update roll set blinded = ? where person = ?');
  const drop = slots.prepare('update slot set body = ? where block = ? and id = ?');
  const used = new Map<string, Buffer>();
  const respondents = persons.map((person, index): Respondent => {
    const block = index % blocks;
    const free = ids[block]!.splice(randomInt(ids[block]!.length), 1)[0]!;
    const body = randomBytes(bodyBytes);
    issue.run(randomBytes(32), person);
    drop.run(body, block, free);
    const receipt = createHash('sha256').update(body).digest('hex');
    used.set(receipt, body);
    return { person, block, receipt, requested: bodyBytes };
  });
  list.close();
  slots.close();
  const bytes = readFileSync(box);
  const file = { ...storedFile(box), pages: bytes.length / pageSize };
  const ballots = storedRecords(bytes, 'slot').flatMap((record, index): StoredBallot[] => {
    const body = record.columns[2] as Uint8Array;
    const receipt = createHash('sha256').update(body).digest('hex');
    return used.has(receipt) ? [{ receipt, block: record.columns[0] as number, serial: body.subarray(0, 32), size: bodyBytes, file, at: index, record }] : [];
  });
  const issued = storedRecords(readFileSync(roll), 'roll').map((record) => ({ person: record.columns[0] as string, at: record.page * 1e6 - record.offset }));
  return { respondents, ballots, issued, receipts: [...used.keys()].sort() };
}
