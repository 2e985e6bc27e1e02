// Starts the tally beside the event loop: pages go on being answered while a hundred thousand ballots are opened.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import type { Progress, Tallied, TallyOrder, TallyRefusal } from './tally.server.ts';

type Message = { readonly progress: Progress } | { readonly result: Outcome<Tallied, TallyRefusal> };

/** The built thread beside the built server; in a checkout the source, translated as it is loaded. */
function startThread(workerData: TallyOrder): Worker {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [join(here, 'tally.js'), join(here, '..', 'tally.js')].find((path) => existsSync(path));
  return new Worker(built ?? join(here, 'tally-from-source.mjs'), { workerData, execArgv: [] });
}

/** Throws what the thread throws. */
export function tallyInThread(order: TallyOrder, progress: (progress: Progress) => void): Promise<Outcome<Tallied, TallyRefusal>> {
  return new Promise((resolve, reject) => {
    const worker = startThread(order);
    worker.on('message', (message: Message) => ('progress' in message ? progress(message.progress) : resolve(message.result)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the tally ended without a result')));
  });
}
