// Long work runs beside the event loop: pages go on being answered meanwhile.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** The built thread of this name beside the built server; in a checkout its source, translated as it is loaded. */
export function startThread(name: string, source: string, workerData: unknown): Worker {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [join(here, `${name}.js`), join(here, '..', `${name}.js`)].find((path) => existsSync(path));
  return built ? new Worker(built, { workerData, execArgv: [] }) : new Worker(join(here, 'thread-from-source.mjs'), { workerData, argv: [source], execArgv: [] });
}
