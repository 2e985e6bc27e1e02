// Reads people files beside the event loop: pages go on being answered while a hundred thousand rows are taken apart.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { gathering, type ReadingMessage } from './reading-messages.server.ts';
import { readPeopleFiles, type Reading, type ReadingOrder } from './reading.server.ts';

/** Below it, reading takes less time than starting a thread: about a thousand people. */
const smallFile = 128 * 1024;

export async function readPeople(order: ReadingOrder): Promise<Reading> {
  const size = order.files.people.byteLength + (order.files.departments?.byteLength ?? 0);
  return size <= smallFile ? readPeopleFiles(order) : readInThread(order);
}

/** The built thread beside the built server; in a checkout the source, translated as it is loaded. */
function startThread(workerData: ReadingOrder): Worker {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [join(here, 'people.js'), join(here, '..', 'people.js')].find((path) => existsSync(path));
  return new Worker(built ?? join(here, 'reading-from-source.mjs'), { workerData, execArgv: [] });
}

/** Throws what the thread throws. */
function readInThread(order: ReadingOrder): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = startThread(order);
    const gathered = gathering();
    worker.on('message', (message: ReadingMessage) => {
      const whole = gathered.take(message);
      if (whole) resolve(whole);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reading ended without a directory')));
  });
}
