import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { checkLetterText, filledIn, withText, writtenKinds } from '#app/domain/surveys/letters/letter-texts.ts';
import { checkLetterDays, letterDue, mayLeave, plannedLetters } from '#app/domain/surveys/letters/survey-letters.ts';
import { programText } from '#app/services/notifications/letter-words.server.ts';
import '#app/text/all.server.ts';
import { textOf } from '#app/text/text.ts';

describe('what HR writes', () => {
  test.each(['en', 'zh-Hans', 'zh-Hant'])('the program’s own words would be taken in %s', (language) => {
    for (const kind of writtenKinds) expect(checkLetterText(kind, programText(textOf(language), kind)), kind).toMatchObject({ ok: true });
  });

  test('an invitation keeps its link, also as a Chinese keyboard writes it', () => {
    expect(checkLetterText('opening', { subject: 'A', body: 'Dear {name}' })).toEqual({ ok: false, because: 'missing-place', details: { field: 'body', places: '{link}' } });
    expect(checkLetterText('last-reminder', { subject: 'A', body: 'Hier ｛ link ｝' })).toEqual({ ok: true, value: { subject: 'A', body: 'Hier {link}' } });
    expect(checkLetterText('results', { subject: 'A', body: 'B' })).toMatchObject({ because: 'missing-place', details: { places: '{findings}' } });
  });

  test.each([
    ['subject', '{link} at once', 'Go: {link}', '{link}'],
    ['body', 'A', '{link} {nam}', '{nam}'],
    ['body', 'A', '{link} {', '{'],
    ['body', 'A', '{link} }', '}'],
    ['body', 'A', '{link} {{name}}', '{}'],
    ['body', 'A', '{link} {}', '{}'],
    ['body', 'A', '{link} {constructor}', '{constructor}'],
  ])('a strange brace is refused in the %s with what may stand there', (field, subject, body, found) => {
    expect(checkLetterText('opening', { subject, body })).toMatchObject({ because: 'unknown-place', details: { field, found } });
  });

  test('a subject is one line, and what no letter shows is gone', () => {
    expect(checkLetterText('opening', { subject: 'A\r\nBcc: all@amber.example', body: '{link}\u202e\u0000' })).toEqual({ ok: true, value: { subject: 'A Bcc: all@amber.example', body: '{link}' } });
    expect(checkLetterText('opening', { subject: ' ', body: '{link}' })).toMatchObject({ because: 'letter-empty', details: { field: 'subject' } });
    expect(checkLetterText('opening', { subject: 'A', body: `{link}${'x'.repeat(3_000)}` })).toMatchObject({ because: 'letter-too-long', details: { field: 'body', length: 3_006 } });
  });

  test('a name that looks like a place is no place', () => {
    expect(filledIn('{name} {link} {other}', { name: '{link}', link: 'L' })).toBe('{link} L {other}');
  });

  test('one text is written and taken back without touching the others', () => {
    const one = withText({}, { kind: 'opening', language: 'de', text: { subject: 'A', body: '{link}' } });
    const two = withText(one, { kind: 'opening', language: 'en', text: { subject: 'B', body: '{link}' } });
    expect(withText(two, { kind: 'opening', language: 'de', text: null })).toEqual({ opening: { en: { subject: 'B', body: '{link}' } } });
  });
});

describe('days that HR chose', () => {
  const survey = { opens: day('2026-11-23'), closes: day('2026-12-04'), hour: 9 };
  const days = { announcement: day('2026-11-20'), 'first-reminder': day('2026-11-26'), 'last-reminder': null };
  const at = (on: string, clock = '09:00') => ({ day: day(on), minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) });

  test('are the days on which letters leave', () => {
    expect(plannedLetters({ ...survey, days }).map((one) => `${one.kind} ${one.day}`)).toEqual(['announcement 2026-11-20', 'opening 2026-11-23', 'first-reminder 2026-11-26']);
    expect(checkLetterDays(survey, days, day('2026-11-19')).ok).toBe(true);
  });

  test('of a survey that was moved afterwards are the usual ones again', () => {
    const moved = { opens: day('2027-01-11'), closes: day('2027-01-22'), days };
    expect(plannedLetters(moved).map(({ kind }) => kind)).toEqual(['announcement', 'opening', 'first-reminder']);
    expect(plannedLetters(moved)[2]!.day).toBe('2027-01-18');
  });

  test.each([
    ['letter-day-free', { announcement: day('2026-11-21') }],
    ['letter-day-before', { announcement: day('2026-11-23') }],
    ['letter-day-before', { announcement: day('2026-11-18') }],
    ['letter-day-within', { 'first-reminder': day('2026-11-23') }],
    ['letter-day-within', { 'last-reminder': day('2026-12-07') }],
    ['letter-day-order', { 'first-reminder': day('2026-11-27'), 'last-reminder': day('2026-11-27') }],
  ])('are refused: %s', (because, wished) => {
    expect(checkLetterDays(survey, wished, day('2026-11-19'))).toMatchObject({ ok: false, because });
  });

  test('an announcement leaves once, in working hours, and never after the survey opened', () => {
    const plan = { ...survey, days };
    expect(letterDue(plan, [], at('2026-11-19'))).toBeNull();
    expect(letterDue(plan, [], at('2026-11-20', '08:59'))).toBeNull();
    expect(letterDue(plan, [], at('2026-11-20'))).toBe('announcement');
    expect(letterDue(plan, [], at('2026-11-20', '18:00'))).toBeNull();
    expect(letterDue(plan, [], at('2026-11-21'))).toBeNull();
    expect(letterDue(plan, [{ kind: 'announcement', day: day('2026-11-20') }], at('2026-11-20', '10:00'))).toBeNull();
    expect(letterDue(plan, [], at('2026-11-23'))).toBe('opening');
    expect([mayLeave(plan, false, at('2026-11-20')), mayLeave(plan, false, at('2026-11-22')), mayLeave(survey, false, at('2026-11-20'))]).toEqual([true, false, false]);
  });
});
