// Plans are made where scores are lowest, and the lowest scores rise by themselves. What a plan did is the change beyond that
// expected drift, and it is called an effect only when its interval says so.
import { normalQuantile } from './distributions.ts';

export interface DepartmentPair {
  readonly first: number;
  readonly second: number;
}

const fewestPairs = 8;
const usualSlope = 0.7;

/** Slope of the second wave on the first over departments without a plan; 0.7 where there are fewer than eight pairs. */
export function carryOver(pairs: readonly DepartmentPair[]): number {
  return pairs.length < fewestPairs ? usualSlope : slopeOf(pairs);
}

export function slopeOf(pairs: readonly DepartmentPair[]): number {
  const [first, second] = [mean(pairs.map((pair) => pair.first)), mean(pairs.map((pair) => pair.second))];
  const spread = pairs.reduce((sum, pair) => sum + (pair.first - first) ** 2, 0);
  const together = pairs.reduce((sum, pair) => sum + (pair.first - first) * (pair.second - second), 0);
  return spread === 0 ? usualSlope : together / spread;
}

/** Change to be expected without any plan of a department that stood at `start`: the common movement and the return to the mean. */
export function expectedDrift(start: number, means: DepartmentPair, slope: number): number {
  return means.second - means.first + (1 - slope) * (means.first - start);
}

export type Verdict = 'improved' | 'probably-improved' | 'no-clear-change' | 'probably-worse' | 'worse' | 'not-measurable';

export interface Effect {
  /** Index points beyond the expected drift. */
  readonly net: number;
  readonly standardError: number;
  /** Holm-adjusted over the plans judged together. */
  readonly p: number;
  /** A leading indicator reached its goal while the score did not fall. */
  readonly leadingMet: boolean;
}

/** Null: fewer than k in one wave, wording changed, or more than 30 % of the people reorganised. */
export function verdictOf(effect: Effect | null): Verdict {
  if (!effect) return 'not-measurable';
  const { net, standardError, p, leadingMet } = effect;
  const size = Math.abs(net);
  const clear = (level: number) => size - normalQuantile(0.5 + level / 2) * standardError > 0;
  if (size >= 5 && clear(0.95) && p <= 0.05) return net > 0 ? 'improved' : 'worse';
  if (size >= 5 && clear(0.8)) return net > 0 ? 'probably-improved' : 'probably-worse';
  return leadingMet && net >= 0 ? 'probably-improved' : 'no-clear-change';
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
