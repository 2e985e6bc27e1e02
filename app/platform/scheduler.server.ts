// Work that happens by itself. A job never overlaps with itself, and one that fails is logged and comes again.
import { Cron } from 'croner';
import type { Log } from './log.server.ts';
import type { SteadyClock } from './steady-clock.server.ts';

export interface Job {
  readonly name: string;
  /** Cron pattern with seconds, the same in every hour: what belongs to a time of day asks the company's clock itself. */
  readonly when: string;
  /** What a date alone asks for, and nobody can take back: it waits while the clock of the computer is doubtful. */
  readonly byDay?: boolean;
  run(): Promise<unknown>;
}

/** Which jobs may come now. One line in the log when the clock is found moved, one when it is believed again. */
export function mayRun({ isSteady }: SteadyClock, log: Log): (job: Job) => boolean {
  let steady = true;
  return (job) => {
    const was = steady;
    steady = isSteady();
    if (was && !steady) log.warn({}, 'the clock of this computer was moved: surveys, letters and whatever else ends by the day wait until it is set back or has gone on for an hour');
    if (!was && steady) log.warn({}, 'the clock of this computer is believed again');
    return steady || !job.byDay;
  };
}

/** Starts all jobs; the result stops them and resolves when the running ones have ended. */
export function schedule(jobs: readonly Job[], log: Log, clock: SteadyClock): () => Promise<void> {
  const runs = mayRun(clock, log);
  const running = new Set<Promise<unknown>>();
  const clocks = jobs.map(
    (job) =>
      new Cron(job.when, { timezone: 'UTC', protect: true }, async () => {
        if (!runs(job)) return;
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
