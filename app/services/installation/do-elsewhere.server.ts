// Long work beside the event loop: a thread with a connection of its own does it, while pages and ballots go on being answered here.
import type { App } from '#app/platform/app.server.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { Config } from '#app/platform/config.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import type { Asked } from './forget.server.ts';
import type { ImportOutcome, ImportReview } from '#app/services/organisation/import-staged.server.ts';
import type { HowToImport, Importer } from '#app/services/organisation/import-people.server.ts';
import type { PeopleFiles } from '#app/services/organisation/read-people.server.ts';
import { stopSignal, Stopped, whileRunning } from '#app/services/publication/stop-work.server.ts';
import type { Handing } from '#app/services/notifications/send-letters.server.ts';

/** What can be done elsewhere, and what comes back. */
interface Works {
  'write-letters': { readonly order: object; readonly result: number };
  'send-letters': { readonly order: object; readonly result: Handing };
  'review-import': { readonly order: { readonly files: PeopleFiles }; readonly result: ImportReview };
  'list-problems': { readonly order: { readonly files: PeopleFiles; readonly language: Language }; readonly result: string };
  import: { readonly order: { readonly files: PeopleFiles & HowToImport; readonly actor: Importer }; readonly result: ImportOutcome };
  'close-journal': { readonly order: object; readonly result: null };
  'forget-asking': { readonly order: { readonly survey: Asked }; readonly result: boolean };
  'forget-ended': { readonly order: object; readonly result: boolean };
  'forget-links': { readonly order: { readonly everything: boolean }; readonly result: boolean };
}

export type Order = { readonly [Work in keyof Works]: { readonly work: Work } & Works[Work]['order'] }[keyof Works];
export type ResultOf<O extends Order> = Works[O['work']]['result'];

export interface ThreadOrder {
  readonly config: Config;
  /** Milliseconds by which the App's clock is ahead of the computer's. */
  readonly ahead: number;
  readonly order: Order;
}

/** What a database throws does not travel as it is: its words and its code do. */
export type ThreadMessage = { readonly result: unknown } | { readonly step: unknown } | { readonly failed: { readonly message: string; readonly code?: string; readonly stack?: string } };

/** Whether somebody else can open the same data: not where they lie in the memory of this process. */
export function hasElsewhere({ config }: App): boolean {
  return config.database !== ':memory:';
}

/** Throws what the thread throws, and `Stopped` where the portal was told to end before it had a result. `tell` hears how far it is. */
export function doElsewhere<O extends Order>(app: App, order: O, tell: (step: unknown) => void = () => undefined): Promise<ResultOf<O>> {
  return whileRunning(app, resultOf(app, order, tell));
}

async function resultOf<O extends Order>(app: App, order: O, tell: (step: unknown) => void): Promise<ResultOf<O>> {
  const stop = stopSignal(app);
  if (stop.aborted) throw new Stopped();
  const ahead = app.now().getTime() - Date.now();
  const worker = startThread('elsewhere', { file: './elsewhere-thread.server.ts', from: import.meta.url }, { config: app.config, ahead, order } satisfies ThreadOrder);
  // It ends where it can, and takes back what it had begun.
  const end = () => worker.postMessage('stop');
  stop.addEventListener('abort', end, { once: true });
  let told: ThreadMessage | null = null;
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: ThreadMessage) => {
        if ('step' in message) tell(message.step);
        else told = message;
      });
      worker.once('error', (error) => reject(stop.aborted ? new Stopped() : error));
      // Not before it has let go of the database.
      worker.once('exit', () => {
        if (told && 'result' in told) resolve(told.result as ResultOf<O>);
        else reject(stop.aborted ? new Stopped() : failureOf(order, told));
      });
    });
  } finally {
    stop.removeEventListener('abort', end);
  }
}

function failureOf({ work }: Order, told: ThreadMessage | null): Error {
  if (!told || !('failed' in told)) return new Error(`${work} ended without a result`);
  const { message, ...more } = told.failed;
  return Object.assign(new Error(`${work}: ${message}`), more);
}
