// A promise has a date and somebody who made it, and is kept, late or dropped with a reason: promises without a date are the
// expectations that disappoint later.
import type { Day } from '../kernel/day.ts';

export interface Promised {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly due: Day;
  readonly keptOn: Day | null;
  /** Why it will not be kept; null otherwise. */
  readonly dropped: string | null;
}

export type PromiseStatus = 'open' | 'kept' | 'late' | 'dropped';

/** Kept late stays «late»: the day that was promised has passed without it. */
export function statusOfPromise(one: Promised, today: Day): PromiseStatus {
  if (one.dropped !== null) return 'dropped';
  if (one.keptOn !== null) return one.keptOn > one.due ? 'late' : 'kept';
  return one.due < today ? 'late' : 'open';
}
