// The smallest change two waves can show: said beside every target, so that nobody promises what ten answers can never prove.

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

/** Two groups of different size behave like two of their harmonic mean. */
export function smallestDetectableDifference(first: number, second: number): number {
  return smallestDetectableChange((2 * first * second) / (first + second));
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
