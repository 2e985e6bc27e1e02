// Stores that give an order away, each in ways of its own. Here only to prove that the linker finds what can be found.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from '#db/dialects/sqlite-driver.ts';
import { storedRecords } from '#app/domain/privacy/linker/stored-records.ts';
import type { Loot, Respondent, StoredBallot } from '#app/domain/privacy/linker/strategies.ts';
import { storedFile } from '#app/services/publication/loot.server.ts';

/** What lies there after so many people have voted, but for the raw disk. */
export type Naive = Omit<Loot, 'disk'>;

const receiptOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');
/** So that only what a strategy looks at can tell. */
const byReceipt = (one: StoredBallot, other: StoredBallot) => (one.receipt < other.receipt ? -1 : 1);
const aBody = () => randomBytes(5_000 + (randomBytes(2).readUInt16LE() >> 3));

/** What an honest beginner would build: ballots in a table, in the order in which they come, with a time, beside a write-ahead log. */
export function beginnersStore(folder: string, people: number, blocks: number): Naive & { readonly files: Uint8Array } {
  const path = join(folder, 'ballots.sqlite');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 0');
  db.exec('create table issued (id integer primary key autoincrement, person text)');
  db.exec('create table ballot (id integer primary key autoincrement, at integer, block integer, serial blob, body blob)');
  const issue = db.prepare('insert into issued (person) values (?)');
  const drop = db.prepare('insert into ballot (at, block, serial, body) values (?, ?, ?, ?)');
  const respondents: Respondent[] = [];
  for (let number = 0; number < people; number += 1) {
    const [person, block, serial, body] = [`person-${randomBytes(4).toString('hex')}`, number % blocks, randomBytes(32), aBody()];
    issue.run(person);
    drop.run(1_795_000_000_000 + number * 30_000, block, serial, body);
    respondents.push({ person, block, receipt: receiptOf(body), requested: body.length });
  }
  db.pragma('wal_checkpoint(PASSIVE)');
  const [box, wal] = [readFileSync(path), readFileSync(`${path}-wal`)];
  const padding = Buffer.alloc((512 - (box.length % 512)) % 512);
  db.close();
  const file = storedFile(path);
  const ballots = storedRecords(box, 'ballot').map((record, index): StoredBallot => {
    const [block, serial, body] = [record.columns[2] as number, record.columns[3] as Uint8Array, record.columns[4] as Uint8Array];
    return { receipt: receiptOf(body), block, serial, size: body.length, file, at: index, record };
  });
  const issued = storedRecords(box, 'issued').map((record) => ({ person: record.columns[1] as string, at: record.rowId ?? 0 }));
  return { respondents, ballots: ballots.sort(byReceipt), issued, receipts: respondents.map(({ receipt }) => receipt), files: Buffer.concat([box, padding, wal]) };
}

/** A folder with a file for each ballot, under a name that tells nothing, and a list of receipts in the order in which they came. */
export function fileForEach(folder: string, people: number, blocks: number): Naive {
  mkdirSync(join(folder, 'ballots'));
  const respondents: Respondent[] = [];
  const ballots: StoredBallot[] = [];
  for (let number = 0; number < people; number += 1) {
    const [block, serial, body] = [number % blocks, randomBytes(32), aBody()];
    body.set(serial);
    const path = join(folder, 'ballots', randomBytes(8).toString('hex'));
    const handle = openSync(path, 'wx');
    writeSync(handle, body);
    fsyncSync(handle);
    closeSync(handle);
    respondents.push({ person: `person-${number}`, block, receipt: receiptOf(body), requested: body.length });
    ballots.push({ receipt: receiptOf(body), block, serial, size: body.length, file: storedFile(path), at: 0 });
  }
  return { respondents, ballots: ballots.sort(byReceipt), issued: [], receipts: respondents.map(({ receipt }) => receipt) };
}
