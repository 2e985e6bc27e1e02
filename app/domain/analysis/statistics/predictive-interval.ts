// What the whole department would say: the people who did not answer are imagined as drawn from the same mixture as those who
// did (Dirichlet-multinomial, weight ½ per point). No width when everybody answered; some width even when all agree.
import { logGamma, z975 } from './distributions.ts';
import type { Counts } from './histogram.ts';
import { sumOf } from './histogram.ts';
import type { Interval } from './proportion-intervals.ts';

const weight = 0.5;
/** Up to here every outcome is weighed; beyond, the sum of so many people is normal to within the rounding of a figure. */
const mostExact = 100;

/** A figure that is a mean of one value per answer, as index, favourable share and recommendation are; equally spaced values. */
export type Values = readonly number[];

export const scoreValues = (points: number): Values => Array.from({ length: points }, (_, point) => point + 1);
export const indexValues = (points: number): Values => Array.from({ length: points }, (_, point) => (point * 100) / (points - 1));
export const favourableValues = (points: number): Values =>
  Array.from({ length: points }, (_, point) => (point > (points - 1) / 2 ? 1 : 0));

/** 95 % interval of the figure over all `size` people of the group. */
export function predictiveInterval(counts: Counts, size: number, values: Values): Interval {
  const n = sumOf(counts);
  const total = Math.max(size, n);
  const missing = total - n;
  const seen = counts.reduce((sum, count, point) => sum + count * (values[point] as number), 0);
  const classes = classesOf(counts, values);
  const [low, high] = missing <= mostExact ? exactRange(classes, missing) : normalRange(classes, missing);
  return [(seen + low) / total, (seen + high) / total];
}

interface Class {
  readonly value: number;
  readonly weight: number;
}

// Points with the same value are one class: the weights of a Dirichlet distribution add up.
function classesOf(counts: Counts, values: Values): readonly Class[] {
  const weights = new Map<number, number>();
  counts.forEach((count, point) => {
    const value = values[point] as number;
    weights.set(value, (weights.get(value) ?? 0) + count + weight);
  });
  return [...weights].map(([value, sum]) => ({ value, weight: sum })).sort((a, b) => a.value - b.value);
}

// The probability of a composition is a product over classes, so the sums are convolved class by class instead of listing
// tens of thousands of compositions.
function exactRange(classes: readonly Class[], missing: number): Interval {
  const least = (classes[0] as Class).value;
  const step = classes.length > 1 ? (classes[1] as Class).value - least : 1;
  const units = classes.map((one) => Math.round((one.value - least) / step));
  const width = missing * (units.at(-1) as number) + 1;
  let table = new Float64Array((missing + 1) * width);
  table[0] = 1;
  classes.forEach((one, index) => {
    table = convolved(table, { factors: factors(one.weight, missing), unit: units[index] as number, missing, width });
  });
  const sums = table.subarray(missing * width);
  const whole = sums.reduce((sum, probability) => sum + probability, 0);
  const at = (p: number) => missing * least + step * quantile(sums, p * whole);
  return [at(0.025), at(0.975)];
}

interface Convolution {
  readonly factors: readonly number[];
  readonly unit: number;
  readonly missing: number;
  readonly width: number;
}

function convolved(table: Float64Array, { factors: by, unit, missing, width }: Convolution): Float64Array<ArrayBuffer> {
  const next = new Float64Array(table.length);
  for (let people = 0; people <= missing; people += 1) {
    for (let sum = 0; sum < width; sum += 1) {
      const probability = table[people * width + sum] as number;
      if (probability === 0) continue;
      for (let here = 0; here <= missing - people; here += 1) {
        const to = (people + here) * width + sum + here * unit;
        next[to] = (next[to] as number) + probability * (by[here] as number);
      }
    }
  }
  return next;
}

/** Γ(a + m) / (Γ(a) m!) for m = 0 … most. */
function factors(a: number, most: number): number[] {
  return Array.from({ length: most + 1 }, (_, m) => Math.exp(logGamma(a + m) - logGamma(a) - logGamma(m + 1)));
}

/** Smallest position whose cumulated weight reaches the wanted one. */
function quantile(weights: Float64Array, wanted: number): number {
  let cumulated = 0;
  const found = weights.findIndex((one) => {
    cumulated += one;
    return cumulated >= wanted * (1 - 1e-12);
  });
  return found < 0 ? weights.length - 1 : found;
}

function normalRange(classes: readonly Class[], missing: number): Interval {
  const total = classes.reduce((sum, one) => sum + one.weight, 0);
  const mean = classes.reduce((sum, one) => sum + one.weight * one.value, 0) / total;
  const variance = classes.reduce((sum, one) => sum + one.weight * (one.value - mean) ** 2, 0) / total;
  const half = z975 * Math.sqrt((missing * variance * (total + missing)) / (total + 1));
  const within = (value: number) =>
    Math.min(missing * (classes.at(-1) as Class).value, Math.max(missing * (classes[0] as Class).value, value));
  return [within(missing * mean - half), within(missing * mean + half)];
}
