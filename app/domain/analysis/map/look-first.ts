// Where to look first: beside what is proved, a calibrated guess. A group's lasting mean is drawn towards the company's as far as
// noise asks for, and how far groups truly lie apart is not estimated once but averaged over everything it may be: one number for it
// sees differences in most surveys in which there are none.
import { normalCdf } from '../statistics/distributions.ts';
import type { Moments } from '../statistics/histogram.ts';

/** Disjoint groups of one dimension: their means 0–100 and how much each mean may err by chance (variance). */
export interface Strand {
  readonly means: readonly number[];
  readonly noise: readonly number[];
  /** Share of each group among all people; adds up to 1. */
  readonly shares: readonly number[];
}

/** What is thought of the spread of true means: points of tau (0–20 index points) with weights that add up to 1. */
export interface Spread {
  readonly taus: readonly number[];
  readonly weights: readonly number[];
}

/** One strand at one tau: what a random-effects model says of each group (REML; lme4 and metafor say the same). */
export interface Pooled {
  readonly centre: number;
  readonly centreVariance: number;
  /** How far each group keeps its own mean, 0 … 1. */
  readonly own: readonly number[];
  readonly estimates: readonly number[];
}

export interface Guess {
  /** Probability that the lasting mean lies below the company's; null where nobody else is in it. */
  readonly below: number | null;
  /** Probability that it lies below the target. */
  readonly underTarget: number;
  /** Expected shortfall against the company, in points. */
  readonly shortfall: number;
}

/** Thought beforehand: in one survey of ten groups do not differ at all. Without it one null survey of five names somebody. */
const noneDiffer = 0.1;
const widest = 20;
const coarse = 80;
/** Even, for Simpson's rule. */
const fine = 48;
/** Answers of the whole dimension that a group's own spread is mixed with: five people tell little about a spread. */
const borrowed = 10;

/** Null where nobody answered. */
export function strandOf(groups: readonly Moments[]): Strand | null {
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  if (people === 0) return null;
  const degrees = Math.max(1, people - groups.length);
  // Where everybody answers alike a spread of nothing would give every difference all the weight.
  const common = Math.max(1, groups.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0) / degrees);
  return {
    means: groups.map(({ mean }) => mean),
    noise: groups.map(({ n, variance }) => (borrowed * common + (n - 1) * variance) / (borrowed + n - 1) / n),
    shares: groups.map(({ n }) => n / people),
  };
}

export function pooledAt({ means, noise }: Strand, tau: number): Pooled {
  const between = tau * tau;
  const precision = noise.map((one) => 1 / (between + one));
  const total = sum(precision);
  const centre = sum(means.map((mean, at) => mean * (precision[at] as number))) / total;
  const own = noise.map((one) => between / (between + one));
  return { centre, centreVariance: 1 / total, own, estimates: means.map((mean, at) => centre + (own[at] as number) * (mean - centre)) };
}

/** Restricted log-likelihood of tau, without its constant. */
export function logLikelihood({ means, noise }: Strand, tau: number): number {
  let [logs, total, first, second] = [0, 0, 0, 0];
  for (let at = 0; at < means.length; at += 1) {
    const spread = tau * tau + (noise[at] as number);
    const mean = means[at] as number;
    logs += Math.log(spread);
    total += 1 / spread;
    first += mean / spread;
    second += (mean * mean) / spread;
  }
  return -0.5 * (logs + Math.log(total) + second - (first * first) / total);
}

/** All strands speak about one tau: nothing, or anything from 0 to 20 points alike. A narrow peak is walked through in finer steps. */
export function spreadOf(strands: readonly Strand[]): Spread {
  const telling = strands.filter(({ means }) => means.length > 1);
  const height = (tau: number) => sum(telling.map((strand) => logLikelihood(strand, tau)));
  const step = widest / coarse;
  const heights = Array.from({ length: coarse + 1 }, (_, at) => height(at * step));
  const peak = Math.max(...heights);
  const counted = heights.flatMap((one, at) => (one > peak - 25 ? [at] : []));
  const from = Math.max(0, ((counted[0] as number) - 1) * step);
  const to = Math.min(widest, ((counted.at(-1) as number) + 1) * step);
  const taus = Array.from({ length: fine + 1 }, (_, at) => from + ((to - from) * at) / fine);
  const logs = taus.map(height);
  const top = Math.max(heights[0] as number, ...logs);
  // Simpson's rule; the share of the flat part that each point stands for.
  const stands = (at: number) => ((at === 0 || at === fine ? 1 : at % 2 === 1 ? 4 : 2) * (to - from)) / (3 * fine) / widest;
  const raw = logs.map((one, at) => (1 - noneDiffer) * stands(at) * Math.exp(one - top));
  const none = noneDiffer * Math.exp((heights[0] as number) - top);
  const all = sum(raw) + none;
  return { taus: [0, ...taus], weights: [none / all, ...raw.map((one) => one / all)] };
}

