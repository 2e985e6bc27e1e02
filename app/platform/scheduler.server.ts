// Work that happens by itself. A job never overlaps with itself, and one that fails is logged and comes again.
import { Cron } from 'croner';
import type { Log } from './log.server.ts';

export interface Job {
  readonly name: string;
  /** Cron pattern with seconds, the same in every hour: what belongs to a time of day asks the company's clock itself. */
  readonly when: string;
  run(): Promise<unknown>;
}

/** Starts all jobs; the result stops them and resolves when the running ones have ended. */
export function schedule(jobs: readonly Job[], log: Log): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const clocks = jobs.map(
    (job) =>
      new Cron(job.when, { timezone: 'UTC', protect: true }, async () => {
        const work = job.run().catch((error: unknown) => log.error({ err: error, job: job.name }, 'a job failed'));
        running.add(work);
        await work;
        running.delete(work);
      }),
  );
  return async () => {
    for (const clock of clocks) clock.stop();
    await Promise.all(running);
  };
}
