// Looks through a large box in several threads at once, so that a portal that was killed takes ballots again within seconds. What they
// find comes back by place, as it lies in the file.
import { availableParallelism } from 'node:os';
import { startThread } from '#app/platform/thread.server.ts';
import type { Slots } from '#db/boxes.server.ts';
import { ballotsOf, oneForEachSerial, type Found, type FoundBallot, type Share, type VerifyKeys } from './find-ballots.server.ts';

/** Below it, looking takes less time than starting threads. */
const fewRecords = 4_000;
const mostThreads = 4;

export interface LookingOrder extends Share {
  readonly path: string;
  /** By block. */
  readonly invited: readonly number[];
  /** By block. */
  readonly keys: VerifyKeys;
}

export async function lookThrough(slots: Pick<Slots, 'filled' | 'sizes' | 'path' | 'invited'>, keys: VerifyKeys): Promise<Found> {
  const count = slots.sizes.reduce((sum, size) => sum + size, 0);
  if (count < fewRecords) return oneForEachSerial(await ballotsOf(slots, keys), slots.sizes);
  const { path, invited } = slots;
  const verifying = keys.map(({ verify }) => ({ verify }));
  const found = await Promise.all(shares(count, Math.min(availableParallelism(), mostThreads)).map((share) => inThread({ ...share, path, invited, keys: verifying })));
  return oneForEachSerial(found.flat(), slots.sizes);
}

function shares(count: number, threads: number): Share[] {
  const edge = (thread: number) => Math.round((count * thread) / threads);
  return Array.from({ length: threads }, (_, thread) => ({ from: edge(thread), to: edge(thread + 1) }));
}

/** Throws what the thread throws. */
function inThread(order: LookingOrder): Promise<FoundBallot[]> {
  return new Promise((resolve, reject) => {
    const worker = startThread('looking', { file: './looking-worker.server.ts', from: import.meta.url }, order);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('a thread that looked through a box ended without a result')));
  });
}
