import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { overdueAnswers, type Asked } from '#app/domain/plans/overdue-answers.ts';
import { anIssue, aPlan, runningPlan } from '#tests/support/plans.ts';

const asked: Asked = { departmentId: 'north', dimension: 'workload', surveyId: 's1', askedOn: day('2026-11-20') };
const nothing = { asked: [], issues: [], plans: [] };
const [lastDay, after] = [day('2026-12-11'), day('2026-12-12')];

test('silence counts once the fifteen working days are over', () => {
  expect(overdueAnswers({ ...nothing, asked: [asked] }, lastDay)).toEqual([]);
  expect(overdueAnswers({ ...nothing, asked: [asked] }, after)).toEqual([{ departmentId: 'north', dimension: 'workload', due: lastDay, issueId: null }]);
});

test.each(['planned', 'declined', 'forwarded', 'resolved'] as const)('an issue that is %s is an answer', (state) => {
  expect(overdueAnswers({ ...nothing, asked: [asked], issues: [anIssue({ state })] }, after)).toEqual([]);
});

test('an issue that was opened and left counts once, and one handed over has its own clock', () => {
  const left = anIssue({ state: 'accepted' });
  const above = anIssue({ id: 'i2', departmentId: 'sales', state: 'accepted', askedOn: day('2026-12-01'), forwardedFrom: 'i1' });
  expect(overdueAnswers({ ...nothing, asked: [asked], issues: [left, above] }, after).map((one) => one.issueId)).toEqual(['i1']);
  expect(overdueAnswers({ ...nothing, issues: [above] }, day('2026-12-23')).map((one) => one.departmentId)).toEqual(['sales']);
});

test('a plan under way is an answer to the next survey too; one that is over, one elsewhere or about something else is not', () => {
  const second = { ...asked, surveyId: 's2' };
  expect(overdueAnswers({ ...nothing, asked: [second], plans: [runningPlan()] }, after)).toEqual([]);
  for (const plan of [aPlan({ state: 'cancelled' }), runningPlan({ departmentId: 'south' }), runningPlan({ dimension: 'pay' })])
    expect(overdueAnswers({ ...nothing, asked: [second], plans: [plan] }, after)).toHaveLength(1);
});

test('the longest overdue comes first', () => {
  const earlier = { ...asked, departmentId: 'south', askedOn: day('2026-11-02') };
  expect(overdueAnswers({ ...nothing, asked: [asked, earlier] }, after).map((one) => one.departmentId)).toEqual(['south', 'north']);
});
