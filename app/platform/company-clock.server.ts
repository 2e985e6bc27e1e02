// The one clock of days: whatever is open, due, late, kept or published by the day asks it. The day is the company's, not the server's
// and not UTC's; it is asked with every ballot, so the zone and today's two ends are kept instead of read.
import { daySpan, type DaySpan } from '#app/domain/kernel/local-time.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Data } from '#db/index.server.ts';
import { steadyClock, type SteadyClock } from './steady-clock.server.ts';

export interface CompanyClock extends SteadyClock {
  now(): Date;
  /** The day it is where the company is. */
  today(): Day;
  /** By its name in the time zone database. */
  timeZone(): string;
  /** Takes in a zone that was set since: after every change here, and now and then because another process may change it too. */
  readTimeZone(): Promise<void>;
}

export interface ClockParts {
  readonly now: () => Date;
  readonly organisation: Pick<Data['organisation'], 'get'>;
  /** The zone until a company has one. */
  readonly otherwise: string;
  /** Milliseconds since the computer was started; its own unless told. */
  readonly sinceBoot?: () => number;
}

export function companyClock({ now, organisation, otherwise, sinceBoot }: ClockParts): CompanyClock {
  let zone = otherwise;
  let span: DaySpan | null = null;
  return {
    now,
    ...steadyClock(now, sinceBoot),
    timeZone: () => zone,
    today() {
      const at = now();
      // A clock that is put back leaves the span as much as one that goes on.
      if (!span || at.getTime() < span.from || at.getTime() >= span.until) span = daySpan(at, zone);
      return span.day;
    },
    async readTimeZone() {
      const read = (await organisation.get())?.timeZone ?? otherwise;
      if (read !== zone) [zone, span] = [read, null];
    },
  };
}
