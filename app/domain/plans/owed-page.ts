// Answers that are owed, as those see them to whom they are owed and those who owe them.
import type { Day } from '../kernel/day.ts';
import type { MissingAnswer } from './plan-list.ts';

/** `due` may be a day to come. */
export interface OwedAnswer extends MissingAnswer {
  /** The head who owes it; null where nobody leads the department or one above it. */
  readonly by: string | null;
  /** The department that handed it over; null where none did. */
  readonly from: string | null;
}

export interface OwedPage {
  /** About the own department and those above it, the longest overdue first. */
  readonly toReader: readonly OwedAnswer[];
  readonly byReader: readonly OwedAnswer[];
  readonly today: Day;
}
