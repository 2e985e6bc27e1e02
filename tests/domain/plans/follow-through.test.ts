import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#app/domain/kernel/day.ts';
import { answeredInTime, blockerAges, closedLoop, followThrough, promisesKept, responseDays, slipsPerPlan, stepsOnTime } from '#app/domain/plans/follow-through.ts';
import { progressByDepartment, progressByMonth, progressFigures } from '#app/domain/plans/progress-figures.ts';
import { aPlan, aStep, anIssue, runningPlan, today } from '#tests/support/plans.ts';

const movedStep = (id: string, from: Day, to: Day) => aStep(id, { status: 'done', doneOn: to, due: to, dueChanges: [{ from, to, reason: 'x', on: today, by: 'y' }] });

describe('steps on time', () => {
  test('count by the day first agreed, and only in agreed plans', () => {
    const late = movedStep('a', day('2026-12-04'), day('2026-12-10'));
    const good = aStep('b', { status: 'done', doneOn: day('2026-12-03') });
    const coming = aStep('c', { due: day('2027-01-10') });
    const plan = runningPlan({ steps: [late, good, coming] });
    expect(stepsOnTime([plan, aPlan()], day('2026-12-20'))).toEqual({ part: 1, of: 2 });
    expect(slipsPerPlan([plan, aPlan()])).toBe(0.5);
  });

  test('a step due today is not missed yet; one that was dropped is', () => {
    const plan = runningPlan({ steps: [aStep('a', { due: today }), aStep('b', { due: addDays(today, -1), status: 'dropped' })] });
    expect(stepsOnTime([plan], today)).toEqual({ part: 0, of: 1 });
    expect(stepsOnTime([plan], addDays(today, 1))).toEqual({ part: 0, of: 2 });
  });
});

test('a plan is followed through by the goal that was agreed, not by the one written over it', () => {
  const agreed = runningPlan({ target: { index: 55, by: day('2027-03-31') } });
  const moved = { ...agreed, version: 2, target: { index: 55, by: day('2027-06-30') }, state: 'implemented' as const, days: { ...agreed.days, implemented: day('2027-06-01') } };
  expect(followThrough([moved], [], day('2027-07-01'))).toEqual({ part: 1, of: 1 });
  expect(followThrough([moved], [agreed], day('2027-07-01'))).toEqual({ part: 0, of: 1 });
  expect(followThrough([agreed], [], day('2027-03-31'))).toEqual({ part: 0, of: 0 });
  expect(followThrough([agreed], [], day('2027-04-01'))).toEqual({ part: 0, of: 1 });
});

test('what is done on its very day is on time, a day after it is late', () => {
  const due = day('2026-12-04');
  const onTime = (doneOn: Day) => {
    const plan = runningPlan({
      target: { index: 55, by: due },
      steps: [aStep('a', { due, status: 'done', doneOn })],
      promises: [{ id: 'o', text: 'x', by: 'a', due, keptOn: doneOn, dropped: null, renewals: [] }],
      days: { ...runningPlan().days, implemented: doneOn },
    });
    const later = addDays(due, 30);
    return [stepsOnTime([plan], later), followThrough([plan], [], later), promisesKept([plan], later)].map(({ part, of }) => `${part} of ${of}`);
  };
  expect(onTime(addDays(due, -1))).toEqual(['1 of 1', '1 of 1', '1 of 1']);
  expect(onTime(due)).toEqual(['1 of 1', '1 of 1', '1 of 1']);
  expect(onTime(addDays(due, 1))).toEqual(['0 of 1', '0 of 1', '0 of 1']);
  // The answer that comes on the fifteenth working day is in time.
  expect(answeredInTime([anIssue({ answeredOn: day('2026-12-11') }), anIssue({ answeredOn: day('2026-12-14') })], 0, day('2026-12-20'))).toEqual({ part: 1, of: 2 });
});

test('the loop is closed where the result of a measured plan was told', () => {
  const review = { releaseHash: 'r', on: today, effect: null, verdict: 'not-measurable' as const, because: 'too-few', reached: null, leadingMet: false, early: true, method: 'own-return' as const, comment: '' };
  const result = { text: 'x', next: '', on: today, by: 'hr', grounds: [] };
  expect(closedLoop([runningPlan(), aPlan({ review }), aPlan({ review, result })])).toEqual({ part: 1, of: 2 });
});

