// What may be said grows with the number of answers: a handful of people has a level, not a distribution and not a trend.
// This is presentation and comes after publication's own k, which decides what exists at all.

export interface Rung {
  /** Mean or index with its interval and a whole favourable share. */
  readonly level: boolean;
  /** Favourable, neutral and unfavourable shares, agreement. */
  readonly distribution: boolean;
  /** Tests against the rest or an earlier wave. */
  readonly tests: 'none' | 'exploratory' | 'full';
  readonly comments: boolean;
  readonly recommendation: boolean;
  /** Comparison question by question, reliability. */
  readonly items: boolean;
  readonly drivers: boolean;
}

/** `n` = answers to the question in the group. */
export function rungOf(n: number): Rung {
  return {
    level: n >= 5,
    distribution: n >= 8,
    tests: n >= 10 ? 'full' : n >= 8 ? 'exploratory' : 'none',
    comments: n >= 10,
    recommendation: n >= 20,
    items: n >= 30,
    drivers: n >= 50,
  };
}

/** Decimals a mean may be given with: one person in ten already moves the first decimal. */
export const decimalsOfMean = (n: number): 0 | 1 => (n < 20 ? 0 : 1);

/** The fewest answers at which a rung says so. */
export function leastFor(says: (rung: Rung) => boolean): number {
  let n = 1;
  while (!says(rungOf(n))) n += 1;
  return n;
}
