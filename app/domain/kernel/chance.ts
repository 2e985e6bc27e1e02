// The domain draws no chance of its own: it is handed a source, so that a test or a repeated analysis draws the same again.

/** A uniform whole number from 0 up to, not including, `below` (1 … 2^31). */
export type Chance = (below: number) => number;

/** The same list in random order (Fisher–Yates); the input stays as it is. */
export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = chance(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
