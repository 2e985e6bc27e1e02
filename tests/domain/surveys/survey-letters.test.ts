import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { firstSteps } from '#app/domain/surveys/first-steps.ts';
import { letterDue, plannedLetters } from '#app/domain/surveys/survey-letters.ts';
import { shownStep } from '#app/domain/surveys/participation-shown.ts';

const survey = { opens: day('2026-11-23'), closes: day('2026-12-04') };

test.each([
  ['twelve days', survey.closes, ['opening 2026-11-23', 'first-reminder 2026-11-28', 'last-reminder 2026-12-03']],
  ['six days', day('2026-11-28'), ['opening 2026-11-23', 'first-reminder 2026-11-25', 'last-reminder 2026-11-27']],
  ['three days', day('2026-11-25'), ['opening 2026-11-23', 'last-reminder 2026-11-24']],
  ['one day', survey.opens, ['opening 2026-11-23']],
] as const)('a survey of %s sends its letters on their days', (_name, closes, expected) => {
  expect(plannedLetters({ ...survey, closes }).map(({ kind, day: on }) => `${kind} ${on}`)).toEqual(expected);
});

test('nothing is sent before the first and after the last day, nor twice on one day', () => {
  expect(letterDue(survey, [], day('2026-11-22'))).toBeNull();
  expect(letterDue(survey, [], day('2026-12-05'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: day('2026-12-03') }], day('2026-12-03'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: survey.opens }], day('2026-11-27'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: survey.opens }], day('2026-11-28'))).toBe('first-reminder');
});

test('a step of participation says between which shares the truth lies', () => {
  expect(shownStep(0, 5)).toEqual({ from: 0, to: 5 });
  expect(shownStep(90, 10)).toEqual({ from: 90, to: null });
  expect(shownStep(80, 10)).toEqual({ from: 80, to: 90 });
  expect(shownStep(95, 5)).toEqual({ from: 95, to: null });
});

test('the first steps go from people to letters, one at a time', () => {
  const states = (beginning: Partial<Parameters<typeof firstSteps>[0]>) =>
    firstSteps({ people: 0, draft: null, sealed: null, invited: false, ...beginning }).map(({ state }) => state[0]).join('');
  expect(states({ people: 1 })).toBe('nllll');
  expect(states({ people: 44 })).toBe('dnlll');
  expect(states({ people: 44, draft: 'a' })).toBe('ddnll');
  expect(states({ people: 44, sealed: 'a' })).toBe('ddddn');
  expect(states({ people: 44, sealed: 'a', invited: true })).toBe('ddddd');
});
