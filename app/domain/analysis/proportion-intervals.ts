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

/** Wilson with the effective size n(N − 1)/(N − n), clipped to what is logically possible. Under-covers in tiny groups. */
export function wilsonFinite(k: number, n: number, size: number): Interval {
  if (size <= n) return [k / n, k / n];
  const [low, high] = wilsonAt(k / n, (n * (size - 1)) / (size - n));
  const [least, most] = worstCaseShare(k, n, size);
  return [Math.max(low, least), Math.min(high, most)];
}

/** Exact: the shares K/N of a group of N that do not make «k of n» improbable (each tail 2.5 %). */
export function hypergeometric(k: number, n: number, size: number): Interval {
  const [from, to] = [k, size - (n - k)];
  const all = logChoose(size, n);
  const tail = (total: number, inTail: (x: number) => boolean) => {
    let sum = 0;
    for (let x = Math.max(0, n - (size - total)); x <= Math.min(n, total); x += 1) {
      if (inTail(x)) sum += Math.exp(logChoose(total, x) + logChoose(size - total, n - x) - all);
    }
    return sum;
  };
  // Both tails grow in one direction with K, so that each end is found by halving.
  const low = firstWhere(from, to, (total) => tail(total, (x) => x >= k) > 0.025);
  const high = to - firstWhere(0, to - from, (down) => tail(to - down, (x) => x <= k) > 0.025);
  return [low / size, high / size];
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
