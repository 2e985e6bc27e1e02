// The end of a choice between kinds. A new kind does not compile there until somebody says what becomes of it; one that comes out of
// an older or a newer store all the same is a bug that must be seen, not something that is left out.

/** Throws; `value` has no type left where every kind was named. */
export function unreachable(value: never): never {
  throw new Error(`nobody says what becomes of ${JSON.stringify(value)}`);
}
