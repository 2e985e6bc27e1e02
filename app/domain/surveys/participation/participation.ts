// While a survey is open people learn only roughly how many have answered: exact counts, often refreshed, would tell who.
import { addDays, type Day } from '../../kernel/day.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import type { Survey } from '../survey.ts';

/** Rounded percentages of one day: the company in steps of `step`, departments with 50 invited or more in steps of 10. */
export interface Participation {
  readonly surveyId: string;
  readonly day: Day;
  readonly company: number;
  /** 5 for a hundred invited and more at k = 5. */
  readonly step: number;
  readonly departments: Readonly<Record<string, number>>;
}

/** The hour of each day's count, on the company's clock: before people come to work, and the same for everybody. */
export const countingHour = { minute: 7 * 60, onTheClock: '07:00' } as const;

type Days = Pick<Survey, 'opens' | 'closes'>;

/** The morning after the first day: nobody stands alone in the first figure. Null where the survey is over by then. */
export function firstCount({ opens, closes }: Days): Day | null {
  const first = addDays(opens, 1);
  return first <= closes ? first : null;
}

/** `latest`: the day of the latest count, null before the first. A clock that is put back counts nothing again. */
export function isCountDue(days: Days, latest: Day | null, now: LocalTime): boolean {
  const first = firstCount(days);
  if (first === null || now.day < first || now.day > days.closes) return false;
  return now.minute >= countingHour.minute && (latest === null || latest < now.day);
}
