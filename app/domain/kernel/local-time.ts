// What clock and calendar show somewhere: whoever is written to reads it in the morning of their own working day.
import { day, type Day } from './day.ts';

export interface LocalTime {
  readonly day: Day;
  /** Since midnight on the clock, 0–1439. */
  readonly minute: number;
}

/** True for a name of the time zone database, such as Asia/Hong_Kong. */
export function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

export function localTime(instant: Date, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: day(`${part['year']}-${part['month']}-${part['day']}`), minute: Number(part['hour']) * 60 + Number(part['minute']) };
}
