// A programme: a year of waves from one rule, with nothing in its way that nobody was told of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, daysBetween, weekdayOf, type Day } from '#app/domain/kernel/day.ts';
import { isWithin, isWorkingDay, usualCalendar, workingDaysBefore } from '#app/domain/kernel/working-days.ts';
import { remedyQuestion } from '#app/domain/surveys/questions/extra-questions.ts';
import { cadences, checkRule, suggestedRotating, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { budget, leftOn, mostAsked } from '#app/domain/surveys/programme/programme-budget.ts';
import { outOfDate, proposesRest } from '#app/domain/surveys/programme/programme-age.ts';
import { calendarOf } from '#app/domain/surveys/programme/programme-calendar.ts';
import { leastBetween, sendingTime } from '#app/domain/surveys/programme/programme-days.ts';
import { planYear, type Wave, type YearGround } from '#app/domain/surveys/programme/programme-year.ts';
import { letterDue } from '#app/domain/surveys/letters/survey-letters.ts';
import { mayBeScreened } from '#app/domain/surveys/asking/routing.ts';
import { composeDraft } from '#app/domain/surveys/draft.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { ownKinds } from '#app/domain/surveys/own/own-kind.ts';
import { askedWith, ownRest, type TurningOwn } from '#app/domain/surveys/programme/turning-own.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { groundOf, ruleOf, surveyBeside } from '#tests/support/programmes.ts';

function yearOf(rule: Partial<ProgrammeRule> = {}, ground: Partial<YearGround> = {}): readonly Wave[] {
  const planned = planYear(ruleOf(rule), groundOf(ground));
  if (!planned.ok) throw new Error(JSON.stringify(planned));
  return planned.value;
}
const refusal = (rule: Partial<ProgrammeRule> = {}, ground: Partial<YearGround> = {}) => planYear(ruleOf(rule), groundOf(ground));
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('days', () => {
  test('a wave of the usual rule, from its draft to the day on which answers are due', () => {
    const [first] = yearOf();
    expect(first).toMatchObject({ number: 0, due: '2027-01-12', drafted: '2026-12-29', opens: '2027-01-12', closes: '2027-01-25', results: '2027-01-26', answersBy: '2027-02-15', clockChanges: null });
    expect(first!.letters.map(({ kind, day: on, minute }) => `${kind} ${on} ${minute}`)).toEqual([
      'announcement 2027-01-07 540',
      'opening 2027-01-12 540',
      'first-reminder 2027-01-18 540',
      'last-reminder 2027-01-22 540',
      'results 2027-01-26 540',
    ]);
  });

  test('the waves of a year keep their weekday and their distance', () => {
    expect(yearOf().map(({ opens }) => opens)).toEqual(['2027-01-12', '2027-04-06', '2027-06-29', '2027-09-21', '2027-12-14']);
    expect(yearOf({ everyWeeks: 52 }).map(({ opens }) => opens)).toEqual(['2027-01-12']);
    expect(yearOf({ everyWeeks: 4 })).toHaveLength(13);
  });

  test('a holiday on its day moves a wave to the next working day, and makes it no shorter for anybody', () => {
    const [first, second] = yearOf({ calendar: { weekdays: [1, 2, 3, 4, 5], free: [range('2027-01-11', '2027-01-13'), range('2027-01-20', '2027-01-20')] } });
    expect(first).toMatchObject({ due: '2027-01-12', opens: '2027-01-14', closes: '2027-01-28' });
    expect(second!.opens).toBe('2027-04-06');
  });

  test('a blackout inside a wave moves all of it behind the blackout', () => {
    const [first] = yearOf({ blackouts: [range('2027-01-18', '2027-01-22')] });
    expect(first).toMatchObject({ opens: '2027-01-25', closes: '2027-02-05' });
    // Nobody is told during the blackout either.
    expect(first!.letters[0]).toMatchObject({ kind: 'announcement', day: '2027-01-13' });
  });

  test('a blackout over the whole time until the next wave is refused with both days', () => {
    expect(refusal({ everyWeeks: 4, blackouts: [range('2027-01-11', '2027-02-20')] })).toEqual({ ok: false, because: 'programme-no-day', details: { due: '2027-01-12', last: '2027-02-08' } });
  });

  test('where people work from Sunday to Thursday, letters leave on a Sunday and on no Friday', () => {
    const waves = yearOf({ weekday: 0, from: day('2027-01-10'), calendar: { weekdays: [0, 1, 2, 3, 4], free: [] } });
    expect(waves.every(({ opens }) => weekdayOf(opens) === 0)).toBe(true);
    const days = waves.flatMap(({ letters }) => letters).filter(({ kind }) => kind !== 'results').map(({ day: on }) => weekdayOf(on));
    expect(days.filter((one) => one === 5 || one === 6)).toEqual([]);
    const { opens, closes } = waves[0]!;
    const plan = { opens, closes, hour: 9 };
    expect(letterDue({ ...plan, calendar: { weekdays: [0, 1, 2, 3, 4], free: [] } }, [], { day: opens, minute: 540 })).toBe('opening');
    expect(letterDue(plan, [], { day: opens, minute: 540 })).toBeNull();
  });

  test('a day that an island left out is no day to open on', () => {
    const waves = yearOf({ from: day('2011-12-30'), weekday: 5 }, { timeZone: 'Pacific/Apia', notBefore: day('2011-12-01') });
    expect(waves[0]).toMatchObject({ due: '2011-12-30', opens: '2012-01-02' });
  });
});

describe('a clock that is changed', () => {
  test.each([
    ['an ordinary day', '2027-03-29', 9, 'Europe/Berlin', { minute: 540, moved: false }],
    ['the hour that does not come', '2027-03-28', 2, 'Europe/Berlin', { minute: 180, moved: true }],
    ['the hour after it', '2027-03-28', 9, 'Europe/Berlin', { minute: 540, moved: true }],
    ['the hour that comes twice', '2027-10-31', 2, 'Europe/Berlin', { minute: 120, moved: true }],
    ['a midnight that does not come', '2027-09-05', 0, 'America/Santiago', { minute: 60, moved: true }],
  ] as const)('on %s', (_name, on, hour, zone, expected) => {
    expect(sendingTime(day(on), hour, zone)).toEqual(expected);
  });

  test('a wave that has such a day says which, and its hour stays that of the clock on the wall', () => {
    const rule = { from: day('2027-03-28'), weekday: 0, calendar: { weekdays: [0, 1, 2, 3, 4], free: [] } };
    expect(yearOf(rule)[0]).toMatchObject({ opens: '2027-03-28', clockChanges: '2027-03-28' });
    expect(yearOf(rule)[0]!.letters.map(({ minute }) => minute)).toEqual([540, 540, 540, 540, 540]);
  });
});

describe('questions', () => {
  test('anchors every time, and every question that takes turns within the year', () => {
    const waves = yearOf();
    expect(new Set(waves.map(({ anchors }) => anchors.join()))).toEqual(new Set(['OUT-01,PAY-01,BEN-01,WKL-01,WKL-02,COM-04']));
    expect(waves.map(({ rotating }) => rotating)).toEqual([['OUT-03', 'TOL-01'], ['MGR-01', 'GRW-01'], ['REC-01', 'CUL-04'], ['COM-05', 'COM-03'], ['OUT-03', 'TOL-01']]);
    expect(waves.every(({ rated, seconds }) => rated <= 10 && seconds <= 180)).toBe(true);
  });

  test('trust and expectation take their turns as they will at sealing', () => {
    expect(yearOf().map(({ extras }) => extras.map(({ kind }) => kind))).toEqual([['trust'], ['expectation'], ['trust'], ['expectation'], ['trust']]);
  });

  test('what would help is asked in the next wave where something is weak', () => {
    const waiting = [{ kind: 'remedy' as const, questions: [remedyQuestion('workload', [], 5)], since: day('2026-01-01'), of: null, plans: [] }];
    const [first, second] = yearOf({}, { waiting });
    expect(first!.extras.map(({ kind }) => kind)).toEqual(['remedy', 'expectation']);
    expect(second!.extras.map(({ kind }) => kind)).toEqual(['trust']);
  });

  test('a year has room for so many questions, and says how many', () => {
    const rotating = [...suggestedRotating(12), 'PAY-02', 'PAY-04', 'BEN-02'];
    expect(refusal({ rotating })).toEqual({ ok: false, because: 'programme-not-all', details: { field: 'rotating[]', n: 1, most: 10, item: 'BEN-02' } });
  });

  test.each(cadences)('what is suggested for every %i weeks fits', (everyWeeks) => {
    expect(refusal({ everyWeeks, rotating: suggestedRotating(everyWeeks) }).ok).toBe(true);
  });
});

describe('nobody is asked too much', () => {
  test('two surveys in one window are refused by the name of the other', () => {
    expect(refusal({}, { asked: [surveyBeside('2027-04-12', '2027-04-23')] })).toMatchObject({ ok: false, because: 'programme-two-at-once', details: { title: 'Workload check', from: '2027-04-12', to: '2027-04-23' } });
  });

  test('a pulse four weeks before moves the wave, and one soon after is refused', () => {
    const before = surveyBeside('2026-12-21', '2026-12-30', { template: 'pulse-core' });
    expect(yearOf({}, { asked: [before] })[0]).toMatchObject({ due: '2027-01-12', opens: '2027-01-18' });
    const after = surveyBeside('2027-02-08', '2027-02-12', { template: 'pulse-core', title: 'Extra pulse' });
    expect(refusal({}, { asked: [after] })).toMatchObject({ because: 'programme-too-soon', details: { title: 'Extra pulse', days: 28 } });
  });

  test('forty rated questions in ninety days: turning ones stay away first, then the wave is refused', () => {
    const annual = surveyBeside('2026-12-01', '2026-12-11', { template: 'pulse-workload' });
    const wide = (n: number) => ({ ...annual, definition: { ...annual.definition, questions: Array.from({ length: n }, (_, at) => ({ ...annual.definition.questions[0]!, id: `q${at}` })) } });
    expect(yearOf({ rotating: ['OUT-03'] }, { asked: [wide(34)] })[0]).toMatchObject({ rotating: [], rated: 6 });
    expect(refusal({}, { asked: [wide(35)] })).toEqual({ ok: false, because: 'programme-budget', details: { opens: '2027-01-12', left: 5, n: 6 } });
  });

  test('two parts of the company that were asked by themselves are not asked twice for it, and one that was asked twice is', () => {
    const of = (...departments: string[]) => new Set(departments);
    const counted = [{ opens: day('2027-01-01'), rated: 30, of: of('sales', 'north') }, { opens: day('2027-01-20'), rated: 25, of: of('plant') }];
    expect(mostAsked(counted, day('2027-02-01'))).toBe(30);
    expect(mostAsked([...counted, { opens: day('2027-02-01'), rated: 8 }], day('2027-02-01'))).toBe(38);
    expect(mostAsked([...counted, { opens: day('2027-02-10'), rated: 20, of: of('north') }], day('2027-02-01'))).toBe(50);
  });

  test('what comes after counts too', () => {
    const counted = [{ opens: day('2027-01-01'), rated: 15 }, { opens: day('2027-03-01'), rated: 20 }, { opens: day('2027-05-01'), rated: 30 }];
    expect([mostAsked(counted, day('2027-02-01')), leftOn(counted, day('2027-02-01')), leftOn(counted, day('2026-06-01'))]).toEqual([50, 0, 40]);
  });
});

test('a company that became too small is refused with how many are missing', () => {
  expect(refusal({}, { people: 6, missing: 2 })).toEqual({ ok: false, because: 'programme-audience', details: { n: 6, missing: 2 } });
});

test('a wave waits for the answers of the one before where these are due by then', () => {
  expect(yearOf().map(({ lockedUntil }) => lockedUntil)).toEqual([null, '2027-02-15', '2027-05-10', '2027-08-02', '2027-10-25']);
  expect(yearOf({ everyWeeks: 4 })[1]!.lockedUntil).toBeNull();
});

describe('what is no rule', () => {
  test.each([
    ['a pace of a week', { everyWeeks: 1 as never }, 'everyWeeks', 'programme-cadence'],
    ['no day', { from: '2027-02-30' as Day }, 'from', 'programme-from'],
    ['a Sunday where nobody works', { weekday: 0 }, 'weekday', 'programme-weekday'],
    ['nobody who works', { calendar: { weekdays: [], free: [] } }, 'weekdays[]', 'programme-no-weekdays'],
    ['letters at night', { hour: 3 }, 'hour', 'letter-hour'],
    ['a wave of two days', { length: 2 }, 'length', 'programme-number'],
    ['half a day of notice', { drafted: 4.5 }, 'drafted', 'programme-number'],
    ['a draft that comes a day before its announcement', { drafted: 5, announced: 4 }, 'drafted', 'programme-draft-late'],
    ['an announcement a month before', { announced: 20 }, 'announced', 'programme-number'],
    ['a blackout that ends before it begins', { blackouts: [range('2027-02-02', '2027-02-01')] }, 'blackouts', 'programme-range'],
    ['a question nobody knows', { rotating: ['XYZ-01'] }, 'rotating[]', 'unknown-item'],
    ['an anchor that takes turns', { rotating: ['PAY-01'] }, 'rotating[]', 'unknown-item'],
    ['a question twice', { rotating: ['TOL-01', 'TOL-01'] }, 'rotating[]', 'repeated-question'],
  ] as const)('%s', (_name, changes, field, because) => {
    expect(checkRule(ruleOf(changes as Partial<ProgrammeRule>))).toMatchObject({ ok: false, because, details: { field } });
  });
});

const anyRange = fc.record({ from: fc.integer({ min: 0, max: 500 }), days: fc.integer({ min: 0, max: 40 }) }).map(({ from, days }) => ({ from: addDays(day('2026-12-01'), from), to: addDays(day('2026-12-01'), from + days) }));
const anyRule = fc.record({
  everyWeeks: fc.constantFrom(...cadences),
  from: fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2026-12-01'), days)),
  weekday: fc.constantFrom(1, 2, 3, 4, 5),
  hour: fc.integer({ min: 7, max: 17 }),
  length: fc.integer({ min: 3, max: 15 }),
  announced: fc.integer({ min: 0, max: 10 }),
  drafted: fc.integer({ min: 13, max: 20 }),
  calendar: fc.record({ weekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 0]), free: fc.array(anyRange, { maxLength: 3 }) }),
  blackouts: fc.array(anyRange, { maxLength: 3 }),
});
const anyGround = fc.record({ timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Auckland'), asked: fc.constantFrom([], [surveyBeside('2026-11-02', '2026-11-13', { template: 'pulse-core' })]) });

test('whatever the rule, a year keeps what was promised or is refused', () => {
  let planned = 0;
  fc.assert(
    fc.property(anyRule, anyGround, (some, beside) => {
      const rule = ruleOf({ ...some, rotating: suggestedRotating(some.everyWeeks) });
      const year = planYear(rule, groundOf(beside));
      if (!year.ok) return;
      planned += 1;
      expect(planYear(rule, groundOf(beside))).toEqual(year);
      for (const [at, wave] of year.value.entries()) {
        const { opens, closes, letters, drafted } = wave;
        expect(isWorkingDay(opens, rule.calendar) && isWorkingDay(closes, rule.calendar)).toBe(true);
        for (let one = opens; one <= closes; one = addDays(one, 1)) expect(rule.blackouts.some((black) => isWithin(one, black))).toBe(false);
        expect(workingDaysBefore(closes, rule.length - 1, rule.calendar)).toBe(opens);
        expect(drafted < opens && wave.due <= opens).toBe(true);
        const before = letters.filter(({ kind }) => kind !== 'results');
        expect(before.filter(({ kind }) => kind === 'opening')).toEqual([{ kind: 'opening', day: opens, minute: rule.hour * 60 }]);
        expect(before.length).toBeLessThanOrEqual(4);
        for (const letter of before) expect(isWorkingDay(letter.day, rule.calendar) && !rule.blackouts.some((black) => isWithin(letter.day, black)) && letter.day <= closes).toBe(true);
        const last = year.value[at - 1];
        if (last) expect(daysBetween(last.opens, opens) >= leastBetween && last.closes < opens).toBe(true);
      }
      const rated = year.value.map(({ opens, rated: n }) => ({ opens, rated: n }));
      for (const { opens } of year.value) expect(mostAsked(rated, opens)).toBeLessThanOrEqual(budget.rated);
      expect(new Set(year.value.flatMap((wave) => wave.rotating)).size).toBe(rule.rotating.length);
    }),
    { numRuns: 150 },
  );
  expect(planned).toBeGreaterThan(60);
});

const anyTurns = fc.record({
  kinds: fc.array(fc.constantFrom(...ownKinds.filter((kind) => kind !== 'applies' && kind !== 'background')), { minLength: 1, maxLength: 5 }),
  screened: fc.boolean(),
  library: fc.subarray([...suggestedRotating(12)], { maxLength: 3 }),
  everyWeeks: fc.constantFrom(4 as const, 8 as const, 12 as const),
  k: fc.constantFrom(5, 8),
});

test('whatever own questions take turns, each wave is a draft that could be made by hand, and every one comes within the year', () => {
  let turned = 0;
  fc.assert(
    fc.property(anyTurns, ({ kinds, screened, library, everyWeeks, k }) => {
      const questions = [...kinds, 'applies' as const].map((kind, at) => ({ ...anOwnQuestion(at + 1, { kind }), number: at + 1 }));
      const asked = questions.map((one) => askedAs(one, { k, languages: ['en'] }));
      const screener = asked.at(-1)!;
      const own = asked.slice(0, -1).map((question): TurningOwn => ({ id: question.id, question, screener: screened && mayBeScreened(question) ? screener : null }));
      const rule = ruleOf({ everyWeeks, rotating: [...library, ...own.map(({ id }) => id)] });
      const year = planYear(rule, groundOf({ own, k }));
      if (!year.ok) return expect(year.because).toBe('programme-not-all');
      turned += 1;
      expect(new Set(year.value.flatMap(({ rotating }) => rotating))).toEqual(new Set(rule.rotating));
      for (const { opens, closes, rotating } of year.value) {
        const chosen = own.filter(({ id }) => rotating.includes(id)).flatMap(askedWith).map(({ id }) => id);
        const words = { en: 'A', 'zh-Hans': 'A', 'zh-Hant': 'A' };
        const draft = composeDraft({ template: 'pulse-core', title: words, purpose: words, opens, closes, further: rotating.filter((id) => !id.startsWith('OWN')), own: chosen, pair: null }, { today: day('2026-12-01'), k, languages: ['en'], lastAsked: new Map(), own: questions, backgrounds: [], divisions: new Set() });
        expect([draft.ok, draft.ok || draft]).toEqual([true, true]);
        const last = year.value.filter((before) => before.opens < opens && before.rotating.some((id) => id.startsWith('OWN') && rotating.includes(id)));
        for (const before of last) expect(daysBetween(before.opens, opens)).toBeGreaterThanOrEqual(ownRest * 7);
      }
    }),
    { numRuns: 150 },
  );
  expect(turned).toBeGreaterThan(60);
});

test('new words of an own question are no way round its rest', () => {
  const versions = [2, 3].map((version) => ({ ...anOwnQuestion(1), version }));
  const [before, now] = versions.map((one) => askedAs(one, { k: 5, languages: ['en'] }));
  const beside = surveyBeside('2026-12-07', '2026-12-11');
  const asked = [{ ...beside, definition: { ...beside.definition, questions: [before!] } }];
  const turns = planYear(ruleOf({ everyWeeks: 4, rotating: ['OWN-1'] }), groundOf({ asked, own: [{ id: 'OWN-1', question: now!, screener: null }] }));
  expect(turns.ok && turns.value.find(({ rotating }) => rotating.length > 0)!.opens).toBe('2027-03-09');
});

test('results are out of date after two rounds, and participation that falls proposes half the pace', () => {
  const closed = day('2026-06-05');
  expect(outOfDate({ closed, today: addDays(closed, 168) })).toBeNull();
  expect(outOfDate({ closed, today: addDays(closed, 169) })).toBe(24);
  expect(outOfDate({ closed, today: addDays(closed, 57), everyWeeks: 4 })).toBe(8);
  expect(proposesRest([80, 76, 70], 12)).toEqual({ fell: 10, everyWeeks: 26 });
  expect(proposesRest([90, 80, 76, 71], 12)).toBeNull();
  expect(proposesRest([80, 60], 12)).toBeNull();
  expect(proposesRest([80, 76, 60], 52)).toBeNull();
});

test('the calendar shows the months in which something happens, week by week from Monday on', () => {
  const months = calendarOf({ waves: yearOf().map(({ letters, ...wave }) => ({ ...wave, letters: letters.flatMap(({ kind, day: on }) => (kind === 'results' ? [] : [{ kind, day: on }])) })), free: [range('2027-01-01', '2027-01-01')], blackouts: [range('2027-04-26', '2027-04-30')] });
  expect(months.map(({ first }) => first.slice(0, 7))).toEqual(['2027-01', '2027-04', '2027-06', '2027-07', '2027-09', '2027-10', '2027-12']);
  expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7 && week.every((one, at) => one === null || weekdayOf(one.day) === (at + 1) % 7)))).toBe(true);
  const marksOn = (on: string) => months.flatMap(({ weeks }) => weeks.flat()).find((one) => one?.day === on)!.marks;
  expect([marksOn('2027-01-01'), marksOn('2027-01-12'), marksOn('2027-01-13'), marksOn('2027-01-26'), marksOn('2027-04-28')]).toEqual([['free'], ['open', 'letter'], ['open'], ['results'], ['blackout']]);
});

test('holidays do not change when letters of other surveys leave', () => {
  expect(isWorkingDay(day('2027-01-01'))).toBe(true);
  expect(isWorkingDay(day('2027-01-01'), { ...usualCalendar, free: [range('2027-01-01', '2027-01-01')] })).toBe(false);
});
