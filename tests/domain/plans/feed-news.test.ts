// A card opens with what is new: what ended, what is late, what was said last, in that order.
import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { newsOf } from '#app/domain/plans/feed-news.ts';
import { aPlan, aStep, today } from '#tests/support/plans.ts';

const days = { ...aPlan().days, created: day('2026-11-02'), consulted: day('2026-11-03'), committed: day('2026-11-10') };
const note = { day: day('2026-11-20'), text: 'Two people help' };
const late = aStep('a', { title: 'List', due: day('2026-11-19') });
const promise = { id: 'w', text: 'An answer', by: 'x', due: day('2026-11-20'), keptOn: null, dropped: null };
const running = aPlan({ state: 'in-progress', days, steps: [] });

test.each([
  ['open for objections', aPlan({ state: 'consulted', days: { ...days, committed: null } }), null, { code: 'open', day: '2026-11-03' }],
  ['agreed', running, null, { code: 'agreed', day: '2026-11-10' }],
  ['written about', running, note, { code: 'note', day: '2026-11-20', about: 'Two people help' }],
  ['late with a step, though written about', { ...running, steps: [late] }, note, { code: 'late-step', day: '2026-11-19', about: 'List' }],
  ['late with a promise', { ...running, steps: [late], promises: [promise] }, note, { code: 'late-promise', day: '2026-11-20', about: 'An answer' }],
  ['finished', { ...running, state: 'implemented' as const, days: { ...days, implemented: day('2026-11-22') } }, note, { code: 'finished', day: '2026-11-22' }],
  ['finished, with a promise left', { ...running, state: 'implemented' as const, promises: [promise], days: { ...days, implemented: day('2026-11-22') } }, note, { code: 'late-promise', day: '2026-11-20', about: 'An answer' }],
  ['told', { ...running, steps: [late], result: { text: 'x', next: '', on: day('2026-11-21'), by: 'x', grounds: [] } }, note, { code: 'told', day: '2026-11-21' }],
])('a plan that is %s', (_, plan, written, news) => {
  expect(newsOf(plan, written, today)).toEqual(news);
});

test('a step that is due today is not late', () => {
  expect(newsOf({ ...running, steps: [aStep('b', { due: today })] }, null, today).code).toBe('agreed');
});
