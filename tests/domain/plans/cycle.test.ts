import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { cycleOf, cycleStages, stageState, type CycleFacts } from '#app/domain/plans/cycle.ts';
import { aPlan, aStep, committedPlan, runningPlan, today } from '#tests/support/plans.ts';

const nothing: CycleFacts = { pulse: { planned: null, open: null, published: null }, owed: [], plans: [] };
const published = { ...nothing.pulse, published: day('2026-11-20') };
const at = (facts: Partial<CycleFacts>) => cycleOf({ ...nothing, ...facts }, today);
const finished = (more = {}) => runningPlan({ state: 'monitoring', days: { ...runningPlan().days, implemented: day('2026-11-10') }, ...more });

describe('where a department stands', () => {
  test('before the first survey it is to be assessed, and nothing is said of improving', () => {
    expect(at({})).toMatchObject({ now: 'assess', assess: { code: 'none' }, improve: { code: 'later' }, monitor: { code: 'later' } });
    expect(at({ pulse: { ...nothing.pulse, planned: day('2026-12-07') } })).toMatchObject({ now: 'assess', assess: { code: 'planned', day: '2026-12-07' }, monitor: { code: 'next' } });
  });

  test('an open survey comes before everything, and what is late is said all the same', () => {
    const cycle = at({ pulse: { ...published, open: day('2026-12-04') }, owed: [{ due: day('2026-11-20') }] });
    expect(cycle).toMatchObject({ now: 'assess', assess: { code: 'open', day: '2026-12-04' }, improve: { code: 'owed-late', many: 1 } });
  });

  test('an answer that is owed is said with the day of the oldest, late ones alone where some are late', () => {
    const owed = ['2026-12-11', '2026-11-20', '2026-11-18'].map((due) => ({ due: day(due) }));
    expect(at({ pulse: published, owed })).toMatchObject({ now: 'improve', improve: { code: 'owed-late', day: '2026-11-18', many: 2 } });
    expect(at({ pulse: published, owed: owed.slice(0, 1) }).improve).toEqual({ code: 'owed', day: '2026-12-11', many: 1 });
    // What is due today may still come today.
    expect(at({ pulse: published, owed: [{ due: today }] }).improve.code).toBe('owed');
  });

  test.each([
    ['a draft', [aPlan()], 'improve', { code: 'writing', day: today }],
    ['work in time', [committedPlan()], 'improve', { code: 'working', day: '2026-12-04' }],
    ['a late step', [committedPlan({ steps: [aStep('t1', { due: day('2026-11-16') })] })], 'improve', { code: 'late', day: '2026-11-16', many: 1 }],
    ['work that is finished', [finished()], 'monitor', { code: 'done', day: '2026-11-10' }],
    ['a plan that was given up', [aPlan({ state: 'cancelled' })], 'monitor', { code: 'nothing' }],
  ] as const)('with %s', (_what, plans, now, improve) => {
    expect(at({ pulse: published, plans })).toMatchObject({ now, improve });
  });

  test('a finished plan waits for the first survey that may judge it, then for being told, and a next one for its day', () => {
    expect(at({ pulse: published, plans: [finished()] }).monitor).toEqual({ code: 'from', day: '2026-12-08', many: 1 });
    const review = { on: day('2026-12-20') } as never;
    expect(at({ pulse: published, plans: [finished({ state: 'reviewed', review })] }).monitor).toMatchObject({ code: 'measured', day: '2026-12-20' });
    const result = { on: day('2027-01-05') } as never;
    expect(at({ pulse: published, plans: [finished({ state: 'closed-achieved', review, result })] }).monitor).toMatchObject({ code: 'told', day: '2027-01-05' });
    expect(at({ pulse: { ...published, planned: day('2027-02-01') } })).toMatchObject({ now: 'monitor', monitor: { code: 'next', day: '2027-02-01' } });
  });

  test('what lies behind the stage that is on is done', () => {
    const states = (facts: Partial<CycleFacts>) => cycleStages.map((stage) => stageState(at(facts), stage));
    expect(states({})).toEqual(['now', 'later', 'later']);
    expect(states({ pulse: published, owed: [{ due: today }] })).toEqual(['done', 'now', 'later']);
    expect(states({ pulse: published })).toEqual(['done', 'done', 'now']);
  });
});
