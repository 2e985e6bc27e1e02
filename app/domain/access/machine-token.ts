// What a program shows to read what was published. It stands for whoever made it, as a reader and as nothing else, for some parts only
// and until a day: whoever finds it in a script a year later finds nothing that still opens.
import { addDays, type Day } from '../kernel/day.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { may, type Actor } from './actor.ts';

export const scopes = ['results', 'report', 'plans'] as const;

export type Scope = (typeof scopes)[number];

export interface MachineToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** HMAC-SHA-256 of the secret, base64url. */
  readonly hash: string;
  readonly madeBy: string;
  readonly madeOn: Day;
  /** The last day on which it opens. */
  readonly lastDay: Day;
  /** The latest day on which it was used; null before. */
  readonly usedOn: Day | null;
}

const longestDays = 365;

export const latestDay = (today: Day): Day => addDays(today, longestDays);

export function lastDayOf(wished: Day, today: Day): Outcome<Day, 'token-day'> {
  return wished >= today && wished <= latestDay(today) ? done(wished) : refused('token-day', { latest: latestDay(today) });
}

/** Who reads by a token: its maker as HR and nothing else, not as somebody of a department and not as a head. Null where the maker may
 * not read results any more. Attacker: whoever lost the role and keeps a program running. */
export function readerBy(maker: Actor | null): Actor | null {
  return may(maker, 'read-results') && maker ? { ...maker, roles: ['hr'], departmentId: null, heads: [] } : null;
}
