import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf, type Day } from '#app/domain/kernel/day.ts';
import { isWorkingDay, workingDayFrom } from '#app/domain/kernel/working-days.ts';
import { remindersOf } from '#app/domain/plans/reminders.ts';
import { aStep, runningPlan, today } from '#tests/support/plans.ts';

const daysFrom = (from: Day, count: number) => Array.from({ length: count }, (_, at) => addDays(from, at));

describe('silence', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('that began %i days after a Monday is told once, on a working day, a fortnight and three weeks later', (after) => {
    const updated = addDays(today, after);
    const plan = runningPlan({ steps: [], days: { ...runningPlan().days, updated } });
    const told = daysFrom(updated, 40).flatMap((on) => remindersOf([plan], [], on).map(({ kind, to }) => ({ kind, to, on })));
    expect(told).toEqual([
      { kind: 'update-due', to: { personId: plan.ownerId }, on: workingDayFrom(addDays(updated, 14)) },
      { kind: 'stale', to: { role: 'hr' }, on: workingDayFrom(addDays(updated, 21)) },
    ]);
  });
});

test.each([0, 1, 2, 3, 4, 5, 6])('of a step that is due %i days after a Monday its owner hears twice before and once after, then it climbs', (after) => {
  const due = addDays(today, 14 + after);
  const plan = runningPlan({ ownerId: 'owner', steps: [aStep('a', { ownerId: 'doer', due })] });
  const told = daysFrom(today, 45)
    .flatMap((on) => remindersOf([{ ...plan, days: { ...plan.days, updated: on } }], [], on).map(({ kind, to }) => ({ kind, to, on })))
    .filter(({ kind }) => kind !== 'update-due');
  expect(told.map(({ kind, to }) => [kind, to])).toEqual([
    ['due-in-a-week', { personId: 'doer' }],
    ['due-tomorrow', { personId: 'doer' }],
    ['late', { personId: 'doer' }],
    ['late-for-owner', { personId: 'owner' }],
    ['late-for-hr', { role: 'hr' }],
  ]);
  expect(told.every(({ on }) => isWorkingDay(on))).toBe(true);
  const weekend = weekdayOf(due) === 0 || weekdayOf(due) === 6;
  expect(told.map(({ on }) => daysBetween(due, on)).map(Math.sign)).toEqual([-1, -1, 1, 1, 1]);
  if (!weekend) expect(daysBetween(due, told[3]?.on as Day)).toBe(7);
});
