// A long computation in pieces: whoever runs it may look after something else between two of them. What comes out is the same.

/** Yields between pieces of a few milliseconds, returns the result. */
export type Steps<Result> = Generator<void, Result>;

export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
