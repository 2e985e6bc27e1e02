// While a survey is open people learn only roughly how many have answered: exact counts, often refreshed, would tell who.
import type { Day } from '../kernel/day.ts';

/** Rounded percentages of one day: the company in steps of `step`, departments with 50 invited or more in steps of 10. */
export interface Participation {
  readonly surveyId: string;
  readonly day: Day;
  readonly company: number;
  /** 5 for a hundred invited and more at k = 5. */
  readonly step: number;
  readonly departments: Readonly<Record<string, number>>;
}
