// What waits while the disk is waited for shares the next wait. One batch at a time: what the second decides, it decides on what the
// first left.

export interface WriteQueue<T> {
  /** Resolves or rejects with what became of the one in its batch. */
  add(one: T): Promise<void>;
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>;
}

export interface Waiting<T> {
  readonly one: T;
  kept(): void;
  lost(error: unknown): void;
}

const most = 256;

/** `work` settles each of a batch, or gives back those that have to wait for the next one. What it throws, all of them get. */
export function writeQueue<T>(work: (batch: readonly Waiting<T>[]) => Promise<readonly Waiting<T>[]>): WriteQueue<T> {
  let waiting: Waiting<T>[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // What arrives in one turn of the event loop is together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        waiting.unshift(...(await work(batch)));
      } catch (error) {
        for (const { lost } of batch) lost(error);
      }
    }
    running = null;
  }

  return {
    add(one) {
      return new Promise((kept, lost) => {
        waiting.push({ one, kept, lost });
        running ??= run();
      });
    },
    async idle() {
      while (running) await running;
    },
  };
}
