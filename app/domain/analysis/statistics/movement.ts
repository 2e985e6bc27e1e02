// How groups move from one wave to the next without a plan. Mostly the same people answer twice, and nobody knows how many or how alike:
// what their changes show decides how much of a group's chance comes again and how far groups truly move by themselves.
import { commonMean, sumOfAll, type Estimate, type EstimatedMean } from './estimated-means.ts';

export interface Movement {
  /** Share of the chance variation of a group that stays away the second time, .3 (the same people, of firm opinions) to 1 (all drawn anew). */
  readonly anew: Estimate;
  /** Variance of true changes between groups, squared index points. */
  readonly moves: number;
  /** Changes it rests on. */
  readonly changes: number;
}

/** A change, and the sum of the squared standard errors of its two ends. */
export type Moved = EstimatedMean;

const shares = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;
/** Standard deviations of true changes, index points. Small ones are likelier beforehand: by e for every point and a half. */
const spreads = [0, 1, 2, 3, 4, 5, 6] as const;
const usualSpread = 1.5;

interface Guess {
  readonly share: number;
  readonly moves: number;
  /** Logarithm of how well it fits, up to a constant. */
  readonly fits: number;
}

/** Dimensions of one group go together: two changes say as much as one alone. */
const apart = 0.5;

/** The mean over everything that may be: a change has the variance share · (v₁ + v₂) + moves. */
export function movementOf(tables: readonly (readonly Moved[])[]): Movement {
  const changes = tables.filter((table) => table.length > 1).flatMap(centred);
  const guesses = shares.flatMap((share) => spreads.map((spread): Guess => ({ share, moves: spread ** 2, fits: apart * likelihoodOf(changes, share, spread ** 2) - spread / usualSpread })));
  const best = Math.max(...guesses.map(({ fits }) => fits));
  const all = sumOfAll(guesses.map(({ fits }) => Math.exp(fits - best)));
  const mean = (of: (guess: Guess) => number) => sumOfAll(guesses.map((guess) => (Math.exp(guess.fits - best) * of(guess)) / all));
  const anew = mean(({ share }) => share);
  return { anew: { value: anew, variance: mean(({ share }) => (share - anew) ** 2) }, moves: mean(({ moves }) => moves), changes: changes.length };
}

/** Around the common change of the dimension, which takes one degree of freedom. */
function centred(table: readonly Moved[]): Moved[] {
  const { mean } = commonMean(table);
  const lost = Math.sqrt(table.length / (table.length - 1));
  return table.map((one) => ({ mean: (one.mean - mean) * lost, variance: one.variance }));
}

function likelihoodOf(changes: readonly Moved[], share: number, moves: number): number {
  let sum = 0;
  for (const { mean, variance } of changes) {
    const expected = share * variance + moves;
    sum -= 0.5 * (Math.log(expected) + (mean * mean) / expected);
  }
  return sum;
}
