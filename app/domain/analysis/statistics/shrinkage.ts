// Extremes are mostly small departments: before departments are put in an order, each mean is drawn towards the common one
// as far as its own noise asks for (DerSimonian and Laird 1986).
import type { Moments } from './histogram.ts';

export interface Shrunk {
  /** Variance between departments beyond noise; 0: they do not differ beyond noise. */
  readonly between: number;
  readonly mean: number;
  /** In the order given: weight of the own mean, and the estimate. */
  readonly weights: readonly number[];
  readonly estimates: readonly number[];
  /** Heterogeneity Q. */
  readonly heterogeneity: number;
}

/** Departments without spread count with the pooled variance, because a variance of 0 would give them all the weight. */
export function shrunk(groups: readonly Moments[]): Shrunk {
  const noise = groups.map((group) => (group.variance || pooledVariance(groups)) / group.n);
  const precision = noise.map((one) => 1 / one);
  const total = sum(precision);
  const common = sum(groups.map((group, at) => group.mean * (precision[at] as number))) / total;
  const heterogeneity = sum(groups.map((group, at) => (precision[at] as number) * (group.mean - common) ** 2));
  const scale = total - sum(precision.map((one) => one * one)) / total;
  const between = scale > 0 ? Math.max(0, (heterogeneity - (groups.length - 1)) / scale) : 0;
  const mean = centre(groups, noise, between);
  const weights = noise.map((one) => between / (between + one));
  const estimates = groups.map((group, at) => (weights[at] as number) * group.mean + (1 - (weights[at] as number)) * mean);
  return { between, mean, weights, estimates, heterogeneity };
}

function centre(groups: readonly Moments[], noise: readonly number[], between: number): number {
  const weights = noise.map((one) => 1 / (between + one));
  return sum(groups.map((group, at) => group.mean * (weights[at] as number))) / sum(weights);
}

function pooledVariance(groups: readonly Moments[]): number {
  const degrees = sum(groups.map((group) => group.n - 1));
  return sum(groups.map((group) => (group.n - 1) * group.variance)) / Math.max(1, degrees) || 1;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
