// The thread that does long work: one order in, one result out. It has an App of its own, on the same data, and ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import '#app/text/all.server.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import type { Order, ThreadMessage, ThreadOrder } from './do-elsewhere.server.ts';
import { forgetAskingHere, forgetEndedHere, forgetLinksHere } from './forget.server.ts';
import { importHere, reviewHere } from '#app/services/organisation/import-staged.server.ts';
import { problemsFile } from '#app/services/organisation/problems-file.server.ts';
import { closeJournalHere } from './keep-journal.server.ts';
import { writeManyLetters } from '#app/services/notifications/owe-letters.server.ts';
import { stopWork } from '#app/services/publication/stop-work.server.ts';
import { handOver } from '#app/services/notifications/send-letters.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

async function carryOut(app: App, order: Order): Promise<unknown> {
  switch (order.work) {
    case 'write-letters':
      return writeManyLetters(app);
    case 'send-letters':
      return sendAll(app);
    case 'review-import':
      return reviewHere(app, order.files, (step) => say({ step }));
    case 'list-problems':
      return problemsFile(app, order.language, order.files);
    case 'import':
      return importHere(app, order.actor, order.files);
    case 'close-journal':
      return closeJournalHere(app);
    case 'forget-asking':
      return forgetAskingHere(app, order.survey);
    case 'forget-ended':
      return forgetEndedHere(app);
    case 'forget-links':
      return forgetLinksHere(app, order.everything);
  }
}

async function sendAll(app: App): Promise<unknown> {
  const mailer = openMailer(app.config);
  if (!mailer) throw new Error('there is no mail server');
  try {
    return await handOver(app, mailer);
  } finally {
    mailer.close();
  }
}

const say = (message: ThreadMessage) => port.postMessage(message);
const { config, ahead, order } = workerData as ThreadOrder;
const app = await openApp(config, () => new Date(Date.now() + ahead), { guest: true });
port.on('message', () => void stopWork(app));
try {
  say({ result: (await carryOut(app, order)) ?? null });
} catch (error) {
  const { message, stack, code } = error as Error & { code?: unknown };
  say({ failed: { message, ...(stack !== undefined && { stack }), ...(code !== undefined && { code: String(code) }) } });
} finally {
  await app.data.close();
  port.close();
}
