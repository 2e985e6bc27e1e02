// Do the questions of a dimension hang together? Yearly and company-wide only, from the released correlations and spreads.
import { fisherQuantile } from './distributions.ts';
import type { Interval } from './proportion-intervals.ts';

export type Matrix = readonly (readonly number[])[];

export interface Reliability {
  /** Spearman–Brown for two items, Guttman's lambda 2 for more: never below alpha. */
  readonly value: number;
  readonly method: 'spearman-brown' | 'lambda-2';
  readonly alpha: number;
  readonly alphaInterval: Interval;
}

/** Null for a single item. `n` = people who answered; items after reversing. */
export function reliabilityOf(correlations: Matrix, deviations: readonly number[], n: number): Reliability | null {
  if (deviations.length < 2) return null;
  const covariances = correlations.map((row, i) => row.map((r, j) => r * (deviations[i] as number) * (deviations[j] as number)));
  const alpha = cronbachAlpha(covariances);
  const two = deviations.length === 2;
  return {
    value: two ? spearmanBrown(correlations[0]?.[1] as number) : guttmanLambda2(covariances),
    method: two ? 'spearman-brown' : 'lambda-2',
    alpha,
    alphaInterval: feldtInterval(alpha, deviations.length, n),
  };
}

/** Reliability of a mean of two items that correlate by r. */
export const spearmanBrown = (r: number): number => (2 * r) / (1 + r);

export function cronbachAlpha(covariances: Matrix): number {
  const items = covariances.length;
  return (items / (items - 1)) * (1 - trace(covariances) / whole(covariances));
}

/** Alpha if all items had the same spread. */
export function standardisedAlpha(correlations: Matrix): number {
  const items = correlations.length;
  const mean = (whole(correlations) - items) / (items * (items - 1));
  return (items * mean) / (1 + (items - 1) * mean);
}

export function guttmanLambda2(covariances: Matrix): number {
  const items = covariances.length;
  const off = covariances.flatMap((row, i) => row.filter((_, j) => i !== j));
  const squares = off.reduce((sum, value) => sum + value * value, 0);
  const plain = off.reduce((sum, value) => sum + value, 0);
  return (plain + Math.sqrt((items / (items - 1)) * squares)) / whole(covariances);
}

/** 95 % interval of alpha, 1 − (1 − α)·F (Feldt 1965). */
function feldtInterval(alpha: number, items: number, n: number): Interval {
  const [above, below] = [n - 1, (n - 1) * (items - 1)];
  return [1 - (1 - alpha) * fisherQuantile(0.975, above, below), 1 - (1 - alpha) * fisherQuantile(0.025, above, below)];
}

const trace = (matrix: Matrix): number => matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
const whole = (matrix: Matrix): number => matrix.reduce((sum, row) => sum + row.reduce((part, value) => part + value, 0), 0);
