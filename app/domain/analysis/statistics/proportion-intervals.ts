// Intervals of a share. A pulse asks everybody, so only the people who did not answer are uncertain: intervals of a level know
// the size of the department, intervals of a difference do not.
import { logChoose, z975 } from './distributions.ts';

export type Interval = readonly [low: number, high: number];

/** Wilson score interval of k of n, where the size of the group is large or unknown. */
export function wilson(k: number, n: number): Interval {
  return wilsonAt(k / n, n);
}

function wilsonAt(p: number, n: number): Interval {
  const z2 = z975 * z975;
  const scale = 1 + z2 / n;
  const centre = (p + z2 / (2 * n)) / scale;
  const half = (z975 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / scale;
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** Exact: the shares K/N of a group of N that do not make «k of n» improbable (each tail 2.5 %). */
export function hypergeometric(k: number, n: number, size: number): Interval {
  const [from, to] = [k, size - (n - k)];
  // Both tails grow in one direction with K, so that each end is found by halving.
  const low = firstWhere(from, to, (total) => upperTail(k, { n, size, total }) > 0.025);
  const high = to - firstWhere(0, to - from, (down) => upperTail(n - k, { n, size, total: size - (to - down) }) > 0.025);
  return [low / size, high / size];
}

interface Draw {
  readonly n: number;
  readonly size: number;
  /** How many of all are of the kind that is counted. */
  readonly total: number;
}

/** P(X ≥ k), summed from k outwards on the side on which the terms fall, so that few of them matter. */
function upperTail(k: number, draw: Draw): number {
  const mode = Math.floor(((draw.n + 1) * (draw.total + 1)) / (draw.size + 2));
  return k > mode ? fallingSum(k, 1, draw) : 1 - fallingSum(k - 1, -1, draw);
}

function fallingSum(from: number, step: 1 | -1, { n, size, total }: Draw): number {
  const [least, most] = [Math.max(0, n - (size - total)), Math.min(n, total)];
  if (from < least || from > most) return 0;
  let term = Math.exp(logChoose(total, from) + logChoose(size - total, n - from) - logChoose(size, n));
  let sum = 0;
  for (let x = from; x >= least && x <= most && term > 1e-18 * sum; x += step) {
    sum += term;
    const up = step === 1 ? x : x - 1;
    const ratio = ((total - up) * (n - up)) / ((up + 1) * (size - total - n + up + 1));
    term *= step === 1 ? ratio : 1 / ratio;
  }
  return sum;
}

function firstWhere(from: number, to: number, holds: (value: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Without any assumption about those who did not answer (Manski 1989): all of them against, all of them for. */
export function worstCaseShare(k: number, n: number, size: number): Interval {
  return [k / size, (k + size - n) / size];
}

/** The interval shown beside a favourable share: exact where the size of the group is known. */
export function shareInterval(k: number, n: number, size: number | null): Interval {
  return size === null ? wilson(k, n) : hypergeometric(k, n, Math.max(size, n));
}

/** Difference p2 − p1 of two independent shares with its hybrid score interval (Newcombe 1998, method 10). */
export function newcombe(first: readonly [number, number], second: readonly [number, number]): { difference: number; interval: Interval } {
  const [p1, p2] = [first[0] / first[1], second[0] / second[1]];
  const [l1, u1] = wilson(...first);
  const [l2, u2] = wilson(...second);
  const difference = p2 - p1;
  return {
    difference,
    interval: [difference - Math.hypot(p2 - l2, u1 - p1), difference + Math.hypot(u2 - p2, p1 - l1)],
  };
}
