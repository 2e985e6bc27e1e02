// What arrives in one turn of the event loop shares one transaction, and so one wait for the disk; nobody is answered before it.
import type { Connection } from './connection.ts';

export interface GroupCommit {
  /** Resolves after the commit that holds the work. A failed commit fails everything in it, and all of it is rolled back. */
  write<T>(work: () => T): Promise<T>;
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>;
}

interface Waiting {
  run(): void;
  kept(): void;
  lost(error: unknown): void;
}

export function groupCommit(db: Connection): GroupCommit {
  let waiting: Waiting[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const together = db.transaction((batch: readonly Waiting[]) => {
    for (const one of batch) one.run();
  });

  function commit(): void {
    const batch = waiting;
    waiting = [];
    try {
      together.immediate(batch);
    } catch (error) {
      for (const one of batch) one.lost(error);
      return;
    }
    for (const one of batch) one.kept();
  }

  function write<T>(work: () => T): Promise<T> {
    const written = new Promise<T>((resolve, reject) => {
      let result: T;
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({ run: () => (result = work()), kept: () => resolve(result), lost: reject });
    });
    last = written.catch(() => undefined);
    return written;
  }

  return {
    write,
    async idle() {
      for (let seen: Promise<unknown> | null = null; seen !== last; ) await (seen = last);
    },
  };
}
