// A process that writes into the portal's database and overwrites what was there, without end or so often. What is said stands on standard
// output, a line each, when it is true: overwriter.ts FILE WRITER FIRST TIMES.
import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openData } from '#db/index.server.ts';
import { write } from './numbered-writes.ts';

const [file = '', writer = '', first = '1', times = 'Infinity'] = process.argv.slice(2);
const say = (line: string) => void writeSync(1, `${line}\n`);

/** Waiting in vain for another process is no fault; everything else is, and ends this one. */
async function unlessBusy<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return 'busy';
    throw error;
  }
}

const data = await openData(file);
let number = Number(first);
for (let round = 0; round < Number(times); round += 1) {
  if ((await unlessBusy(() => write(data, writer, number))) === 'busy') say('busy');
  else {
    say(`wrote ${number}`);
    number += 1;
  }
  if (randomInt(2) === 0) continue;
  const what = randomInt(2) === 0 ? 'log' : 'everything';
  say(`overwriting ${what}`);
  say(`overwrote ${await unlessBusy(() => data.overwrite(what))}`);
}
await data.close();
say('closed');
