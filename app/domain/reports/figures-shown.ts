// Figures as they are shown: whole index points and whole per cents, because nothing a survey says is finer than that.
import type { Break } from '../analysis/comparability.ts';
import type { Judged } from '../analysis/comparison.ts';
import type { Level } from '../analysis/level.ts';
import type { Interval } from '../analysis/proportion-intervals.ts';

export interface LevelView {
  readonly n: number;
  readonly size: number | null;
  readonly index: number;
  readonly interval: Interval;
  readonly worstCase: Interval | null;
  readonly repeatability: number | null;
}

export interface DifferenceView {
  /** Null: no test was possible, and `broken` may say why. */
  readonly points: number | null;
  readonly interval: Interval | null;
  /** Null: no clear difference. */
  readonly arrow: 'up' | 'down' | null;
  readonly q: number | null;
  /** An arrow that is sure and too small to act on. */
  readonly small: boolean;
  /** What would have shown in four of five cases; null beside an arrow, and where it cannot be worked out. */
  readonly detectable: number | null;
  readonly exploratory: boolean;
  readonly broken: Break | null;
}

export interface ShareView {
  readonly percent: number;
  readonly interval: Interval | null;
}

export const rounded = (value: number): number => Math.round(value) + 0;
const roundedPair = ([low, high]: Interval): Interval => [rounded(low), rounded(high)];

export function levelView(level: Level): LevelView {
  return {
    n: level.n,
    size: level.size,
    index: rounded(level.index),
    interval: roundedPair(level.interval),
    worstCase: level.worstCase && roundedPair(level.worstCase),
    repeatability: level.repeatability === null ? null : Math.max(1, rounded(level.repeatability)),
  };
}

export const percentOf = (part: number, whole: number): number => rounded((100 * part) / whole);

export const shareView = (people: number, n: number, interval: Interval | null): ShareView => ({
  percent: percentOf(people, n),
  interval: interval && roundedPair([100 * interval[0], 100 * interval[1]]),
});

const nothing: DifferenceView = { points: null, interval: null, arrow: null, q: null, small: false, detectable: null, exploratory: false, broken: null };

/** `broken`: why there is none. Every comparison was judged with its family; none is judged here. */
export function judgedView(judged: Judged | null, broken: Break | null = null): DifferenceView {
  if (!judged) return { ...nothing, broken };
  const { points, interval, arrow, q, small, detectable, exploratory } = judged;
  return { points: rounded(points), interval: roundedPair(interval), arrow, q: Math.ceil(q * 100) / 100, small, detectable, exploratory, broken };
}

/** Of a question under a dimension in which nothing was found: nothing is said of it but that. */
export const unflaggedView = (points: number): DifferenceView => ({ ...nothing, points: rounded(points) });
