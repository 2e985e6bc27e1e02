// Duties are counted in working days, Monday to Friday, so that a deadline never falls on a weekend nobody works through.
// Public holidays differ by place, and a deadline a day early harms nobody: only whoever hands over a company's calendar has them.
import { addDays, daysBetween, weekdayOf, type Day } from './day.ts';

/** Both days counted. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** When a company works. */
export interface WorkCalendar {
  /** As `weekdayOf` counts them, at least one. */
  readonly weekdays: readonly number[];
  /** On which nobody works all the same. */
  readonly free: readonly DayRange[];
}

export const usualCalendar: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], free: [] };

export const isWithin = (one: Day, { from, to }: DayRange): boolean => from <= one && one <= to;

export function isWorkingDay(one: Day, { weekdays, free }: WorkCalendar = usualCalendar): boolean {
  return weekdays.includes(weekdayOf(one)) && !free.some((range) => isWithin(one, range));
}

/** Days. Attacker: a calendar, brought by a file, in which nobody works for ever. What looks for a working day in it ends here, where it has come to. */
const farthest = 1_000;

/** The day itself where it is a working day, the next one otherwise. */
export function workingDayFrom(from: Day, calendar: WorkCalendar = usualCalendar): Day {
  return isWorkingDay(from, calendar) ? from : addWorkingDays(from, 1, calendar);
}

/** The day itself where it is a working day, the last one before it otherwise. */
export function workingDayUntil(until: Day, calendar: WorkCalendar = usualCalendar): Day {
  let at = until;
  for (let gone = 0; gone < farthest && !isWorkingDay(at, calendar); gone += 1) at = addDays(at, -1);
  return at;
}

/** The `count`-th working day after a day (0: the day itself). */
export function addWorkingDays(from: Day, count: number, calendar: WorkCalendar = usualCalendar): Day {
  let at = from;
  let last = from;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (!isWorkingDay(at, calendar) && daysBetween(last, at) < farthest) continue;
    left -= 1;
    last = at;
  }
  return at;
}

/** The `count`-th working day before a day (0: the day itself). */
export function workingDaysBefore(until: Day, count: number, calendar: WorkCalendar = usualCalendar): Day {
  let at = until;
  for (let left = count; left > 0; left -= 1) at = workingDayUntil(addDays(at, -1), calendar);
  return at;
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) count += 1;
  return count;
}
