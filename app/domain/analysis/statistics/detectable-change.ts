// The smallest change two waves can show: said beside every target, so that nobody promises what ten answers can never prove.

import { normalQuantile, studentQuantile } from './distributions.ts';

// Index points at 80 % power and α = .05 for a standard deviation of one scale point (simulated and exact noncentral t).
const table: readonly (readonly [n: number, points: number])[] = [
  [5, 51], [8, 38], [10, 33], [12, 30], [15, 26], [20, 23], [30, 18], [50, 14], [100, 10], [200, 7],
];
const usualDeviation = 25;

/**
 * Whole index points for two independent waves of n answers; interpolated on 1/√n, rounded up.
 * `deviation`: standard deviation in index points where it is known (25 = one scale point).
 */
export function smallestDetectableChange(n: number, deviation = usualDeviation): number {
  return Math.ceil(pointsAt(n) * (deviation / usualDeviation) - 1e-9);
}

function pointsAt(n: number): number {
  const [smallest, largest] = [table[0], table.at(-1)] as [readonly [number, number], readonly [number, number]];
  if (n <= smallest[0]) return smallest[1] * Math.sqrt(smallest[0] / n);
  if (n >= largest[0]) return largest[1] * Math.sqrt(largest[0] / n);
  const above = table.findIndex(([size]) => size >= n);
  const [n1, y1] = table[above - 1] as readonly [number, number];
  const [n2, y2] = table[above] as readonly [number, number];
  const share = (1 / Math.sqrt(n1) - 1 / Math.sqrt(n)) / (1 / Math.sqrt(n1) - 1 / Math.sqrt(n2));
  return y1 + share * (y2 - y1);
}

const inFourOfFive = 0.8416212335729143;
const normalFrom = 300;

/**
 * The limit of a rule that flags what has p ≤ `level`: the difference (index points, whole, rounded up) that it shows in 80 % of cases in a
 * group with this standard error, where `least` is the smallest that it ever shows. Null where no such group could lie that far away.
 */
export function limitOf(level: number): (one: { readonly standardError: number; readonly degrees: number; readonly room: number }, least: number) => number | null {
  const quantiles = new Map<number, number>();
  const quantile = (degrees: number): number => {
    // Thousands of cells share a few hundred whole degrees of freedom, and fewer degrees make no limit too small.
    const whole = degrees >= normalFrom ? normalFrom : Math.max(1, Math.floor(degrees));
    const known = quantiles.get(whole) ?? (whole === normalFrom ? normalQuantile(1 - level / 2) : studentQuantile(1 - level / 2, whole));
    quantiles.set(whole, known);
    return known;
  };
  return ({ standardError, degrees, room }, least) => {
    if (!(level > 0 && level < 1 && standardError > 0)) return null;
    const points = Math.ceil(Math.max(quantile(degrees) * standardError, least) + inFourOfFive * standardError - 1e-9);
    return points <= room ? points : null;
  };
}
