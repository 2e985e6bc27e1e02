import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { throughGates, type GateWishes } from '#app/domain/surveys/own/four-gates.ts';
import { passing } from '#tests/support/own-questions.ts';

const today = day('2026-11-22');
const refusal = (change: Partial<GateWishes>) => {
  const outcome = throughGates({ ...passing, ...change }, today);
  return outcome.ok ? 'decided' : [outcome.because, outcome.details['field']];
};

test.each([
  ['all four', {}, 'decided'],
  ['no word on why it matters', { important: ' ' }, ['gate-important', 'important']],
  ['what most people cannot answer', { measurable: false }, ['gate-measurable', 'measurable']],
  ['nothing that could be done', { controllable: '' }, ['gate-controllable', 'controllable']],
  ['nobody who would do it', { owner: null }, ['gate-owner', 'owner']],
  ['nothing to compare it with', { comparable: null }, ['gate-comparable', 'comparable']],
  ['parked without a reason', { decision: 'park', review: day('2027-01-01') }, ['gate-reason', 'reason']],
  ['parked for ever', { decision: 'park', reason: 'No money' }, ['gate-review', 'review']],
  ['parked until today', { decision: 'park', reason: 'No money', review: today }, ['gate-review', 'review']],
  ['parked, with nothing else said', { decision: 'park', reason: 'No money', review: day('2026-11-23'), important: '', measurable: false, controllable: '', owner: null, comparable: null }, 'decided'],
] as const)('%s', (_name, change, expected) => {
  expect(refusal(change)).toEqual(expected);
});
