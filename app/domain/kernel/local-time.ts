// What clock and calendar show somewhere. A day of the company begins and ends where the company is: surveys open and close by it,
// and closing destroys. Clocks are moved for summer and zones lie up to 14 hours ahead of UTC and 12 behind it.
import { addDays, day, type Day } from './day.ts';

export interface LocalTime {
  readonly day: Day;
  /** Since midnight on the clock, 0–1439. */
  readonly minute: number;
}

/** True for a name of the time zone database, such as Asia/Hong_Kong; a bare offset such as +08:00 is none. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

// Making a format costs a hundred times as much as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

export function localTime(instant: Date, timeZone: string): LocalTime {
  const part = Object.fromEntries(formatOf(timeZone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: day(`${part['year']}-${part['month']}-${part['day']}`), minute: Number(part['hour']) * 60 + Number(part['minute']) };
}

/** The calendar day on which an instant falls somewhere. */
export function dayAt(instant: Date, timeZone: string): Day {
  return localTime(instant, timeZone).day;
}

/** The first instant of a day somewhere: midnight, or what the clock shows instead where it is put forward at midnight. */
export function startOfDay(of: Day, timeZone: string): Date {
  const middle = Date.parse(`${of}T00:00:00Z`) / 1000;
  // Wider than any zone; in seconds.
  let [before, at] = [middle - 18 * 3600, middle + 18 * 3600];
  while (at - before > 1) {
    const between = Math.floor((before + at) / 2);
    if (dayAt(new Date(between * 1000), timeZone) < of) before = between;
    else at = between;
  }
  return new Date(at * 1000);
}

/** A day somewhere as a stretch of time, in milliseconds: `until` is the first instant of the next day. 23 to 25 hours long. */
export interface DaySpan {
  readonly day: Day;
  readonly from: number;
  readonly until: number;
}

export function daySpan(instant: Date, timeZone: string): DaySpan {
  const of = dayAt(instant, timeZone);
  return { day: of, from: startOfDay(of, timeZone).getTime(), until: startOfDay(addDays(of, 1), timeZone).getTime() };
}
