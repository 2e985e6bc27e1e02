// Reads files of past answers beside the event loop, one after the other: each may take a gigabyte of memory, and pages go on being
// answered meanwhile.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { App } from '#app/platform/app.server.ts';
import type { PastJob } from './past-job.server.ts';
import { answersOf, writeResult } from './stage.server.ts';

export interface Progress {
  readonly done: number;
  /** Bytes of the file. */
  readonly of: number;
}

interface Jobs {
  readonly running: Map<string, Progress>;
  turn: Promise<unknown>;
}

const known = new WeakMap<App['data'], Jobs>();

function jobsOf(app: App): Jobs {
  const jobs = known.get(app.data) ?? { running: new Map(), turn: Promise.resolve() };
  known.set(app.data, jobs);
  return jobs;
}

const keyOf = ({ folder, result }: Pick<PastJob, 'folder' | 'result'>) => join(folder, result);

/** How far this job is; it is begun where it does not run yet. */
export function progressOf(app: App, job: PastJob): Progress {
  const jobs = jobsOf(app);
  const key = keyOf(job);
  const before = jobs.running.get(key);
  if (before) return before;
  const of = statSync(answersOf(job), { throwIfNoEntry: false })?.size ?? 0;
  const begun = { done: 0, of };
  jobs.running.set(key, begun);
  jobs.turn = jobs.turn.then(() => carryOut(app, job, (done) => jobs.running.set(key, { done, of }))).finally(() => jobs.running.delete(key));
  return begun;
}

/** Resolves when nothing runs any more. */
export async function whenRead(app: App): Promise<void> {
  await jobsOf(app).turn;
}

async function carryOut(app: App, job: PastJob, passed: (bytes: number) => void): Promise<void> {
  try {
    await inThread(job, passed);
  } catch (error) {
    app.log.error({ error: String(error) }, 'a file of past answers could not be read');
    // The stage may have been given up meanwhile.
    if (!existsSync(job.folder)) return;
    writeResult(job, job.result, { ok: false, problems: [{ line: 0, column: 0, code: 'failed', details: {} }], count: 1, skippable: 0 });
  }
}

/** The built thread beside the built server; in a checkout the source, translated as it is loaded. */
function startThread(workerData: PastJob): Worker {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [join(here, 'past.js'), join(here, '..', 'past.js')].find((path) => existsSync(path));
  return new Worker(built ?? join(here, 'past-from-source.mjs'), { workerData, execArgv: [] });
}

type Message = { readonly bytes: number } | { readonly done: true };

function inThread(job: PastJob, passed: (bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread(job);
    worker.on('message', (message: Message) => ('bytes' in message ? passed(message.bytes) : resolve()));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reading ended without a result')));
  });
}
