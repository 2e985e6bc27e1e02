// Duties are counted in working days, Monday to Friday, so that a deadline never falls on a weekend nobody works through.
// Public holidays are not known here: they differ by place, and a deadline a day early harms nobody.
import { addDays, weekdayOf, type Day } from './day.ts';

export function isWorkingDay(one: Day): boolean {
  const weekday = weekdayOf(one);
  return weekday !== 0 && weekday !== 6;
}

/** The day itself where it is a working day, the next one otherwise. */
export function workingDayFrom(from: Day): Day {
  return isWorkingDay(from) ? from : addWorkingDays(from, 1);
}

/** The day itself where it is a working day, the last one before it otherwise. */
export function workingDayUntil(until: Day): Day {
  let at = until;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

/** The `count`-th working day after a day (0: the day itself). */
export function addWorkingDays(from: Day, count: number): Day {
  let at = from;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) count += 1;
  return count;
}
