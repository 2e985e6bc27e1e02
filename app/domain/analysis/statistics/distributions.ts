// Normal, Student, F and beta probabilities for small groups. The statistics library of the project has only a table of the
// normal distribution and none of the others, which is too coarse where five people decide whether something is said.
import { gammaln } from 'simple-statistics';

/** 97.5 % quantile of the standard normal distribution. */
export const z975 = 1.959963984540054;

const tiny = 1e-300;

export const logGamma = (x: number): number => gammaln(x);

/** Logarithm of the binomial coefficient. */
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Regularised incomplete beta I_x(a, b) by its continued fraction (DLMF 8.17.22, modified Lentz); about 13 digits. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only on this side of the mean; the other side is its mirror image.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** Upper tail of the standard normal distribution: erfc by its continued fraction, by its series near zero (DLMF 7.6.2, 7.9.1). */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 38) return 0;
  return z < 2.5 ? 0.5 - density(z) * series(z) : density(z) / tailFraction(z);
}

export const normalCdf = (z: number): number => normalTail(-z);

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

function series(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 400; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

function tailFraction(z: number): number {
  let value = z;
  for (let k = 120; k >= 1; k -= 1) value = z + k / value;
  return value;
}

/** Quantile of the standard normal distribution for 0 < p < 1. */
export function normalQuantile(p: number): number {
  return quantile((z) => normalCdf(z), p, [-40, 40]);
}

/** Two-sided p value of Student's t with any positive degrees of freedom. */
export function studentTwoSided(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return 0;
  return betaCdf(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** t with P(|T| ≤ t) = 2p − 1, for p ≥ ½: Newton from the expansion in 1/ν (DLMF 26.4), bisection for one or two degrees. */
export function studentQuantile(p: number, degrees: number): number {
  if (degrees < 3) return heavyTailQuantile(p, degrees);
  const z = p === 0.975 ? z975 : normalQuantile(p);
  let t = z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees * degrees);
  const scale = Math.exp(logGamma((degrees + 1) / 2) - logGamma(degrees / 2)) / Math.sqrt(degrees * Math.PI);
  for (let step = 0; step < 20; step += 1) {
    const move = (0.5 * studentTwoSided(t, degrees) - (1 - p)) / (scale * (1 + (t * t) / degrees) ** (-(degrees + 1) / 2));
    t += move;
    if (Math.abs(move) < 1e-12 * t) break;
  }
  return t;
}

function heavyTailQuantile(p: number, degrees: number): number {
  const x = quantile((value) => 1 - betaCdf(1 - value, degrees / 2, 0.5), 2 * p - 1, [0, 1]);
  return Math.sqrt((degrees * x) / (1 - x));
}

/** Quantile of the F distribution. */
export function fisherQuantile(p: number, above: number, below: number): number {
  const x = quantile((value) => betaCdf(value, above / 2, below / 2), p, [0, 1]);
  return (below * x) / (above * (1 - x));
}

// Bisection to the last bit: slower than Newton and never wrong.
function quantile(cdf: (x: number) => number, p: number, [from, to]: readonly [number, number]): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 200 && high - low > Number.EPSILON * Math.abs(low + high); step += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
