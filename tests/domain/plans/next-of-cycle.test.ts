import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { nextOfCycle, type CycleOfCompany } from '#app/domain/plans/next-of-cycle.ts';

const quiet: CycleOfCompany = { answers: { late: 0, inTime: 0, by: null }, toAgree: 0, toTell: 0, open: null, planned: null, draft: null };

test.each<[string, Partial<CycleOfCompany>, object]>([
  ['nothing at all', {}, { code: 'compose', to: '/surveys/new' }],
  ['a draft', { draft: 'd1' }, { code: 'seal', to: '/surveys/d1' }],
  ['answers that are in time', { draft: 'd1', answers: { late: 0, inTime: 2, by: day('2026-12-11') } }, { code: 'answers', many: 2, day: '2026-12-11' }],
  ['a sealed survey', { planned: day('2026-12-01'), answers: { late: 0, inTime: 2, by: day('2026-12-11') } }, { code: 'planned', day: '2026-12-01' }],
  ['an open survey', { open: day('2026-12-01'), planned: day('2027-03-01') }, { code: 'open', day: '2026-12-01' }],
  ['a measured plan', { open: day('2026-12-01'), toTell: 1 }, { code: 'tell', many: 1 }],
  ['a plan to agree', { toAgree: 3, toTell: 1 }, { code: 'agree', many: 3 }],
  ['late answers before all', { toAgree: 3, answers: { late: 1, inTime: 2, by: day('2026-12-11') } }, { code: 'late-answers', many: 1 }],
])('next with %s', (_what, more, expected) => {
  expect(nextOfCycle({ ...quiet, ...more })).toMatchObject(expected);
});