/**
 * Dimensions of the same groups, turned so that chance errors no longer go together (Helmert): whoever is in a bad mood is so about everything,
 * and a group that chance made low in one dimension is low in others too. `likeness`: correlation of a person's answers to two dimensions.
 */
export function untangled(strands: readonly Strand[], likeness: number): Strand[] {
  const [first] = strands;
  const count = strands.length;
  if (!first || count < 2 || strands.some(({ means }) => means.length !== first.means.length)) return [...strands];
  const noise = first.noise.map((_, at) => sum(strands.map((strand) => strand.noise[at] as number)) / count);
  return strands.map((_, row) => ({
    means: first.means.map((__, at) => sum(strands.map((strand, column) => helmert(row, column, count) * (strand.means[at] as number)))),
    noise: noise.map((one) => one * (row === 0 ? 1 + (count - 1) * likeness : 1 - likeness)),
    shares: first.shares,
  }));
}

function helmert(row: number, column: number, count: number): number {
  if (row === 0) return 1 / Math.sqrt(count);
  return column > row ? 0 : (column === row ? -row : 1) / Math.sqrt(row * (row + 1));
}

export interface Guesser {
  /** About the union of some of the strand's groups, given by their places; `target` 0–100. */
  about(places: readonly number[], target: number): Guess;
}

export function guesserOf(strand: Strand, { taus, weights }: Spread): Guesser {
  const worlds = taus.map((tau) => worldOf(strand, tau));
  return {
    about: (places, target) => {
      const others = places.length < strand.means.length;
      let [below, underTarget, shortfall] = [0, 0, 0];
      worlds.forEach((world, at) => {
        const weight = weights[at] as number;
        const { gap, gapError, level, levelError } = unionIn(strand, world, places);
        below += weight * chanceBelow(gap, gapError);
        underTarget += weight * chanceBelow(level - target, levelError);
        shortfall += weight * expectedBelow(gap, gapError);
      });
      return { below: others ? below : null, underTarget, shortfall: others ? shortfall : 0 };
    },
  };
}

interface World extends Pooled {
  /** Of everybody: mean, the part of its variance that groups have of their own, and how far it hangs on the centre. */
  readonly all: { readonly mean: number; readonly ownVariance: number; readonly loose: number };
}

function worldOf(strand: Strand, tau: number): World {
  const pooled = pooledAt(strand, tau);
  const over = (valueOf: (at: number, share: number) => number) => sum(strand.shares.map((share, at) => valueOf(at, share)));
  return {
    ...pooled,
    all: {
      mean: over((at, share) => share * (pooled.estimates[at] as number)),
      ownVariance: over((at, share) => share * share * ownVariance(strand, pooled, at)),
      loose: over((at, share) => share * (1 - (pooled.own[at] as number))),
    },
  };
}

const ownVariance = ({ noise }: Strand, { own }: Pooled, at: number): number => (own[at] as number) * (noise[at] as number);

/** A union's lasting mean and its gap to everybody's: both are sums of jointly normal means. */
function unionIn(strand: Strand, world: World, places: readonly number[]): { gap: number; gapError: number; level: number; levelError: number } {
  const people = places.reduce((total, at) => total + (strand.shares[at] as number), 0);
  let [level, loose, variance, gapVariance] = [0, 0, 0, world.all.ownVariance];
  for (const at of places) {
    const part = (strand.shares[at] as number) / people;
    const share = strand.shares[at] as number;
    const own = ownVariance(strand, world, at);
    level += part * (world.estimates[at] as number);
    loose += part * (1 - (world.own[at] as number));
    variance += part * part * own;
    gapVariance += ((part - share) ** 2 - share * share) * own;
  }
  return {
    level,
    levelError: Math.sqrt(variance + loose * loose * world.centreVariance),
    gap: level - world.all.mean,
    gapError: Math.sqrt(Math.max(0, gapVariance + (loose - world.all.loose) ** 2 * world.centreVariance)),
  };
}

// Without any spread a gap is nothing, and nothing is as likely below as above.
const chanceBelow = (gap: number, error: number): number => (error > 1e-9 ? normalCdf(-gap / error) : gap < -1e-9 ? 1 : gap > 1e-9 ? 0 : 0.5);

/** Mean of what is missing, counted as 0 where nothing is: σ·φ(z) + gap·Φ … of a normal gap. */
function expectedBelow(gap: number, error: number): number {
  if (error <= 1e-9) return Math.max(0, -gap);
  const z = -gap / error;
  return error * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) - gap * normalCdf(z);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
