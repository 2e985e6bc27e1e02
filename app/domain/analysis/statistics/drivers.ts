// What goes together with overall satisfaction, company-wide. «Goes together with», never «causes»: same person, same moment,
// same mood.
import type { Interval } from './proportion-intervals.ts';
import type { Matrix } from './reliability.ts';
import { z975 } from './distributions.ts';

export interface RelativeWeights {
  readonly parts: readonly number[];
  readonly explained: number;
}

/** Relative weights (Johnson 2000): parts of R² that sum to it, in the order of the predictors; null where predictors repeat each other. */
export function relativeWeights(predictors: Matrix, outcome: readonly number[]): RelativeWeights | null {
  const root = squareRoot(predictors);
  const beta = solve(root, outcome);
  if (!beta) return null;
  const parts = root.map((row) => row.reduce((sum, value, k) => sum + (value * (beta[k] as number)) ** 2, 0));
  return { parts, explained: parts.reduce((sum, part) => sum + part, 0) };
}

/** 95 % interval of a rank correlation by Fisher's z, widened by 1.06 (Fieller, Hartley and Pearson 1957). */
export function correlationInterval(r: number, n: number): Interval {
  const half = (z975 * 1.06) / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}

/** Fewest answers for as many predictors. */
export const enoughForDrivers = (n: number, predictors: number): boolean => n >= 50 && n >= 10 * predictors;

// Symmetric square root Q L Q' of a correlation matrix; eigenvalues that rounding made negative count as none.
function squareRoot(matrix: Matrix): number[][] {
  const { values, vectors } = eigen(matrix);
  return matrix.map((_, i) =>
    matrix.map((__, j) =>
      values.reduce((sum, value, k) => sum + (vectors[i]?.[k] as number) * Math.sqrt(Math.max(0, value)) * (vectors[j]?.[k] as number), 0),
    ),
  );
}

/** Jacobi rotations: slow for large matrices, plain and exact for the dozen predictors there are. */
function eigen(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-24; sweep += 1) {
    for (let p = 0; p < a.length - 1; p += 1) for (let q = p + 1; q < a.length; q += 1) rotate(a, v, p, q);
  }
  return { values: a.map((row, i) => row[i] as number), vectors: v };
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]?.[q] as number;
  if (Math.abs(apq) < 1e-300) return;
  const theta = ((a[q]?.[q] as number) - (a[p]?.[p] as number)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  turn(a, [p, q], [c, t * c]);
  turn(v, [p, q], [c, t * c]);
  const [rowP, rowQ] = [a[p] as number[], a[q] as number[]];
  a[p] = rowP.map((value, k) => c * value - t * c * (rowQ[k] as number));
  a[q] = rowQ.map((value, k) => t * c * (rowP[k] as number) + c * value);
}

function turn(matrix: number[][], [p, q]: readonly [number, number], [c, s]: readonly [number, number]): void {
  for (const row of matrix) {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
}

const offDiagonal = (a: readonly number[][]): number =>
  a.reduce((sum, row, i) => sum + row.reduce((part, value, j) => (i === j ? part : part + value * value), 0), 0);

/** Gaussian elimination with pivoting; null for a matrix that has no inverse. */
function solve(matrix: Matrix, right: readonly number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.slice(column).reduce((best, row, at) => (Math.abs(row[column] as number) > Math.abs(rows[best]?.[column] as number) ? column + at : best), column);
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    if (Math.abs(top[column] as number) < 1e-9) return null;
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = (row[column] as number) / (top[column] as number);
      for (let k = column; k <= size; k += 1) row[k] = (row[k] as number) - factor * (top[k] as number);
    });
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}