test('answers are counted in working days, and silence after the last of them counts as no answer', () => {
  const within = anIssue({ answeredOn: day('2026-11-30') });
  const late = anIssue({ answeredOn: day('2026-12-14') });
  const silent = anIssue({ state: 'accepted' });
  expect(responseDays([within, late, silent])).toEqual([6, 16]);
  expect(answeredInTime([within, late, silent], 0, day('2026-12-11'))).toEqual({ part: 1, of: 2 });
  expect(answeredInTime([within, late, silent], 2, day('2026-12-12'))).toEqual({ part: 1, of: 5 });
});

test('a promise that was given a new day counts by the first', () => {
  const promise = { id: 'o', text: 'x', by: 'a', due: day('2026-12-18'), keptOn: day('2026-12-17'), dropped: null };
  const renewals = [{ from: day('2026-12-04'), to: day('2026-12-18'), reason: 'x', on: today, by: 'a' }];
  const plan = runningPlan({ promises: [promise, { ...promise, id: 'p', renewals }, { ...promise, id: 'q', keptOn: null }] });
  expect(promisesKept([plan], day('2026-12-18'))).toEqual({ part: 1, of: 2 });
  expect(promisesKept([plan], day('2026-12-19'))).toEqual({ part: 1, of: 3 });
});

test('what is in the way ages by kind, with how many and the oldest', () => {
  const blocker = { id: 'b', kind: 'policy' as const, text: 'x', raisedBy: 'y', raisedOn: today, resolvedOn: null, resolution: '' };
  const solved = { ...blocker, id: 'c', kind: 'people' as const, resolvedOn: today };
  const plan = runningPlan({ blockers: [blocker, { ...blocker, id: 'd', raisedOn: addDays(today, -4) }, solved] });
  expect(blockerAges([plan, aPlan({ state: 'cancelled', blockers: [blocker] })], addDays(today, 6))).toEqual([{ kind: 'policy', n: 2, mean: 8, oldest: 10 }]);
});

describe('together', () => {
  test('nothing to count is said as nothing, not as zero per cent', () => {
    const figures = progressFigures({ plans: [aPlan()], versions: [], issues: [], silent: 0 }, today);
    expect(figures).toMatchObject({ plans: 0, stepsOnTime: { part: 0, of: 0 }, response: { answered: 0, median: null }, blockers: [] });
  });

  test('departments stand in the order of the tree, whatever their figures', () => {
    const plans = [runningPlan({ id: 'a', departmentId: 'south', steps: [aStep('x', { due: day('2026-11-01') })] }), runningPlan({ id: 'b', departmentId: 'north', steps: [] }), aPlan({ id: 'c', departmentId: 'operations' })];
    expect(progressByDepartment(plans, ['amber', 'north', 'operations', 'south'], today).map((one) => [one.departmentId, one.stepsOnTime.of])).toEqual([['north', 0], ['south', 1]]);
  });

  test('months run on without a gap up to the last finished one', () => {
    const plan = runningPlan({ steps: [movedStep('a', day('2026-08-14'), day('2026-08-20')), aStep('b', { due: day('2026-10-09'), status: 'done', doneOn: day('2026-10-09') }), aStep('c', { due: day('2026-11-02') })] });
    const months = progressByMonth({ plans: [plan], issues: [anIssue({ askedOn: day('2026-09-01'), answeredOn: day('2026-09-04') })] }, today);
    expect(months).toEqual([
      { month: '2026-08', stepsOnTime: { part: 0, of: 1 }, answers: { n: 0, median: null } },
      { month: '2026-09', stepsOnTime: { part: 0, of: 0 }, answers: { n: 1, median: 3 } },
      { month: '2026-10', stepsOnTime: { part: 1, of: 1 }, answers: { n: 0, median: null } },
    ]);
    expect(progressByMonth({ plans: [], issues: [] }, today)).toEqual([]);
  });
});
