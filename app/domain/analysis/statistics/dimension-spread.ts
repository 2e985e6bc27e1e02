// How far people's indices of a dimension lie apart. A release does not tell it of any group (it would prove complaints), but it follows
// closely from how far the answers to each question lie apart there and from how the questions go together in the whole company.
import { indexMoments, type Counts } from './histogram.ts';
import type { Matrix } from './reliability.ts';

export interface Parts {
  /** By question, its histogram in the group, lowest score first. */
  readonly counts: readonly Counts[];
  /** Company-wide, of the same questions; 1 where it is not known: no group can lie further apart than that makes it. */
  readonly correlations: Matrix;
}

/** Variance of the mean of the questions, on the scale 0–100: Σ r(i,j)·s(i)·s(j) / questions². */
export function varianceOfMean({ counts, correlations }: Parts): number {
  const deviations = counts.map((one) => Math.sqrt(indexMoments(one).variance));
  const sum = deviations.reduce((total, own, one) => total + deviations.reduce((row, its, other) => row + correlationOf(correlations, one, other) * own * its, 0), 0);
  return Math.max(0, sum) / counts.length ** 2;
}

function correlationOf(correlations: Matrix, one: number, other: number): number {
  return correlations[one]?.[other] ?? 1;
}
