// What people are told without being asked anything. One rule keeps it readable: at most one such letter a fortnight, with everything
// that happened meanwhile; results alone are told at once, and the others wait for them.
import { addDays, type Day } from '../kernel/day.ts';

/** `late`: what HR is told of weekly; `programme`: what HR is to do about its next survey. */
export type NewsKind = 'results' | 'agreed' | 'refused' | 'given-up' | 'reviewed' | 'ended' | 'late' | 'programme';

export interface News {
  /** Of one happening always the same, so that it is news once. */
  readonly id: string;
  readonly kind: NewsKind;
  /** Id of the survey, the plan, the issue or the programme; of what is late the Monday. */
  readonly subjectId: string;
  readonly day: Day;
}

/** `turn` tells apart what may happen to one thing more than once: an agreement by its version, a reading by its release. */
export function newsOf(happened: Omit<News, 'id'>, turn = ''): News {
  return { ...happened, id: [happened.kind, happened.subjectId, turn].filter((part) => part !== '').join(':') };
}

/** Days between two letters to one person that ask nothing. */
const quietDays = 14;

/** The last day on which somebody may have been told to be told again today. */
export const restedSince = (today: Day): Day => addDays(today, -quietDays);

/** Whoever waits waits a fortnight, or two where results come between: after these days nothing is news any more. */
const newsFor = 90;

export const newsSince = (today: Day): Day => addDays(today, -newsFor);
