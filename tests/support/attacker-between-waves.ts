// The strongest attacker between two releases: knows who belonged to a group in both waves, how likely every answer is in this group
// and how answers of the same person hang together between waves. Reads one newcomer's answer from the two histograms, exactly.
import type { Chance } from '#app/domain/kernel/chance.ts';

/** How answers arise: the likelihood of each answer, and of each pair of answers of one person in two waves. */
export interface Retest {
  readonly alone: readonly number[];
  /** `pairs[before][after]`; rows and columns add up to `alone`. */
  readonly pairs: readonly (readonly number[])[];
}

export interface GroupInTwoWaves {
  readonly stayed: number;
  readonly left: number;
  readonly joined: number;
}

export interface TwoHistograms {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * By answer, how likely it is the answer of one given newcomer. Adds up every way in which leavers, stayers and newcomers can have given
 * the two histograms: answer by answer of the first, over all ways to divide those who gave it into leavers and stayers.
 */
export function newcomersAnswer({ before, after }: TwoHistograms, { left, joined }: GroupInTwoWaves, { alone, pairs }: Retest): number[] {
  const strides = after.map((_, point) => after.slice(0, point).reduce((product, count) => product * (count + 1), 1));
  const states = after.reduce((product, count) => product * (count + 1), 1);
  const room = (state: number, point: number) => Math.floor(state / strides[point]!) % (after[point]! + 1) < after[point]!;
  /** One person more whose answer in the second wave has these likelihoods. */
  const withOne = (ways: Float64Array, likely: readonly number[]): Float64Array => {
    const next = new Float64Array(states);
    ways.forEach((way, state) => {
      if (way === 0) return;
      likely.forEach((share, point) => room(state, point) && (next[state + strides[point]!]! += way * share));
    });
    return next;
  };
  const empty = () => new Float64Array(states);
  let byLeavers: Float64Array[] = [Float64Array.of(1, ...new Array<number>(states - 1).fill(0))];
  before.forEach((count, said) => {
    const next: Float64Array[] = [];
    byLeavers.forEach((ways, gone) => {
      let stayers: Float64Array = ways;
      for (let staying = 0; staying <= count; staying += 1) {
        const leaving = count - staying;
        if (gone + leaving <= left) {
          const weight = alone[said]! ** leaving / (factorial(leaving) * factorial(staying));
          const sum = (next[gone + leaving] ??= empty());
          stayers.forEach((way, state) => (sum[state]! += way * weight));
        }
        if (staying < count) stayers = withOne(stayers, pairs[said]!);
      }
    });
    byLeavers = Array.from({ length: left + 1 }, (_, gone) => next[gone] ?? empty());
  });
  let others: Float64Array = byLeavers[left]!;
  for (let one = 1; one < joined; one += 1) others = withOne(others, alone);
  const full = states - 1;
  const weights = after.map((count, point) => (count > 0 ? others[full - strides[point]!]! * alone[point]! : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** Answers of a bell cut into the given shares, seen twice; `retest` is Pearson's correlation of the two answers. */
export function retestOf(alone: readonly number[], retest: number): Retest {
  let [least, most] = [0, 0.999];
  for (let step = 0; step < 30; step += 1) {
    const middle = (least + most) / 2;
    if (correlationOf(pairsOf(alone, middle)) < retest) least = middle;
    else most = middle;
  }
  return { alone, pairs: pairsOf(alone, least) };
}

const steps = 600;

/** Of two normal variables with this correlation, cut at the quantiles of the shares. */
function pairsOf(alone: readonly number[], correlation: number): number[][] {
  const pairs = alone.map(() => alone.map(() => 0));
  const limits = alone.map((_, point) => quantile(alone.slice(0, point + 1).reduce((sum, share) => sum + share, 0)));
  const spread = Math.sqrt(1 - correlation * correlation);
  let from = 0;
  alone.forEach((share, before) => {
    for (let step = 0; step < steps; step += 1) {
      const value = quantile(from + (share * (step + 0.5)) / steps);
      let below = 0;
      alone.forEach((_, after) => {
        const upTo = after === alone.length - 1 ? 1 : normal((limits[after]! - correlation * value) / spread);
        pairs[before]![after]! += (share / steps) * (upTo - below);
        below = upTo;
      });
    }
    from += share;
  });
  return pairs;
}

function correlationOf(pairs: readonly (readonly number[])[]): number {
  const shares = pairs.map((row) => row.reduce((sum, share) => sum + share, 0));
  const mean = shares.reduce((sum, share, point) => sum + share * point, 0);
  const variance = shares.reduce((sum, share, point) => sum + share * (point - mean) ** 2, 0);
  const products = pairs.flatMap((row, one) => row.map((share, other) => share * (one - mean) * (other - mean)));
  return products.reduce((sum, product) => sum + product, 0) / variance;
}

/** Standard normal distribution (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = 0.3989422804 * Math.exp((-z * z) / 2) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

function quantile(share: number): number {
  let [least, most] = [-8, 8];
  for (let step = 0; step < 50; step += 1) {
    const middle = (least + most) / 2;
    if (normal(middle) < share) least = middle;
    else most = middle;
  }
  return least;
}

export interface Guesses {
  /** Mean likelihood given to the newcomer's real answer; share of cases in which the likeliest answer is the real one. */
  readonly likelihood: number;
  readonly hits: number;
  /** Mean surprise at the real answer in bits; a sure right guess has 0. */
  readonly bits: number;
  /** Share of newcomers with a complaint of whom at least 95 % certainty of a complaint is right to be had. */
  readonly sure: number;
}

/** The same newcomers guessed from the second histogram alone and from both. */
export function guess(group: GroupInTwoWaves, retest: Retest, { chance, times }: { readonly chance: Chance; readonly times: number }): { alone: Guesses; both: Guesses } {
  const seen = { alone: tally(), both: tally() };
  for (let time = 0; time < times; time += 1) {
    const { before, after, answer } = draw(group, retest, chance);
    const people = after.reduce((sum, count) => sum + count, 0);
    seen.alone.add(after.map((count) => count / people), answer);
    seen.both.add(newcomersAnswer({ before, after }, group, retest), answer);
  }
  return { alone: seen.alone.result(), both: seen.both.result() };
}

function draw({ stayed, left, joined }: GroupInTwoWaves, { alone, pairs }: Retest, chance: Chance): TwoHistograms & { answer: number } {
  const before = alone.map(() => 0);
  const after = alone.map(() => 0);
  for (let person = 0; person < stayed + left; person += 1) {
    const said = drawn(alone, chance);
    before[said]! += 1;
    if (person < stayed) after[drawn(pairs[said]!.map((share) => share / alone[said]!), chance)]! += 1;
  }
  const news = Array.from({ length: joined }, () => drawn(alone, chance));
  for (const said of news) after[said]! += 1;
  return { before, after, answer: news[0]! };
}

function drawn(shares: readonly number[], chance: Chance): number {
  let rest = chance(1_000_000) / 1_000_000;
  const found = shares.findIndex((share) => (rest -= share) < 0);
  return found < 0 ? shares.length - 1 : found;
}

function tally() {
  const [sum, unfavourable] = [{ likelihood: 0, hits: 0, bits: 0, sure: 0 }, { count: 0 }];
  let cases = 0;
  return {
    add(likely: readonly number[], answer: number) {
      cases += 1;
      sum.likelihood += likely[answer]!;
      sum.hits += likely[answer] === Math.max(...likely) ? 1 / likely.filter((share) => share === likely[answer]).length : 0;
      sum.bits -= Math.log2(likely[answer]!);
      if (2 * answer >= likely.length - 1) return;
      unfavourable.count += 1;
      sum.sure += likely.reduce((total, share, point) => total + (2 * point < likely.length - 1 ? share : 0), 0) >= 0.95 ? 1 : 0;
    },
    result: (): Guesses => ({ likelihood: sum.likelihood / cases, hits: sum.hits / cases, bits: sum.bits / cases, sure: unfavourable.count === 0 ? 0 : sum.sure / unfavourable.count }),
  };
}
