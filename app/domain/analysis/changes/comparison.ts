// When a difference may be called one. Every comparison is judged once, together with all others of its family; what a page happens to
// show decides nothing. Everything that is no arrow is a grey dash, with the change that this very rule would have shown. Grey is information.
import { limitOf } from '../statistics/detectable-change.ts';
import { benjaminiHochberg, discoveryRate } from '../statistics/false-discovery.ts';
import { rungOf } from '../statistics/ladder.ts';
import type { Moments } from '../statistics/histogram.ts';
import type { Interval } from '../statistics/proportion-intervals.ts';
import type { Measured } from '../readings.ts';
import { cliffsDelta, comparisonOf, deltaFromHedges, hedges, rankTest, smallDelta, welch, welchDegrees, type MeanComparison } from '../statistics/two-groups.ts';

export interface Difference {
  /** Index points, second minus first. */
  readonly points: number;
  readonly interval: Interval;
  readonly p: number;
  /** Cliff's delta, −1 … 1. */
  readonly delta: number;
  /** Index points; of the points. */
  readonly standardError: number;
  readonly degrees: number;
  /** Standard deviation of the answers of both, index points. */
  readonly spread: number;
  /** The most that the second could lie away from the first on a scale of 0 … 100. */
  readonly room: number;
  /** The company, or a group of 200 answers and more: a small difference that is sure is said, with its size. */
  readonly large: boolean;
  /** Eight or nine answers: a hint at most. */
  readonly exploratory: boolean;
}

/** Ranks are of people: shares weighed by strata have none. */
const rankable = ({ counts, strata }: Measured): Measured['counts'] => (strata && strata.length > 1 ? null : counts);

export const worthActing = 5;
export const manyAnswers = 200;

/** Between independent groups of one wave; null where a group is too small for any test. */
export function differenceBetween(first: Measured, second: Measured): Difference | null {
  if (!testable(first, second)) return null;
  const means = welch(first.moments, spreadLike(first.moments, second.moments));
  const [one, other] = [rankable(first), rankable(second)];
  const p = one && other ? rankTest(one, other) : means.p;
  return { ...described(first, second, means), p, large: second.moments.n >= manyAnswers };
}

/**
 * A few who happen to agree are not surer for it: below thirty answers a group is taken to lie at least as far apart as the others. Among the
 * hundreds of small departments of a large company some always agree, and would look certain.
 */
const spreadLike = (others: Moments, group: Moments): Moments =>
  rungOf(group.n).items ? group : { ...group, variance: Math.max(group.variance, others.variance) };

/** From one wave to a later one. `whole`: of the company. */
export function changeFrom(first: Measured, second: Measured, whole = false): Difference | null {
  if (!testable(first, second)) return null;
  const [one, other] = apart(first.moments, second.moments);
  const means = welch(one, other);
  const large = whole || Math.min(first.moments.n, second.moments.n) >= manyAnswers;
  return { ...described(first, second, means), p: means.p, large };
}

/** A change whose variance is `kappa` times that of two independent draws. */
export function scaledBy(kappa: number, change: Difference): Difference {
  const { points, standardError, degrees } = change;
  const scaled = comparisonOf(points, standardError * Math.sqrt(kappa), degrees);
  return { ...change, p: scaled.p, interval: scaled.interval, standardError: scaled.standardError };
}

export const testable = (first: Measured, second: Measured): boolean =>
  rungOf(first.moments.n).tests !== 'none' && rungOf(second.moments.n).tests !== 'none';

// Where all of eight agreed twice, on different points, no spread is left to test with: then the spread of all of them together.
function apart(first: Moments, second: Moments): readonly [Moments, Moments] {
  if (first.variance > 0 || second.variance > 0 || first.mean === second.mean) return [first, second];
  const n = first.n + second.n;
  const variance = ((second.mean - first.mean) ** 2 * first.n * second.n) / n / (n - 1);
  return [{ ...first, variance }, { ...second, variance }];
}

function described(first: Measured, second: Measured, means: MeanComparison): Omit<Difference, 'p' | 'large'> {
  const [before, after] = [rankable(first), rankable(second)];
  const ranks = before && after && before.length === after.length;
  const [one, other] = [first.moments, second.moments];
  return {
    points: means.difference,
    interval: means.interval,
    standardError: means.standardError,
    degrees: welchDegrees(one, other),
    spread: Math.sqrt((one.variance + other.variance) / 2),
    room: Math.max(one.mean, 100 - one.mean),
    delta: ranks ? cliffsDelta(before, after) : deltaFromHedges(hedges(one, other)),
    exploratory: rungOf(one.n).tests === 'exploratory' || rungOf(other.n).tests === 'exploratory',
  };
}

export interface Judged extends Difference {
  /** False-discovery rate within its family. */
  readonly q: number;
  /** Evidence after all tests of the family, whatever the size. */
  readonly flagged: boolean;
  /** Null: no clear difference. */
  readonly arrow: 'up' | 'down' | null;
  /** An arrow that is sure and too small to act on. */
  readonly small: boolean;
  /** Index points that this rule would have shown in four of five cases; null beside an arrow, and where it cannot be worked out. */
  readonly detectable: number | null;
}

/** Judges a family of tests as a whole; what could not be tested stays null and costs the others nothing. */
export const judgeFamily = (family: readonly (Difference | null)[], rate = discoveryRate): (Judged | null)[] => family.map(verdictsOf(family, rate));

/** The same one by one, so that a large family can be judged in pieces. */
export function verdictsOf(family: readonly (Difference | null)[], rate = discoveryRate): (one: Difference | null, at: number) => Judged | null {
  const tested = family.flatMap((one, at) => (one ? [{ p: one.p, at }] : []));
  const rates = benjaminiHochberg(tested.map(({ p }) => p));
  const rateAt = new Map(tested.map(({ at }, place) => [at, rates[place] as number]));
  const flagged = rates.filter((q) => q <= rate).length;
  // One more that stands out would have to be as sure as this.
  const limit = limitOf((rate * (flagged + 1)) / Math.max(1, tested.length));
  return (one, at) => one && judged(one, rateAt.get(at) as number, { rate, limit });
}

interface Rule {
  readonly rate: number;
  readonly limit: (difference: Difference, least: number) => number | null;
}

function judged(one: Difference, q: number, { rate, limit }: Rule): Judged {
  const flagged = q <= rate;
  const size = Math.abs(one.points);
  const worth = size >= worthActing && Math.abs(one.delta) >= smallDelta;
  const shown = flagged && (worth || (one.large && size >= leastSaid));
  const arrow = shown ? (one.points > 0 ? 'up' : 'down') : null;
  return { ...one, q, flagged, arrow, small: shown && !worth, detectable: shown ? null : limit(one, leastShown(one)) };
}

/** Below half a point a figure of whole points says nothing. */
const leastSaid = 0.5;

// Cliff's .147 of normal answers is .262 of a standard deviation.
const leastShown = ({ large, spread }: Difference): number => (large ? leastSaid : Math.max(worthActing, 0.262 * spread));
