// Figures as they are shown: whole index points and whole per cents, because nothing a survey says is finer than that.
import type { Break } from '../analysis/changes/comparability.ts';
import type { Judged } from '../analysis/changes/comparison.ts';
import type { Level } from '../analysis/level.ts';
import type { Shares } from '../analysis/statistics/histogram.ts';
import type { Interval } from '../analysis/statistics/proportion-intervals.ts';
import type { Subject } from '../analysis/readings.ts';
import { whole, wholeShares } from '../kernel/rounding.ts';

export interface LevelView {
  readonly n: number;
  readonly size: number | null;
  readonly index: number;
  /** 95 % about those who did not answer; where everybody did, what the same people could give if they were asked again. */
  readonly interval: Interval;
  readonly worstCase: Interval | null;
  /** Points of that band; null unless everybody answered. */
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

export const rounded = whole;
const roundedPair = ([low, high]: Interval): Interval => [rounded(low), rounded(high)];

export function levelView(level: Level): LevelView {
  const index = rounded(level.index);
  const repeatability = level.repeatability === null ? null : Math.max(1, rounded(level.repeatability));
  return {
    n: level.n,
    size: level.size,
    index,
    interval: repeatability === null ? roundedPair(level.interval) : [Math.max(0, index - repeatability), Math.min(100, index + repeatability)],
    worstCase: level.worstCase && roundedPair(level.worstCase),
    repeatability,
  };
}

export const percentOf = (part: number, whole: number): number => rounded((100 * part) / whole);

export const shareView = (people: number, n: number, interval: Interval | null): ShareView => ({
  percent: percentOf(people, n),
  interval: interval && roundedPair([100 * interval[0], 100 * interval[1]]),
});

export interface SharesView {
  /** Whole per cents; the three add up to 100. */
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

/** The favourable share is rounded as everywhere; the other two divide what it leaves. */
export function sharesView({ favourable, neutral, unfavourable }: Shares): SharesView {
  const percent = percentOf(favourable, favourable + neutral + unfavourable);
  const [between = 0, below = 0] = wholeShares([neutral, unfavourable], 100 - percent);
  return { favourable: percent, neutral: between, unfavourable: below };
}

/** Whole per cents of five points, lowest first, which add up to those of their three classes. */
export function pointShares([first = 0, second = 0, , fourth = 0, fifth = 0]: readonly number[], shares: SharesView): number[] {
  return [...wholeShares([first, second], shares.unfavourable), shares.neutral, ...wholeShares([fourth, fifth], shares.favourable)];
}

/** A change as it is printed, so that the figure before and the change add up to the figure now. `now`: index that moved by `points`. */
function changeShown(now: number, points: number): number {
  const shown = rounded(now) - rounded(now - points);
  return shown === 0 ? rounded(points) : shown;
}

/** Where nothing was compared. */
const untested: DifferenceView = { points: null, interval: null, arrow: null, q: null, small: false, detectable: null, exploratory: false, broken: null };

/** `broken`: why there is none. Every comparison was judged with its family; none is judged here. */
export function judgedView(judged: Judged | null, broken: Break | null = null): DifferenceView {
  if (!judged) return { ...untested, broken };
  const { points, interval, arrow, q, small, detectable, exploratory } = judged;
  return { points: rounded(points), interval: roundedPair(interval), arrow, q: Math.ceil(q * 100) / 100, small, detectable, exploratory, broken };
}

/** Of a question under a dimension in which nothing was found: nothing is said of it but that. */
export const unflaggedView = (points: number): DifferenceView => ({ ...untested, points: rounded(points) });

interface Moved {
  readonly change: Judged | null;
  /** One question may stand for a dimension; its figure is not the one beside it. */
  readonly basis: Subject | null;
  readonly broken: Break | null;
}

/** The change of a dimension whose index now is `now`. */
export const changeOfDimension = ({ change, basis, broken }: Moved, now: number): DifferenceView =>
  basis?.kind === 'item' ? judgedView(change, broken) : movedView(change, now, broken);

/** A change of a figure that stands beside it. */
export function movedView(judged: Judged | null, now: number, broken: Break | null = null): DifferenceView {
  const view = judgedView(judged, broken);
  return judged ? { ...view, points: changeShown(now, judged.points) } : view;
}
