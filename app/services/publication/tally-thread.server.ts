// Starts the tally beside the event loop: pages go on being answered while a hundred thousand ballots are opened.
import type { Worker } from 'node:worker_threads';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import { startThread } from '#app/platform/thread.server.ts';
import { Stopped } from './stop-work.server.ts';
import type { Progress, Tallied, TallyOrder, TallyRefusal } from './tally.server.ts';

type Message = { readonly progress: Progress } | { readonly result: Outcome<Tallied, TallyRefusal> };

/** Throws what the thread throws. `stop` ends the thread wherever it is: it writes nothing, so nothing is left half written. */
export async function tallyInThread(order: TallyOrder, progress: (progress: Progress) => void, stop: AbortSignal): Promise<Outcome<Tallied, TallyRefusal>> {
  if (stop.aborted) throw new Stopped();
  const worker = startThread('tally', { file: './tally-worker.server.ts', from: import.meta.url }, order);
  const end = () => void worker.terminate();
  stop.addEventListener('abort', end, { once: true });
  try {
    return await resultOf(worker, progress, stop);
  } finally {
    stop.removeEventListener('abort', end);
  }
}

function resultOf(worker: Worker, progress: (progress: Progress) => void, stop: AbortSignal): Promise<Outcome<Tallied, TallyRefusal>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (stop.aborted) return;
      if ('progress' in message) progress(message.progress);
      else resolve(message.result);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(stop.aborted ? new Stopped() : new Error('the tally ended without a result')));
  });
}
