import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { levelOf, mayResolve } from '#app/domain/plans/blocker.ts';
import { addStep, countLeading, edit, moveStep, reportBlocker, resolveBlocker, setStepStatus } from '#app/domain/plans/plan-changes.ts';
import { flagsOf, nextStep } from '#app/domain/plans/plan-flags.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import { leadingMet } from '#app/domain/plans/planned-measure.ts';
import { originalDue } from '#app/domain/plans/step.ts';
import { aPlan, aStep, committedPlan, people, runningPlan, smallMeasure, today } from '#tests/support/plans.ts';

const tap = { who: people.colleague, today, stepId: 't2', seen: 1 } as const;
const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);
const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

test('the first step that begins puts the plan in progress', () => {
  const begun = value(setStepStatus(committedPlan(), { ...tap, status: 'doing' }));
  expect(begun).toMatchObject({ state: 'in-progress', days: { started: today }, revision: 2 });
  expect(begun.steps[1]).toMatchObject({ status: 'doing', revision: 2 });
  expect(begun.steps[0]).toEqual(committedPlan().steps[0]);
});

test('a finished step remembers its day and forgets it when it is opened again', () => {
  const over = value(setStepStatus(runningPlan(), { ...tap, status: 'done' }));
  expect(over.steps[1]?.doneOn).toBe(today);
  expect(value(setStepStatus(over, { ...tap, seen: 2, status: 'doing' })).steps[1]?.doneOn).toBeNull();
});

test('who saw an older step is told, and nothing is overwritten', () => {
  const over = value(setStepStatus(runningPlan(), { ...tap, status: 'done' }));
  expect(because(setStepStatus(over, { ...tap, status: 'doing' }))).toBe('plan-changed');
  expect(because(setStepStatus(over, { ...tap, who: people.head, stepId: 't1', status: 'doing' }))).toBe('done');
});

test('a step is moved on by its owner, the plan’s owner, the head and HR, and by nobody else', () => {
  const own = { ...tap, status: 'doing' } as const;
  for (const who of [people.colleague, people.head, people.above, people.hr]) expect(because(setStepStatus(runningPlan(), { ...own, who }))).toBe('done');
  for (const who of [people.beside, people.otherHead]) expect(because(setStepStatus(runningPlan(), { ...own, who }))).toBe('forbidden');
  expect(because(setStepStatus(runningPlan(), { ...own, stepId: 't1', who: people.colleague }))).toBe('forbidden');
  expect(because(setStepStatus(runningPlan(), { ...own, stepId: 'none' }))).toBe('not-found');
  expect(because(setStepStatus(aPlan(), own))).toBe('not-under-way');
});

test('a day is moved with a reason, and the first day stays known', () => {
  const later = { ...tap, to: day('2027-01-08'), reason: 'Waiting for IT' };
  const moved = value(moveStep(runningPlan(), later));
  expect(moved.steps[1]).toMatchObject({ due: '2027-01-08', dueChanges: [{ from: '2026-12-18', to: '2027-01-08', reason: 'Waiting for IT', by: 'north-2' }] });
  expect(originalDue(moved.steps[1]!)).toBe('2026-12-18');
  expect(because(moveStep(runningPlan(), { ...later, reason: ' ' }))).toBe('needs-reason');
  expect(because(moveStep(runningPlan(), { ...later, to: addDays(today, -1) }))).toBe('day-is-past');
  expect(because(moveStep(runningPlan(), { ...later, to: day('2026-12-18') }))).toBe('same-day');
  const over = runningPlan({ steps: [aStep('t2', { status: 'done', ownerId: 'north-2' })] });
  expect(because(moveStep(over, later))).toBe('step-is-closed');
});

test('a plan is slipping after the third moved day', () => {
  let plan = runningPlan();
  for (const [index, to] of ['2027-01-08', '2027-01-15', '2027-01-22'].entries()) {
    expect(flagsOf(plan, today).slipping).toBe(false);
    plan = value(moveStep(plan, { ...tap, seen: index + 1, to: day(to), reason: 'Later' }));
  }
  expect(flagsOf(plan, today).slipping).toBe(true);
});

test('late, silent and due for an update follow from days alone', () => {
  const plan = runningPlan();
  expect(flagsOf(plan, today)).toEqual({ overdue: false, stale: false, slipping: false, updateDue: false });
  expect(flagsOf(plan, day('2026-12-04')).overdue).toBe(false);
  expect(flagsOf(plan, day('2026-12-05')).overdue).toBe(true);
  expect(flagsOf(plan, addDays(today, 14)).updateDue).toBe(false);
  expect(flagsOf(plan, addDays(today, 15)).updateDue).toBe(true);
  expect(flagsOf(plan, addDays(today, 21)).stale).toBe(false);
  expect(flagsOf(plan, addDays(today, 22)).stale).toBe(true);
  expect(flagsOf({ ...plan, state: 'implemented' }, addDays(today, 60))).toMatchObject({ overdue: false, stale: false });
});

