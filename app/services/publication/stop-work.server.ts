// The end of the process: long work is told to end where it is. What it was doing stands in the database or on the disk, and the next
// start takes it up again.
import type { App } from '#app/platform/app.server.ts';

/** The portal was stopped; nothing was lost by it. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  override readonly message = 'the portal was stopped meanwhile; the next start goes on';
}

const stops = new WeakMap<App['data'], AbortController>();
const underWay = new WeakMap<App['data'], Set<Promise<unknown>>>();

function stopOf({ data }: App): AbortController {
  const stop = stops.get(data) ?? new AbortController();
  stops.set(data, stop);
  return stop;
}

export const isStopping = (app: App): boolean => stopOf(app).signal.aborted;

export const stopSignal = (app: App): AbortSignal => stopOf(app).signal;

/** Work that an end of the process waits for. */
export function whileRunning<T>(app: App, work: Promise<T>): Promise<T> {
  const all = underWay.get(app.data) ?? new Set();
  underWay.set(app.data, all);
  all.add(work);
  const forget = () => void all.delete(work);
  work.then(forget, forget);
  return work;
}

/** Lets nothing long begin any more and resolves when nothing is under way. */
export async function stopWork(app: App): Promise<void> {
  stopOf(app).abort(new Stopped());
  while ((underWay.get(app.data)?.size ?? 0) > 0) await Promise.allSettled(underWay.get(app.data)!);
}
