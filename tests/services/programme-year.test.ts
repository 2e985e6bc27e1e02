// A year of a programme: who is asked what and when, what is kept of the budgets, and the letters as a mail server of this machine took them.
import { expect, test } from 'vitest';
import { day, daysBetween } from '#app/domain/kernel/day.ts';
import { isWithin, isWorkingDay } from '#app/domain/kernel/working-days.ts';
import { countedIn, budget, mostAsked } from '#app/domain/surveys/programme/programme-budget.ts';
import { lockOf } from '#app/services/plans.server.ts';
import { setProgramme } from '#app/services/surveys/set-programme.server.ts';
import { draftNextWave } from '#app/services/surveys/draft-wave.server.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { ruleOf } from '#tests/support/programmes.ts';
import { aSurveyOfAmber } from '#tests/support/survey-of-amber.ts';
import { yearOfProgramme } from '#tests/support/year-of-programme.ts';

const off = (from: string, to = from) => ({ from: day(from), to: day(to) });
const rule = ruleOf({
  from: day('2026-12-15'),
  calendar: { weekdays: [1, 2, 3, 4, 5], free: [off('2026-12-24', '2027-01-01'), off('2027-03-26'), off('2027-03-29')] },
  // The pay review lies in the second wave.
  blackouts: [off('2027-03-15', '2027-03-19')],
});

test('a year of a programme under a moved clock: who is asked what and when, and which letters arrive', { timeout: 900_000 }, async () => {
  const app = await ballotApp({ now: '2026-12-01T06:00:00Z', timeZone: 'Europe/Berlin' });
  const { surveys, letters, locked } = await yearOfProgramme(app, { rule, until: day('2027-12-01') });

  // Asked on these days and no others; the second wave moved behind the blackout, and no other moved with it.
  expect(surveys.map(({ opens, closes, state }) => `${opens} ${closes} ${state}`)).toEqual([
    '2026-12-15 2027-01-06 closed',
    '2027-03-22 2027-04-06 closed',
    '2027-06-01 2027-06-14 closed',
    '2027-08-24 2027-09-06 closed',
    '2027-11-16 2027-11-29 closed',
  ]);
  expect(locked).toEqual([]);

  // Anchors every time, each that takes turns within the year, nobody more than the budget.
  const asked = surveys.map(({ definition }) => definition.questions.map(({ id }) => id));
  for (const ids of asked) expect(ids).toEqual(expect.arrayContaining(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04']));
  expect(asked.map((ids) => ids.filter((id) => rule.rotating.includes(id)))).toEqual([['OUT-03', 'TOL-01'], ['MGR-01', 'GRW-01'], ['REC-01', 'CUL-04'], ['COM-05', 'COM-03'], ['OUT-03', 'TOL-01']]);
  expect(asked.map((ids) => [ids.includes('TRU-01'), ids.includes('OUT-02')])).toEqual([[true, false], [false, true], [true, false], [false, true], [true, false]]);
  const counted = surveys.map(countedIn);
  for (const { opens, rated } of counted) expect([rated <= 10, mostAsked(counted, opens) <= budget.rated]).toEqual([true, true]);
  surveys.slice(1).forEach(({ opens }, at) => expect(daysBetween(surveys[at]!.opens, opens)).toBeGreaterThanOrEqual(28));

  // Five letters a wave, the results among them, to everybody alike, in the hours and on the working days of the company, none in a blackout.
  const mine = letters.filter(({ to }) => to === 'north-2');
  expect(mine.map(({ at }) => at.day)).toEqual([
    '2026-12-10', '2026-12-15', '2027-01-04', '2027-01-05', '2027-01-07',
    '2027-03-10', '2027-03-22', '2027-03-30', '2027-04-05', '2027-04-07',
    '2027-05-27', '2027-06-01', '2027-06-07', '2027-06-11', '2027-06-15',
    '2027-08-19', '2027-08-24', '2027-08-30', '2027-09-03', '2027-09-07',
    '2027-11-11', '2027-11-16', '2027-11-22', '2027-11-26', '2027-11-30',
  ]);
  for (const { to, at } of letters) expect([to, at.minute >= 540 && at.minute < 1080, isWorkingDay(at.day, rule.calendar), rule.blackouts.some((range) => isWithin(at.day, range))]).toEqual([to, true, true, false]);
  // Clocks were put forward between the opening and the first reminder of the second wave: nine o'clock stays nine on the wall.
  expect(mine.filter(({ at }) => at.day.startsWith('2027-03')).map(({ at }) => at.minute)).toEqual([570, 570, 570]);
  const everybody = new Set(letters.filter(({ at }) => at.day === '2027-06-07').map(({ to }) => to));
  expect(everybody.size).toBe(letters.filter(({ at }) => at.day === '2027-06-07').length);
  expect(everybody.size).toBe(44);
  expect(mine[0]!.text).toContain('Your answers cannot be traced to you.');

  // HR is told of each draft, sealed it on the next day, and is reminded of none.
  const told = letters.filter(({ to, subject }) => to === 'hr' && /drafted|waits to be sealed/.test(subject));
  expect(told.map(({ at, subject }) => `${at.day} ${subject}`)).toEqual([
    '2026-12-01 “Core pulse, December 2026” is drafted: please look at it',
    '2027-03-01 “Core pulse, March 2027” is drafted: please look at it',
    '2027-05-18 “Core pulse, June 2027” is drafted: please look at it',
    '2027-08-10 “Core pulse, August 2027” is drafted: please look at it',
    '2027-11-02 “Core pulse, November 2027” is drafted: please look at it',
  ]);
});

test('a wave waits for overdue answers like every core pulse', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  await publishWaves(app, [aSurveyOfAmber()]);
  const set = await setProgramme(app, await actorFor(app, 'hr'), { rule: ruleOf({ from: day('2026-12-22') }), language: 'en' });
  expect(set.ok).toBe(true);
  app.setNow('2026-12-12');
  await draftNextWave(app);
  const [draft] = await app.data.surveys.all();
  expect(draft).toMatchObject({ state: 'draft', definition: { wave: { number: 0 } } });
  expect((await lockOf(app, draft!, 'en')).map(({ departmentName }) => departmentName)).toContain('North');
});
