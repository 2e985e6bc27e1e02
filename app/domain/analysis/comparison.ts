// When a difference may be called one. An arrow needs evidence after all tests of its family, a size worth acting on and an effect
// people would notice; everything else is a grey dash with the smallest change that could have been seen. Grey is information.
import { smallestDetectableDifference } from './detectable-change.ts';
import { benjaminiHochberg, discoveryRate } from './false-discovery.ts';
import { rungOf } from './ladder.ts';
import type { Interval } from './proportion-intervals.ts';
import type { Measured } from './readings.ts';
import { cliffsDelta, deltaFromHedges, hedges, rankTest, smallDelta, welch } from './two-groups.ts';
import { changeBetween } from './two-waves.ts';

export interface Difference {
  /** Index points, second minus first. */
  readonly points: number;
  readonly interval: Interval;
  readonly p: number;
  /** Cliff's delta, −1 … 1. */
  readonly delta: number;
  /** Index points that such groups could have shown. */
  readonly detectable: number;
  /** Eight or nine answers: a hint at most. */
  readonly exploratory: boolean;
}

const worthActing = 5;

/** Between independent groups of one wave; null where a group is too small for any test. */
export function differenceBetween(first: Measured, second: Measured): Difference | null {
  if (!testable(first, second)) return null;
  const means = welch(first.moments, second.moments);
  const p = first.counts && second.counts ? rankTest(first.counts, second.counts) : means.p;
  return { ...described(first, second), points: means.difference, interval: means.interval, p };
}

/** From one wave to a later one. `people`: different people on either list, null where unknown. */
export function changeFrom(first: Measured, second: Measured, people: number | null = null): Difference | null {
  if (!testable(first, second)) return null;
  const change = changeBetween(first.moments, second.moments, people);
  return { ...described(first, second), points: change.difference, interval: change.interval, p: change.p };
}

const testable = (first: Measured, second: Measured): boolean =>
  rungOf(first.moments.n).tests !== 'none' && rungOf(second.moments.n).tests !== 'none';

function described(first: Measured, second: Measured): Pick<Difference, 'delta' | 'detectable' | 'exploratory'> {
  const ranks = first.counts && second.counts && first.counts.length === second.counts.length;
  return {
    delta: ranks ? cliffsDelta(first.counts, second.counts) : deltaFromHedges(hedges(first.moments, second.moments)),
    detectable: smallestDetectableDifference(first.moments.n, second.moments.n),
    exploratory: rungOf(first.moments.n).tests === 'exploratory' || rungOf(second.moments.n).tests === 'exploratory',
  };
}

export interface Judged extends Difference {
  /** False-discovery rate within its family. */
  readonly q: number;
  /** Null: no clear difference. */
  readonly arrow: 'up' | 'down' | null;
}

/** Judges a family of tests as a whole; what could not be tested stays null and costs the others nothing. */
export function judgeFamily(family: readonly (Difference | null)[]): (Judged | null)[] {
  const tested = family.filter((one) => one !== null);
  const rates = benjaminiHochberg(tested.map((one) => one.p));
  let next = 0;
  return family.map((one) => {
    if (one === null) return null;
    const q = rates[next] as number;
    next += 1;
    return { ...one, q, arrow: arrowOf(one, q) };
  });
}

/** A comparison that stands alone is a family of one. */
export const judgeAlone = (difference: Difference): Judged => ({ ...difference, q: difference.p, arrow: arrowOf(difference, difference.p) });

function arrowOf({ points, delta }: Difference, q: number): 'up' | 'down' | null {
  if (q > discoveryRate || Math.abs(points) < worthActing || Math.abs(delta) < smallDelta) return null;
  return points > 0 ? 'up' : 'down';
}
