// What figures are held against beside the company itself: the target that HR set for a dimension, and values from outside, each with its
// source and year, because a number without them is a rumour.
import type { Subject } from '../readings.ts';
import { usualTarget, type TargetOf } from './standing.ts';

export interface OutsideValue {
  /** A dimension or a question that this company asked. */
  readonly subject: Subject;
  /** 0–100, higher is better. */
  readonly index: number;
  readonly source: string;
  readonly year: number;
}

export interface Yardsticks {
  /** By dimension, whole index points 1–100. A dimension that is not in it has the usual target. */
  readonly targets: Readonly<Record<string, number>>;
  readonly outside: readonly OutsideValue[];
}

export const noYardsticks: Yardsticks = { targets: {}, outside: [] };

export const targetsIn =
  ({ targets }: Yardsticks): TargetOf =>
    (dimension) =>
      Object.hasOwn(targets, dimension) ? (targets[dimension] as number) : usualTarget(dimension);

/** The latest first. */
export const outsideOf = ({ outside }: Yardsticks, { kind, id }: Subject): readonly OutsideValue[] =>
  outside.filter(({ subject }) => subject.kind === kind && subject.id === id).sort((one, other) => other.year - one.year);
