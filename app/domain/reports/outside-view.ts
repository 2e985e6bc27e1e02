// A value from outside as it stands beside a figure: never without its source and year.
import type { Subject } from '../analysis/readings.ts';
import { noYardsticks, outsideOf, type Yardsticks } from '../analysis/priorities/yardsticks.ts';
import { rounded } from './figures-shown.ts';

export interface OutsideView {
  /** Whole index points. */
  readonly index: number;
  readonly source: string;
  readonly year: number;
}

/** The latest first. */
export const outsideViews = (yardsticks: Yardsticks = noYardsticks, subject: Subject): OutsideView[] =>
  outsideOf(yardsticks, subject).map(({ index, source, year }) => ({ index: rounded(index), source, year }));
