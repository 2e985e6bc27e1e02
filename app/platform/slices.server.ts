// One loop serves everybody: long work in this process gives way after a few milliseconds, so that no ballot and no page waits for it.
import type { Steps } from '#app/domain/kernel/steps.ts';
import { ballotsFirst } from './ballots-first.server.ts';

/** Milliseconds of work between two looks at who else has come. */
const slice = 5;

let turn: Promise<void> = Promise.resolve();

/** Others first. Of those who give way at the same time one goes on after another: all together they would be one long piece again. */
export function giveWay(): Promise<void> {
  turn = turn.then(() => new Promise<void>((resolve) => void setImmediate(resolve))).then(() => ballotsFirst());
  return turn;
}

export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < slice) continue;
    await giveWay();
    since = performance.now();
  }
}
