// Reads files of past answers beside the event loop, one after the other: each may take a gigabyte of memory, and pages go on being
// answered meanwhile.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#app/platform/app.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import type { PastJob } from './past-job.server.ts';
import { answersOf, writeResult } from './stage-files.server.ts';

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
    writeResult(job, job.result, { ok: false, problems: [{ line: 0, column: 0, code: 'failed', details: {} }], count: 1, skippable: 0, skips: [] });
  }
}

type Message = { readonly bytes: number } | { readonly done: true };

function inThread(job: PastJob, passed: (bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread('past', { file: './past-worker.server.ts', from: import.meta.url }, job);
    worker.on('message', (message: Message) => ('bytes' in message ? passed(message.bytes) : resolve()));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reading ended without a result')));
  });
}
