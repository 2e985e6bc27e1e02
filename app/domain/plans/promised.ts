// A promise has a date and somebody who made it, and is kept, late or dropped with a reason: promises without a date are the
// expectations that disappoint later. A new day before the old one passes is honest; it stays counted, because nobody forgets it.
import type { Day } from '../kernel/day.ts';
import { done, refused, together, type Outcome } from '../kernel/outcome.ts';

export interface Renewal {
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
}

export interface Promised {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly due: Day;
  readonly keptOn: Day | null;
  /** Why it will not be kept; null otherwise. */
  readonly dropped: string | null;
  /** New days it was given, the first one first; absent where there were none. */
  readonly renewals?: readonly Renewal[];
}

export type PromiseStatus = 'open' | 'kept' | 'late' | 'dropped';

/** Kept late stays «late»: the day that was promised has passed without it. */
export function statusOfPromise(one: Promised, today: Day): PromiseStatus {
  if (one.dropped !== null) return 'dropped';
  if (one.keptOn !== null) return one.keptOn > one.due ? 'late' : 'kept';
  return one.due < today ? 'late' : 'open';
}

export const renewalsOf = ({ renewals = [] }: Pick<Promised, 'renewals'>): readonly Renewal[] => renewals;

/** The day people were told first. */
export const firstDue = (one: Promised): Day => renewalsOf(one)[0]?.from ?? one.due;

/** Neither kept nor given up: somebody still waits for it. */
export const isAwaited = ({ keptOn, dropped }: Promised): boolean => keptOn === null && dropped === null;

export type PromiseRefusal = 'promise-is-settled' | 'promised-day-is-past' | 'day-not-later' | 'needs-reason';

type Decision = Outcome<Promised, PromiseRefusal>;

export const kept = (one: Promised, today: Day): Decision => (isAwaited(one) ? done({ ...one, keptOn: today }) : refused('promise-is-settled'));

/** Up to and including the day that was promised; after it the promise is late, and stays so. */
export function renewed(one: Promised, change: Omit<Renewal, 'from'>): Decision {
  if (!isAwaited(one)) return refused('promise-is-settled');
  if (one.due < change.on) return refused('promised-day-is-past');
  const wrong = together<PromiseRefusal>([change.to <= one.due ? refused('day-not-later') : null, change.reason.trim() === '' ? refused('needs-reason') : null]);
  if (wrong) return wrong;
  const renewal = { from: one.due, to: change.to, reason: change.reason.trim(), on: change.on, by: change.by };
  return done({ ...one, due: change.to, renewals: [...renewalsOf(one), renewal] });
}

export function dropped(one: Promised, reason: string): Decision {
  if (!isAwaited(one)) return refused('promise-is-settled');
  return reason.trim() === '' ? refused('needs-reason') : done({ ...one, dropped: reason.trim() });
}
