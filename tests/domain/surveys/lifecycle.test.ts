import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { closeSurvey, isDue, isOpen, loseSurvey, readyToSeal, sealSurvey } from '#app/domain/surveys/lifecycle.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { aDraft, said, satisfaction } from '#tests/support/drafts.ts';

const today = day('2026-11-22');
const with_ = (more: Partial<Survey>) => aDraft('pulse', more);
const asking = (more: Partial<Survey['definition']>) => with_({ definition: { ...aDraft('pulse').definition, ...more } });

test('a draft with a title, a question and days ahead can be sealed', () => {
  expect(readyToSeal(aDraft('pulse'), today)).toMatchObject({ ok: true });
  expect(readyToSeal(with_({ opens: today, closes: today }), today)).toMatchObject({ ok: true });
});

test.each([
  ['not-a-draft', with_({ state: 'sealed' })],
  ['no-title', with_({ title: { ...said('Pulse'), 'zh-Hant': ' ' } })],
  ['no-title', asking({ languages: [] })],
  ['no-questions', asking({ questions: [] })],
  ['no-questions', asking({ questions: [{ kind: 'background', id: 'site', text: said('Site'), dimension: null, k: 5, options: [] }] })],
  ['repeated-question', asking({ questions: [satisfaction, satisfaction] })],
  ['unknown-cut', asking({ cuts: [{ question: 'site', scope: 'company', items: [] }] })],
  ['closes-before-opening', with_({ opens: addDays(today, 3), closes: addDays(today, 2) })],
  ['closes-in-the-past', with_({ opens: addDays(today, -3), closes: addDays(today, -1) })],
  ['opens-in-the-past', with_({ opens: addDays(today, -1) })],
] as const)('it is refused with %s', (because, survey) => {
  expect(readyToSeal(survey, today)).toMatchObject({ ok: false, because });
});

test('a survey is open from its first day to its last, both included', () => {
  const survey = with_({ state: 'sealed', opens: today, closes: addDays(today, 2) });
  expect([-1, 0, 2, 3].map((days) => isOpen(survey, addDays(today, days)))).toEqual([false, true, true, false]);
  expect(isOpen({ ...survey, state: 'closed' }, today)).toBe(false);
  expect([2, 3].map((days) => isDue(survey, addDays(today, days)))).toEqual([false, true]);
  expect(isDue({ ...survey, state: 'lost' }, addDays(today, 3))).toBe(false);
});

test('it goes from draft to sealed to closed or lost, and nowhere else', () => {
  const at = '2026-11-30T00:00:00.000Z';
  const sealed = sealSurvey(aDraft('pulse'), 'hash');
  if (!sealed.ok) throw new Error(sealed.because);
  expect(sealed.value).toMatchObject({ state: 'sealed', manifestHash: 'hash' });
  expect(closeSurvey(sealed.value, at, today)).toMatchObject({ value: { state: 'closed', closedAt: at, closedOn: today } });
  expect(loseSurvey(sealed.value, at, today)).toMatchObject({ value: { state: 'lost' } });
  expect(sealSurvey(sealed.value, 'other')).toMatchObject({ because: 'not-a-draft' });
  for (const state of ['draft', 'closed', 'lost'] as const) {
    expect(closeSurvey(with_({ state }), at, today)).toMatchObject({ because: 'not-sealed' });
    expect(loseSurvey(with_({ state }), at, today)).toMatchObject({ because: 'not-sealed' });
  }
});
