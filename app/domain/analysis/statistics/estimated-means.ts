// Means of groups as estimates: how sure each is, and how far groups differ beyond that.
import type { Moments } from './histogram.ts';

export interface EstimatedMean {
  readonly mean: number;
  /** Squared standard error. */
  readonly variance: number;
}

export interface Estimate {
  readonly value: number;
  /** Squared standard error. */
  readonly variance: number;
}

export const sumOfAll = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The spread of few answers is itself a guess: it is drawn towards that of all, as if eight more people had said that. */
const borrowed = 8;
/** Where everybody everywhere says the same; a variance of 0 would give one group all the weight. */
const leastVariance = 0.01;

export const usualVariance = (all: readonly Moments[]): number => sumOfAll(all.map(({ n, variance }) => (n - 1) * variance)) / Math.max(1, sumOfAll(all.map(({ n }) => n - 1)));

export function estimatedMean({ n, mean, variance }: Moments, usual: number): EstimatedMean {
  return { mean, variance: Math.max(leastVariance, ((n - 1) * variance + borrowed * usual) / (n - 1 + borrowed) / n) };
}

/** Weighted by how sure each is; `beyond`: variance that each has besides. */
export function commonMean(means: readonly EstimatedMean[], beyond = 0): EstimatedMean {
  const weights = means.map(({ variance }) => 1 / (variance + beyond));
  const all = sumOfAll(weights);
  return { mean: sumOfAll(means.map(({ mean }, at) => mean * (weights[at] as number))) / all, variance: 1 / all };
}

/**
 * Variance of true means between groups, several tables together, each around its own mean (DerSimonian and Laird 1986, with the
 * variance of Q for groups that differ so far). 0 where no table has two groups.
 */
export function betweenGroups(tables: readonly (readonly EstimatedMean[])[]): Estimate {
  const fit = tables.filter((table) => table.length > 1);
  const surplus = sumOfAll(fit.map(surplusOf));
  const scale = sumOfAll(fit.map(scaleOf));
  if (scale === 0) return { value: 0, variance: 0 };
  const value = Math.max(0, surplus / scale);
  const noise = sumOfAll(fit.flat().map(({ variance }) => ((variance + value) / variance) ** 2));
  return { value, variance: (2 * noise) / scale ** 2 };
}

function surplusOf(table: readonly EstimatedMean[]): number {
  const centre = commonMean(table).mean;
  return sumOfAll(table.map(({ mean, variance }) => (mean - centre) ** 2 / variance)) - (table.length - 1);
}

function scaleOf(table: readonly EstimatedMean[]): number {
  const weights = table.map(({ variance }) => 1 / variance);
  return sumOfAll(weights) - sumOfAll(weights.map((one) => one * one)) / sumOfAll(weights);
}
