// Importance beside satisfaction. A quadrant is a claim about two uncertain figures at once, so it is named only where it holds with 80 %;
// the cross-hairs stay where the first survey put them, or standing still would look like moving.
import { normalCdf, z975 } from '../statistics/distributions.ts';
import type { Interval } from '../statistics/proportion-intervals.ts';

export type Quadrant = 'concentrate' | 'keep' | 'low' | 'overkill' | 'between';

/** A figure with its 95 % interval. */
export interface Uncertain {
  readonly value: number;
  readonly interval: Interval;
}

export interface CrossHairs {
  readonly index: number;
  /** Share of people, 0 … 1. */
  readonly importance: number;
}

const sureQuadrant = 0.8;

/** Above `line`, as normal draws within the interval would have it. */
function chanceAbove({ value, interval }: Uncertain, line: number): number {
  const error = (interval[1] - interval[0]) / (2 * z975);
  if (error <= 1e-9) return value > line ? 1 : value < line ? 0 : 0.5;
  return normalCdf((value - line) / error);
}

export function quadrantOf(index: Uncertain, importance: Uncertain, hairs: CrossHairs): Quadrant {
  const good = chanceAbove(index, hairs.index);
  const wanted = chanceAbove(importance, hairs.importance);
  const chances: readonly (readonly [Quadrant, number])[] = [
    ['concentrate', wanted * (1 - good)],
    ['keep', wanted * good],
    ['low', (1 - wanted) * (1 - good)],
    ['overkill', (1 - wanted) * good],
  ];
  return chances.find(([, chance]) => chance >= sureQuadrant)?.[0] ?? 'between';
}

/** Where the hairs cross: the plain means of the dimensions. Null without any. */
export function crossHairsOf(points: readonly { readonly index: number; readonly importance: number }[]): CrossHairs | null {
  if (points.length === 0) return null;
  const mean = (valueOf: (point: CrossHairs) => number) => points.reduce((sum, point) => sum + valueOf(point), 0) / points.length;
  return { index: mean(({ index }) => index), importance: mean(({ importance }) => importance) };
}
