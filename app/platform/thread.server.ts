// Long work runs beside the event loop: pages go on being answered meanwhile.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A thread's file, relative to the module that starts it. */
export interface ThreadSource {
  readonly file: string;
  readonly from: ImportMeta['url'];
}

/** The built thread of this name beside the built server; in a checkout its source, translated as it is loaded. */
export function startThread(name: string, { file, from }: ThreadSource, workerData: unknown): Worker {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [join(here, `${name}.js`), join(here, '..', `${name}.js`)].find((path) => existsSync(path));
  if (built) return new Worker(built, { workerData, execArgv: [] });
  return new Worker(join(here, 'thread-from-source.mjs'), { workerData, argv: [fileURLToPath(new URL(file, from))], execArgv: [] });
}
