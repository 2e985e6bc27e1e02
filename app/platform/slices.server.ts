// One loop serves everybody: long work in this process gives way after a few milliseconds, so that no ballot and no page waits for it.
import type { Steps } from '#app/domain/kernel/steps.ts';

/** Milliseconds of work between two looks at who else has come. */
const slice = 8;

export const giveWay = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < slice) continue;
    await giveWay();
    since = performance.now();
  }
}
