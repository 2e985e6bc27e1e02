// Company records beside what people answered: who left, hours over time, days of sick leave, pay against the market.
// One value for a department and a span of time, never for a person.

/** Range of a value that can be true; what lies outside is a slip of the pen or another unit. */
export const secondaryKinds = {
  /** Per cent of the people who left in that time. */
  turnover: { least: 0, most: 300 },
  /** Hours for each person and month. */
  overtime: { least: 0, most: 200 },
  /** Days for each person in that time. */
  'sick-leave': { least: 0, most: 366 },
  /** Per cent of the market's median. */
  'market-pay': { least: 20, most: 300 },
} as const;

export type SecondaryKind = keyof typeof secondaryKinds;

export const secondaryKindIds = Object.keys(secondaryKinds) as SecondaryKind[];

export interface SecondaryFigure {
  readonly departmentId: string;
  readonly kind: SecondaryKind;
  readonly value: number;
  /** A year, a quarter or a month: 2026, 2026-Q3, 2026-09. */
  readonly period: string;
  readonly source: string;
  /** How many people it is about, on the day it was brought. */
  readonly people: number;
}

/** Of one department, each kind together, the latest first. */
export function secondaryOf(figures: readonly SecondaryFigure[], departmentId: string): SecondaryFigure[] {
  const own = figures.filter((one) => one.departmentId === departmentId);
  return own.sort((one, other) => secondaryKindIds.indexOf(one.kind) - secondaryKindIds.indexOf(other.kind) || (one.period < other.period ? 1 : -1));
}