test('the next step is the open one that is due first', () => {
  const steps = [aStep('a', { due: day('2026-12-20') }), aStep('b', { due: day('2026-12-01'), status: 'done' }), aStep('c', { due: day('2026-12-10') })];
  expect(nextStep({ steps })?.id).toBe('c');
  expect(nextStep({ steps: [] })).toBeNull();
});

test('a blocker stops the plan until the last one is gone', () => {
  const raise = { who: people.colleague, today, blocker: { id: 'b1', kind: 'decision' as const, text: 'Who decides?' } };
  const once = value(reportBlocker(runningPlan(), raise));
  const twice = value(reportBlocker(once, { ...raise, blocker: { ...raise.blocker, id: 'b2' } }));
  expect(twice.state).toBe('blocked');
  const resolve = { who: people.colleague, today, resolution: 'Ada decides' };
  const one = value(resolveBlocker(twice, { ...resolve, blockerId: 'b1' }));
  expect(one.state).toBe('blocked');
  expect(value(resolveBlocker(one, { ...resolve, blockerId: 'b2' })).state).toBe('in-progress');
  expect(because(resolveBlocker(one, { ...resolve, blockerId: 'b1' }))).toBe('blocker-is-resolved');
  expect(because(reportBlocker(runningPlan(), { ...raise, who: people.beside }))).toBe('forbidden');
  expect(because(reportBlocker(runningPlan(), { ...raise, blocker: { ...raise.blocker, text: '  ' } }))).toBe('needs-blocker-text');
  expect(because(reportBlocker(aPlan(), { ...raise, who: people.head }))).toBe('not-under-way');
});

test('an unanswered blocker climbs a level every five working days', () => {
  const blocker = { id: 'b', kind: 'resource' as const, text: 'x', raisedBy: 'north-2', raisedOn: today, resolvedOn: null, resolution: '' };
  expect([0, 4, 7, 14, 21, 60].map((days) => levelOf(blocker, addDays(today, days)))).toEqual([0, 0, 1, 2, 3, 3]);
  expect(mayResolve(blocker, 'north', people.head, addDays(today, 7))).toBe(true);
  expect(mayResolve(blocker, 'north', people.head, addDays(today, 14))).toBe(false);
  expect(mayResolve(blocker, 'north', people.hr, addDays(today, 60))).toBe(true);
  expect(mayResolve(blocker, 'north', people.colleague, addDays(today, 60))).toBe(true);
  expect(mayResolve(blocker, 'north', people.otherHead, today)).toBe(false);
  // Whoever leads the company answers what nobody below could.
  expect(mayResolve(blocker, 'north', people.above, addDays(today, 60))).toBe(false);
  expect(mayResolve(blocker, 'north', { ...people.above, executive: true }, addDays(today, 60))).toBe(true);
});

test('a change after the agreement is a new version, before it is none', () => {
  const text = { title: 'Fewer at once', ownerId: 'north-1', target: null, measures: [smallMeasure], promises: [] };
  expect(value(edit(aPlan(), { who: people.head, today, text, seen: 1 }))).toMatchObject({ version: 1, revision: 2, title: 'Fewer at once' });
  expect(value(edit(committedPlan(), { who: people.head, today, text, seen: 1 })).version).toBe(2);
  expect(because(edit(committedPlan({ revision: 4 }), { who: people.head, today, text, seen: 3 }))).toBe('plan-changed');
  expect(because(edit(committedPlan(), { who: people.colleague, today, text, seen: 1 }))).toBe('forbidden');
  const step = { id: 't3', title: 'One more', ownerId: 'north-1', due: day('2026-12-24') };
  expect(value(addStep(committedPlan(), { who: people.head, today, step })).version).toBe(2);
  expect(because(addStep(aPlan(), { who: people.head, today, step: { ...step, due: addDays(today, -1) } }))).toBe('day-is-past');
});

test('what was counted decides whether a leading indicator is met, upwards and downwards', () => {
  const counted = value(countLeading(runningPlan(), { who: people.head, today, measureId: 'm1', now: 3 }));
  expect(leadingMet(counted.measures)).toBe(true);
  expect(leadingMet(runningPlan().measures)).toBe(false);
  const down = { ...smallMeasure, leading: { name: 'overtime', start: 40, goal: 20, now: 25 } };
  expect(leadingMet([down])).toBe(false);
  expect(leadingMet([{ ...down, leading: { ...down.leading, now: 20 } }])).toBe(true);
});

test('a draft is read by those who write it; a published plan by those concerned, never sideways', () => {
  const readers = (plan: Parameters<typeof mayRead>[0]) => Object.entries(people).filter(([, who]) => mayRead(plan, who)).map(([name]) => name);
  expect(readers(aPlan())).toEqual(['head', 'above', 'hr']);
  expect(readers(runningPlan())).toEqual(['head', 'colleague', 'above', 'hr']);
  expect(readers(runningPlan({ departmentId: 'sales' }))).toEqual(['head', 'colleague', 'above', 'beside', 'hr']);
  expect(readers(runningPlan({ partners: ['operations'] }))).toContain('otherHead');
  expect(readers(aPlan({ state: 'cancelled', ownerId: 'x' }))).not.toContain('colleague');
});
