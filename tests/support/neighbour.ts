// A second process that has the portal's database open: it reads for long in one transaction, in which nothing may change, and writes in
// between, until its standard input ends. neighbour.ts FILE ACTION: `reads-and-writes`, or `reading` or `writing` for one transaction.
import { writeSync } from 'node:fs';
import { once } from 'node:events';
import Database from '#db/dialects/sqlite-driver.ts';
import { openData } from '#db/index.server.ts';
import { lastWritten, write } from './numbered-writes.ts';

const [file = '', action = ''] = process.argv.slice(2);
const say = (line: string) => void writeSync(1, `${line}\n`);
let told = false;
process.stdin.resume().once('end', () => (told = true));
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** All of the rows many times over: what the first look showed, every later one shows. */
async function readForLong(): Promise<void> {
  const reader = new Database(file);
  reader.exec('begin');
  const looks: number[] = [];
  for (let look = 0; look < 12; look += 1) {
    looks.push(lastWritten(reader, 'portal'));
    await turn();
  }
  reader.exec('commit');
  reader.close();
  if (new Set(looks).size > 1) throw new Error(`one transaction saw ${looks.join(', ')}`);
  say(`read ${looks[0]}`);
}

async function readAndWrite(): Promise<void> {
  const data = await openData(file);
  for (let number = 1; !told; ) {
    await readForLong();
    try {
      await write(data, 'neighbour', number);
      say(`wrote ${number}`);
      number += 1;
    } catch (error) {
      if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error;
      say('busy');
    }
    await turn();
  }
  await data.close();
}

async function stand(begin: string): Promise<void> {
  const database = new Database(file);
  database.exec(begin);
  const seen = lastWritten(database, 'portal');
  say('standing');
  if (!told) await once(process.stdin, 'end');
  if (lastWritten(database, 'portal') !== seen) throw new Error('what was read has changed');
  database.exec('commit');
  database.close();
}

await (action === 'reads-and-writes' ? readAndWrite() : stand(action === 'writing' ? 'begin immediate' : 'begin'));
say('closed');
