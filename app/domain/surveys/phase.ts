// Where a survey stands for people: its state and today together.
import { addDays, weekdayOf, type Day } from '../kernel/day.ts';
import type { Survey } from './survey.ts';

/** `scheduled` is sealed and not yet open; `counting` is past its last day and about to be tallied. */
export type Phase = 'draft' | 'scheduled' | 'open' | 'counting' | 'closed' | 'lost';

export function phaseOf({ state, opens, closes }: Pick<Survey, 'state' | 'opens' | 'closes'>, today: Day): Phase {
  if (state !== 'sealed') return state;
  if (today < opens) return 'scheduled';
  return today <= closes ? 'open' : 'counting';
}

/** The last day on which ballots were or will be taken: earlier than planned where HR closed it. */
export function lastDayOf({ closes, closedOn }: Pick<Survey, 'closes' | 'closedOn'>): Day {
  return closedOn ?? closes;
}

/** The survey's day when it is closed today: closing comes after the last day, or ends the survey early. */
export function closingDay({ closes }: Pick<Survey, 'closes'>, today: Day): Day {
  return today < closes ? today : closes;
}

/** Next Monday, and the Friday after ten working days: long enough for holidays and shifts, short enough to remember. */
export function suggestedDays(today: Day): { opens: Day; closes: Day } {
  const opens = addDays(today, ((8 - weekdayOf(today)) % 7) || 7);
  return { opens, closes: addDays(opens, 11) };
}
