// Figures as they are shown: whole index points and whole per cents, because nothing a survey says is finer than that.
import type { Break, Change } from '../analysis/comparability.ts';
import { judgeAlone, type Difference, type Judged } from '../analysis/comparison.ts';
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

/** Where nothing was compared. */
export const untested: DifferenceView = { points: null, interval: null, arrow: null, q: null, detectable: null, exploratory: false, broken: null };

export function judgedView(judged: Judged | null, broken: Break | null = null): DifferenceView {
  if (!judged) return { ...untested, broken };
  return { ...described(judged), arrow: judged.arrow, q: Math.ceil(judged.q * 100) / 100, broken };
}

/** One comparison that stands alone: its arrow follows its own p value. */
export function changeView({ difference, broken }: Change): DifferenceView {
  return judgedView(difference && judgeAlone(difference), broken);
}

function described({ points, interval, detectable, exploratory }: Difference): Omit<DifferenceView, 'arrow' | 'q' | 'broken'> {
  return { points: rounded(points), interval: roundedPair(interval), detectable, exploratory };
}
