// What an honest beginner would build: ballots in a table, in the order in which they come, with a time. Here only to prove that the
// linker finds what can be found.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from '#db/dialects/sqlite-driver.ts';
import { storedRecords } from '#app/domain/responses/linker/stored-records.ts';
import type { Loot, Respondent } from '#app/domain/responses/linker/strategies.ts';

/** Everything an attacker gets of such a store after so many people have voted, each with an answer of a length of their own. */
export function naiveLoot(people: number, blocks: number): Loot {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-naive-'));
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
    const [person, block, serial, body] = [`person-${randomBytes(4).toString('hex')}`, number % blocks, randomBytes(32), randomBytes(5_000 + (randomBytes(2).readUInt16LE() >> 3))];
    issue.run(person);
    drop.run(1_795_000_000_000 + number * 30_000, block, serial, body);
    respondents.push({ person, block, receipt: createHash('sha256').update(body).digest('hex'), requested: body.length });
  }
  db.pragma('wal_checkpoint(PASSIVE)');
  const [box, wal] = [readFileSync(path), readFileSync(`${path}-wal`)];
  db.close();
  rmSync(folder, { recursive: true });
  const ballots = storedRecords(box, 'ballot').map((record) => {
    const [block, serial, body] = [record.columns[2] as number, record.columns[3] as Uint8Array, record.columns[4] as Uint8Array];
    return { receipt: createHash('sha256').update(body).digest('hex'), block, serial, size: body.length, record };
  });
  const issued = storedRecords(box, 'issued').map((record) => ({ person: record.columns[1] as string, record }));
  return { respondents, ballots, box, beside: [wal], issued };
}
