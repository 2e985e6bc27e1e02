// A plan as a head might send it from the form; also for processes that run outside the tests.
import { day } from '#app/domain/kernel/day.ts';
import { blankTerms } from '#app/domain/plans/action-plan.ts';
import type { NewPlan } from '#app/services/plans.server.ts';

export const wished = (more: Partial<NewPlan> = {}): NewPlan => ({
  request: 'form-1',
  issueId: null,
  departmentId: 'north',
  dimension: 'workload',
  ...blankTerms,
  title: 'Less at once',
  cause: 'value',
  measures: ['M-WKL-1'],
  own: null,
  leading: { name: 'tasks stopped', start: 0, goal: 3 },
  valueFigure: '',
  promise: null,
  target: { index: 60, by: day('2027-03-31') },
  steps: [{ title: 'List what we do', ownerId: 'north-2', due: day('2026-12-04') }],
  ...more,
});
