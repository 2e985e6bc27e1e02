import { expect, test } from 'vitest';
import { isTimeZone, localTime } from '#app/domain/kernel/local-time.ts';

test.each([
  ['UTC', '2026-11-25T00:00:00Z', '2026-11-25', 0],
  ['Asia/Hong_Kong', '2026-11-24T16:00:00Z', '2026-11-25', 0],
  ['Asia/Kathmandu', '2026-11-25T02:45:00Z', '2026-11-25', 510],
  ['America/New_York', '2026-03-08T06:59:00Z', '2026-03-08', 119],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08', 180],
  ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01', 0],
])('in %s at %s the calendar shows %s', (zone, instant, day, minute) => {
  expect(localTime(new Date(instant), zone)).toEqual({ day, minute });
});

test('only names of the time zone database are time zones', () => {
  expect(['Asia/Hong_Kong', 'Europe/Berlin', 'UTC'].every(isTimeZone)).toBe(true);
  expect(['', 'Hong Kong', 'Mars/Base'].some(isTimeZone)).toBe(false);
});
