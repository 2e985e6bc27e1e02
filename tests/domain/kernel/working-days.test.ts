import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { addWorkingDays, workingDayFrom, workingDaysBefore, workingDayUntil } from '#app/domain/kernel/working-days.ts';

const never = { weekdays: [1, 2, 3, 4, 5], free: [{ from: day('0001-01-01'), to: day('9999-12-31') }] };
const monday = day('2026-11-23');

test('looking for a working day ends, also where nobody works for ever', () => {
  expect(workingDayFrom(monday, never)).toBe('2029-08-19');
  expect(workingDayUntil(monday, never)).toBe('2024-02-27');
  expect(addWorkingDays(monday, 2, never)).toBe('2032-05-15');
  expect(workingDaysBefore(monday, 1, never)).toBe('2024-02-26');
});

test('working days are those of the calendar', () => {
  const calendar = { weekdays: [1, 2, 3, 4, 5], free: [{ from: day('2026-11-24'), to: day('2026-12-31') }] };
  expect(workingDayFrom(day('2026-11-24'), calendar)).toBe('2027-01-01');
  expect(addWorkingDays(monday, 2, calendar)).toBe('2027-01-04');
  expect(workingDayUntil(day('2026-12-31'), calendar)).toBe('2026-11-23');
});
