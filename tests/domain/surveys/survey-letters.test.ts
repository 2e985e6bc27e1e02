import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { firstSteps } from '#app/domain/surveys/first-steps.ts';
import { invitationDay, letterDue, mayLeave, plannedLetters, secondsAtMost } from '#app/domain/surveys/letters/survey-letters.ts';
import { shownStep } from '#app/domain/surveys/participation/participation-shown.ts';

const survey = { opens: day('2026-11-23'), closes: day('2026-12-04'), hour: 9 };

test.each([
  ['twelve days', '2026-11-23', '2026-12-04', ['opening 2026-11-23', 'first-reminder 2026-11-30', 'last-reminder 2026-12-03']],
  ['six days', '2026-11-23', '2026-11-28', ['opening 2026-11-23', 'first-reminder 2026-11-25', 'last-reminder 2026-11-27']],
  ['three days', '2026-11-23', '2026-11-25', ['opening 2026-11-23', 'last-reminder 2026-11-24']],
  ['one day', '2026-11-23', '2026-11-23', ['opening 2026-11-23']],
  ['a week from a Saturday on', '2026-11-21', '2026-11-27', ['opening 2026-11-23', 'first-reminder 2026-11-24', 'last-reminder 2026-11-26']],
  ['a week that ends on a Monday', '2026-11-23', '2026-11-30', ['opening 2026-11-23', 'first-reminder 2026-11-26', 'last-reminder 2026-11-27']],
  ['Saturday to Monday', '2026-11-21', '2026-11-23', ['opening 2026-11-23']],
  ['one weekend', '2026-11-21', '2026-11-22', ['opening 2026-11-21']],
  ['Friday to Sunday', '2026-11-20', '2026-11-22', ['opening 2026-11-20']],
] as const)('a survey of %s sends its letters on working days', (_name, opens, closes, expected) => {
  expect(plannedLetters({ opens: day(opens), closes: day(closes) }).map(({ kind, day: on }) => `${kind} ${on}`)).toEqual(expected);
});

const at = (on: string, clock = '09:00') => ({ day: day(on), minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) });

test('nothing is sent before the first and after the last day, nor twice on one day', () => {
  expect(letterDue(survey, [], at('2026-11-22'))).toBeNull();
  expect(letterDue(survey, [], at('2026-12-05'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: day('2026-12-03') }], at('2026-12-03'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: survey.opens }], at('2026-11-27'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: survey.opens }], at('2026-11-28'))).toBeNull();
  expect(letterDue(survey, [{ kind: 'opening', day: survey.opens }], at('2026-11-30'))).toBe('first-reminder');
});

describe('letters leave when people work', () => {
  test.each([
    ['at midnight of the first day', survey, at('2026-11-23', '00:00'), null],
    ['a minute before the hour', survey, at('2026-11-23', '08:59'), null],
    ['at the hour', survey, at('2026-11-23'), 'opening'],
    ['at another hour that HR chose', { ...survey, hour: 14 }, at('2026-11-23', '13:59'), null],
    ['once that has come', { ...survey, hour: 14 }, at('2026-11-23', '14:00'), 'opening'],
    ['sealed in the afternoon of the first day', survey, at('2026-11-23', '17:59'), 'opening'],
    ['sealed in its evening', survey, at('2026-11-23', '18:00'), null],
    ['on the morning after that', survey, at('2026-11-24'), 'opening'],
    ['sealed on a Saturday night', { ...survey, opens: day('2026-11-21') }, at('2026-11-21', '22:00'), null],
    ['on the Saturday itself', { ...survey, opens: day('2026-11-21') }, at('2026-11-21', '10:00'), null],
    ['on the Monday after it', { ...survey, opens: day('2026-11-21') }, at('2026-11-23'), 'opening'],
    ['on a weekend beside which there is nothing', { ...survey, opens: day('2026-11-21'), closes: day('2026-11-22') }, at('2026-11-21', '10:00'), 'opening'],
    ['but in its night', { ...survey, opens: day('2026-11-21'), closes: day('2026-11-22') }, at('2026-11-21', '22:00'), null],
    ['sealed in the evening of the only day', { ...survey, closes: survey.opens }, at('2026-11-23', '19:00'), 'opening'],
    ['but not in its night', { ...survey, closes: survey.opens }, at('2026-11-23', '01:00'), null],
  ] as const)('%s', (_name, plan, now, kind) => {
    expect(letterDue(plan, [], now)).toBe(kind);
  });

  test('reminders wait for working hours, and for ever where none are left', () => {
    const sent = [{ kind: 'opening' as const, day: survey.opens }];
    expect(letterDue(survey, sent, at('2026-11-30', '08:59'))).toBeNull();
    expect(letterDue(survey, sent, at('2026-11-30', '18:00'))).toBeNull();
    expect(letterDue(survey, sent, at('2026-12-01'))).toBe('first-reminder');
    expect(letterDue(survey, sent, at('2026-12-04', '20:00'))).toBeNull();
  });

  test('the day that is told before sealing is the day on which they leave', () => {
    expect(invitationDay(survey, at('2026-11-20'))).toBe('2026-11-23');
    expect(invitationDay(survey, at('2026-11-23', '17:59'))).toBe('2026-11-23');
    expect(invitationDay(survey, at('2026-11-23', '18:00'))).toBe('2026-11-24');
    expect(invitationDay({ ...survey, opens: day('2026-11-28') }, at('2026-11-20'))).toBe('2026-11-30');
  });
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

describe('letters that waited for the mail server leave when people work', () => {
  const weekend = { ...survey, opens: day('2026-11-21'), closes: day('2026-11-22') };
  test.each([
    ['in working hours', survey, false, at('2026-11-24', '09:00'), true],
    ['before the hour', survey, false, at('2026-11-24', '08:59'), false],
    ['in the evening', survey, false, at('2026-11-24', '18:00'), false],
    ['on a Saturday', survey, false, at('2026-11-28', '10:00'), false],
    ['a reminder on the last evening', survey, true, at('2026-12-04', '18:00'), false],
    ['the news of a survey on its last evening', survey, false, at('2026-12-04', '18:00'), true],
    ['the news after its last day', survey, false, at('2026-12-05', '09:00'), false],
    ['the news of a weekend', weekend, false, at('2026-11-21', '10:00'), true],
    ['but not in the night before its Sunday', weekend, false, at('2026-11-21', '22:00'), false],
    ['nor its reminders', weekend, true, at('2026-11-22', '10:00'), false],
  ] as const)('%s', (_name, plan, reminded, now, leaves) => {
    expect(mayLeave(plan, reminded, now)).toBe(leaves);
  });
});

test('the time a letter tells everybody is that of whoever is asked most: of questions for some at most two', () => {
  const scale = { kind: 'scale' } as const;
  const some = { kind: 'several', routes: 'AAAA' } as const;
  expect(secondsAtMost([scale, scale])).toBe(12);
  expect(secondsAtMost([scale, scale, some])).toBe(22);
  expect(secondsAtMost([scale, scale, some, some, some, some, { ...scale, routes: 'AAAA' }])).toBe(32);
});
