// A statement takes a limited number of values, and a hundred thousand statements take minutes: rows travel in handfuls. Between
// two of them the rest of the program has its turn: the embedded database works while everything else stands still.
import { setImmediate } from 'node:timers/promises';

/** Calls `work` with consecutive parts of the list, one after the other. */
export async function inChunks<T>(list: readonly T[], size: number, work: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < list.length; from += size) {
    if (from > 0) await setImmediate();
    await work(list.slice(from, from + size));
  }
}
