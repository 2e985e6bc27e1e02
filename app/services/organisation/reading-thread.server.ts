// Reads people files beside the event loop: pages go on being answered while a hundred thousand rows are taken apart.
import { isMainThread } from 'node:worker_threads';
import { startThread } from '#app/platform/thread.server.ts';
import { gathering, type ReadingMessage } from './reading-messages.server.ts';
import { readPeopleFiles, type Reading, type ReadingOrder } from './read-people.server.ts';

/** Below it, reading takes less time than starting a thread: about a thousand people. */
const smallFile = 128 * 1024;

export async function readPeople(order: ReadingOrder): Promise<Reading> {
  const size = order.files.people.byteLength + (order.files.departments?.byteLength ?? 0);
  // A thread has no loop that anybody waits for.
  return size <= smallFile || !isMainThread ? readPeopleFiles(order) : readInThread(order);
}

/** Throws what the thread throws. */
function readInThread(order: ReadingOrder): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = startThread('people', { file: './reading-worker.server.ts', from: import.meta.url }, order);
    const gathered = gathering();
    worker.on('message', (message: ReadingMessage) => {
      const whole = gathered.take(message);
      if (whole) resolve(whole);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reading ended without a directory')));
  });
}
