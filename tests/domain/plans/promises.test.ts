import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { promisesAfterEdit, settlePromise, type PromiseFate } from '#app/domain/plans/promise-changes.ts';
import { firstDue, renewalsOf, statusOfPromise, type Promised } from '#app/domain/plans/promised.ts';
import { aPlan, people, runningPlan, today } from '#tests/support/plans.ts';

const promise: Promised = { id: 'o', text: 'No shift changes after Thursday', by: 'north-1', due: addDays(today, 7), keptOn: null, dropped: null };
const plan = runningPlan({ promises: [promise] });
const renew: PromiseFate = { how: 'renewed', to: addDays(today, 21), reason: 'The tool comes later' };

const after = (fate: PromiseFate, more: { plan?: typeof plan; on?: typeof today; who?: (typeof people)[keyof typeof people]; seen?: typeof today } = {}) =>
  settlePromise(more.plan ?? plan, { who: more.who ?? people.head, today: more.on ?? today, promiseId: 'o', seen: more.seen ?? promise.due, fate });
const because = (outcome: ReturnType<typeof after>) => (outcome.ok ? 'done' : outcome.because);
const promiseAfter = (outcome: ReturnType<typeof after>) => (outcome.ok ? outcome.value.promises[0]! : promise);

describe('a promise', () => {
  test('gets a new day until the old one has passed, and the first day stays known', () => {
    const once = promiseAfter(after(renew, { on: promise.due }));
    expect([once.due, firstDue(once), renewalsOf(once).length]).toEqual([addDays(today, 21), promise.due, 1]);
    expect(statusOfPromise(once, addDays(today, 21))).toBe('open');
    expect(because(after(renew, { on: addDays(promise.due, 1) }))).toBe('promised-day-is-past');
  });

  test('a new day lies later and has a reason', () => {
    expect(because(after({ ...renew, to: promise.due }))).toBe('day-not-later');
    expect(because(after({ ...renew, reason: ' ' }))).toBe('needs-reason');
  });

  test('is kept, also late, or dropped with a reason, and then it is settled', () => {
    expect(promiseAfter(after({ how: 'kept' })).keptOn).toBe(today);
    const late = promiseAfter(after({ how: 'kept' }, { on: addDays(promise.due, 3) }));
    expect(statusOfPromise(late, addDays(today, 99))).toBe('late');
    expect(because(after({ how: 'dropped', reason: '' }))).toBe('needs-reason');
    const dropped = after({ how: 'dropped', reason: 'No money this year' });
    expect(statusOfPromise(promiseAfter(dropped), today)).toBe('dropped');
    expect(dropped.ok && because(after({ how: 'kept' }, { plan: dropped.value }))).toBe('promise-is-settled');
  });

  test('is decided by those who lead its plan and by whoever gave it, and by nobody else', () => {
    expect((['head', 'above', 'hr', 'colleague', 'beside', 'otherHead'] as const).filter((who) => because(after({ how: 'kept' }, { who: people[who] })) === 'done')).toEqual(['head', 'above', 'hr']);
    expect(because(after({ how: 'kept' }, { who: people.colleague, plan: runningPlan({ promises: [{ ...promise, by: 'north-2' }] }) }))).toBe('done');
  });

  test('who saw another day is told, and nothing is overwritten', () => {
    expect(because(after({ how: 'kept' }, { seen: today }))).toBe('plan-changed');
  });

  test('counts once its plan was agreed, and goes on counting while the plan is begun anew', () => {
    expect(because(after({ how: 'kept' }, { plan: aPlan({ promises: [promise] }) }))).toBe('promise-not-agreed');
    expect(because(after({ how: 'kept' }, { plan: aPlan({ promises: [promise], version: 2 }) }))).toBe('done');
    expect(because(after({ how: 'kept' }, { plan: aPlan({ promises: [promise], state: 'closed-achieved', days: plan.days }) }))).toBe('done');
  });
});

describe('an edit of the plan', () => {
  const another = { ...promise, id: 'n', text: 'Two weekends off a month' };
  test('rewrites the promise of a draft', () => {
    expect(promisesAfterEdit(aPlan({ promises: [promise] }), another)).toMatchObject({ ok: true, value: [{ id: 'n' }] });
  });

  test('moves no day of an agreed promise, and takes no word back', () => {
    expect(promisesAfterEdit(plan, { ...promise, id: 'n', due: addDays(today, 30) })).toMatchObject({ ok: false, because: 'promise-is-agreed' });
    expect(promisesAfterEdit(plan, another)).toMatchObject({ ok: true, value: [{ id: 'o' }, { id: 'n' }] });
    expect(promisesAfterEdit(plan, null)).toMatchObject({ ok: true, value: [{ id: 'o' }] });
    expect(promisesAfterEdit(plan, { ...promise, id: 'n' })).toMatchObject({ ok: true, value: [{ id: 'o' }] });
  });
});
