import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, type Day } from '#app/domain/kernel/day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#app/domain/kernel/working-days.ts';
import { accept, answerDue, decline, forward, reopened, resolved } from '#app/domain/plans/issue.ts';
import { draftPlan } from '#app/domain/plans/new-plan.ts';
import { statusOfPromise } from '#app/domain/plans/promised.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import { standingOf } from '#app/domain/plans/standing.ts';
import { anIssue, aPlan, people, smallMeasure, today } from '#tests/support/plans.ts';
import { departmentsFrom } from '#tests/support/companies.ts';

const open = anIssue({ state: 'accepted' });
const answer = { reason: 'No budget this year', wouldChange: 'The budget of 2027', by: 'north-1', on: today };
const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);

test('an answer is due fifteen working days after the figure was published', () => {
  expect(answerDue({ askedOn: day('2026-11-20') })).toBe('2026-12-11');
});

test('adding and counting working days agree, and never land on a weekend', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const from = addDays(day('2020-01-01'), offset) as Day;
      const to = addWorkingDays(from, count);
      expect(isWorkingDay(to)).toBe(true);
      expect(workingDaysBetween(from, to)).toBe(count);
    }),
  );
});

test('a refusal says why and what would change it', () => {
  expect(decline(open, people.head, answer)).toMatchObject({ ok: true, value: { state: 'declined', answer, answeredOn: today, revision: 2 } });
  expect(because(decline(open, people.head, { ...answer, reason: ' ' }))).toBe('needs-reason');
  expect(because(decline(open, people.head, { ...answer, wouldChange: '' }))).toBe('needs-what-would-change');
  expect(because(decline(open, people.colleague, answer))).toBe('forbidden');
  expect(because(decline(open, people.otherHead, answer))).toBe('forbidden');
  expect(because(decline(anIssue(), people.head, answer))).toBe('answered-already');
});

test('an issue handed over is answered above, and remembers where it came from', () => {
  const handed = forward(open, people.head, { id: 'i2', parentId: 'sales', answer: { ...answer, wouldChange: '' } });
  expect(handed).toMatchObject({
    ok: true,
    value: { here: { id: 'i1', state: 'forwarded' }, above: { id: 'i2', departmentId: 'sales', state: 'accepted', forwardedFrom: 'i1', askedOn: today, evidence: open.evidence } },
  });
  expect(because(forward(open, people.head, { id: 'i2', parentId: null, answer }))).toBe('nobody-above');
});

test('an issue comes back when its figure falls again', () => {
  const over = resolved(anIssue());
  if (!over.ok) throw new Error(over.because);
  expect(reopened(over.value, today)).toMatchObject({ ok: true, value: { state: 'reopened', askedOn: today, answeredOn: null } });
  expect(because(reopened(open, today))).toBe('not-resolved');
  expect(because(accept(anIssue({ state: 'proposed' }), people.head))).toBe('done');
});

const draft = { id: 'p9', title: 'Less', ownerId: 'north-1', target: null, measures: [smallMeasure], steps: [], promises: [] };
const situation = { who: people.head, today, others: [] };

test('a plan answers its issue', () => {
  expect(draftPlan(open, draft, situation)).toMatchObject({ ok: true, value: { plan: { state: 'draft', issueId: 'i1', departmentId: 'north' }, issue: { state: 'planned', answeredOn: today } } });
  expect(because(draftPlan(anIssue(), draft, situation))).toBe('answered-already');
  expect(because(draftPlan(open, draft, { ...situation, who: people.colleague }))).toBe('forbidden');
});

test('a department has at most three open plans, and one about one thing', () => {
  const others = ['pay', 'benefits', 'tools'].map((dimension, index) => aPlan({ id: `o${index}`, dimension }));
  expect(because(draftPlan(open, draft, { ...situation, others }))).toBe('too-many-plans');
  expect(because(draftPlan(open, draft, { ...situation, others: [aPlan()] }))).toBe('planned-already');
  expect(because(draftPlan(open, draft, { ...situation, others: [...others.slice(1), aPlan({ state: 'cancelled' })] }))).toBe('done');
});

test('a promise kept after its day was late', () => {
  const promise = { id: 'o', text: 'x', by: 'a', due: today, keptOn: null, dropped: null };
  expect(statusOfPromise(promise, today)).toBe('open');
  expect(statusOfPromise(promise, addDays(today, 1))).toBe('late');
  expect(statusOfPromise({ ...promise, keptOn: today }, addDays(today, 9))).toBe('kept');
  expect(statusOfPromise({ ...promise, keptOn: addDays(today, 1) }, addDays(today, 9))).toBe('late');
  expect(statusOfPromise({ ...promise, dropped: 'No money' }, today)).toBe('dropped');
});

test('a plan repeats no comment, however it is written', () => {
  const comments = ['The roster changes every Friday evening, without a word.', '排班每周五晚上才改，没人通知我们。', 'Too loud'];
  expect(quotes('People said: «the ROSTER changes  every friday evening»', comments)).toBe(true);
  expect(quotes('有人说：排班每周五晚上才改，没人通知', comments)).toBe(true);
  expect(quotes('Rosters come out too late', comments)).toBe(false);
  expect(quotes('排班通知太晚', comments)).toBe(false);
  expect(quotes('', comments)).toBe(false);
});

test('leading reaches down, belonging reaches up, nothing goes sideways', () => {
  const tree = departmentsFrom('amber\n  sales\n    north\n    south\n  operations');
  const head = standingOf(tree, { personId: 'x', departmentId: 'north', heads: ['sales'], hr: false });
  expect([...head.leads].sort()).toEqual(['north', 'sales', 'south']);
  expect([...head.belongs].sort()).toEqual(['amber', 'north', 'sales']);
  const employee = standingOf(tree, { personId: 'y', departmentId: 'south', heads: [], hr: false });
  expect([...employee.leads]).toEqual([]);
  expect([...employee.belongs].sort()).toEqual(['amber', 'sales', 'south']);
});
