// What HR does next in the cycle: what locks or holds up others first, then what only HR can do, then the survey itself.
import type { Day } from '../kernel/day.ts';

export interface CycleOfCompany {
  /** Answers that are owed: how many are late, how many are still in time, and the day of the first of these. */
  readonly answers: { readonly late: number; readonly inTime: number; readonly by: Day | null };
  /** Plans that wait for HR's agreement, and measured ones whose result nobody told yet. */
  readonly toAgree: number;
  readonly toTell: number;
  /** The last day of the pulse that is open, the first of the one that is sealed; null without. */
  readonly open: Day | null;
  readonly planned: Day | null;
  /** Id of a draft; null without. */
  readonly draft: string | null;
}

export type NextCode = 'late-answers' | 'agree' | 'tell' | 'open' | 'planned' | 'seal' | 'answers' | 'compose';

export interface NextOfCycle {
  readonly code: NextCode;
  readonly many: number;
  readonly day: Day | null;
  /** Path where it is done. */
  readonly to: string;
}

export function nextOfCycle({ answers, toAgree, toTell, open, planned, draft }: CycleOfCompany): NextOfCycle {
  const next = (code: NextCode, to: string, { n = 1, day = null }: { n?: number; day?: Day | null } = {}): NextOfCycle => ({ code, many: n, day, to });
  if (answers.late > 0) return next('late-answers', '/plans/board?stage=owed', { n: answers.late });
  if (toAgree > 0) return next('agree', '/plans?show=agree', { n: toAgree });
  if (toTell > 0) return next('tell', '/plans/board?stage=measured', { n: toTell });
  if (open !== null) return next('open', '/surveys', { day: open });
  if (planned !== null) return next('planned', '/surveys', { day: planned });
  if (answers.inTime > 0) return next('answers', '/plans/board?stage=owed', { n: answers.inTime, day: answers.by });
  return draft === null ? next('compose', '/surveys/new') : next('seal', `/surveys/${draft}`);
}
