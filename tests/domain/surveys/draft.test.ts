import { expect, test } from 'vitest';
import { backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import { seenLine } from '#app/domain/kernel/seen-text.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { chosenIn, composeDraft } from '#app/domain/surveys/draft.ts';
import { inAllLanguages } from '#app/domain/surveys/draft-frame.ts';
import type { DraftGround, DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { furtherItems, template } from '#app/domain/surveys/questions/question-library.ts';
import { closingDay, lastDayOf, phaseOf, suggestedDays } from '#app/domain/surveys/phase.ts';
import { lastAskedIn, restsUntil } from '#app/domain/surveys/programme/rotation.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';

const today = day('2026-11-22');
const ground: DraftGround = { today, k: 5, languages: ['en', 'zh-Hans', 'zh-Hant'], lastAsked: new Map(), backgrounds: backgroundsFor([]), divisions: new Set(['north']) };
const three = (text: string) => ({ en: text, 'zh-Hans': `${text}（简）`, 'zh-Hant': `${text}（繁）` });
const wishes: DraftWishes = {
  template: 'pulse-core',
  title: three('Autumn pulse'),
  purpose: three('To learn what to improve first'),
  opens: day('2026-11-23'),
  closes: day('2026-12-04'),
  further: [],
  pair: null,
};
const refusal = (change: Partial<DraftWishes>, other: Partial<DraftGround> = {}) => {
  const outcome = composeDraft({ ...wishes, ...change }, { ...ground, ...other });
  return outcome.ok ? 'composed' : { because: outcome.because, ...outcome.details };
};
const further = furtherItems(template('pulse-core')!).map((item) => item.id);

test('the core pulse asks its anchors, what matters, and for one comment', () => {
  const outcome = composeDraft(wishes, ground);
  const questions = outcome.ok ? outcome.value.definition.questions : [];
  expect(questions.map((question) => question.id)).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04', 'importance-pick3', 'OPN-01']);
  expect(outcome.ok && outcome.value.programme).toBe('2026');
  expect(secondsFrom(questions)).toBe(58);
  expect(secondsFrom(questions, 6)).toBe(22);
});

test.each([
  ['a day in the past', { opens: day('2026-11-21') }, { because: 'opens-in-the-past', today }],
  ['crossed days', { closes: day('2026-11-22') }, { because: 'closes-before-opening', opens: '2026-11-23' }],
  ['sixty-one days', { closes: addDays(wishes.opens, 60) }, { because: 'open-too-long', days: 60 }],
  ['sixty days', { closes: addDays(wishes.opens, 59) }, 'composed'],
  ['today, for one day', { opens: today, closes: today }, 'composed'],
  ['no title in one language', { title: { ...wishes.title, 'zh-Hans': '  ' } }, { because: 'no-title', language: 'zh-Hans' }],
  ['no purpose', { purpose: { ...wishes.purpose, en: '' } }, { because: 'no-purpose', language: 'en' }],
  ['two further items', { further: further.slice(0, 2) }, 'composed'],
  ['three further items', { further: further.slice(0, 3) }, { because: 'too-many-further', most: 2 }],
  ['an expectation pair in their place', { pair: 'pay' }, 'composed'],
  ['a further item beside a pair, the eleventh rated question', { pair: 'pay', further: further.slice(0, 1) }, { because: 'too-many-with-pair', most: 0 }],
  ['an anchor as a further item', { further: ['PAY-01'] }, { because: 'unknown-item', item: 'PAY-01' }],
  ['a further item where the template takes none', { template: 'pulse-workload', further: [further[0]!] }, { because: 'too-many-further', most: 0 }],
  ['a template that is not there', { template: 'nonsense' }, { because: 'unknown-template' }],
  ['a pair about nothing', { template: 'pulse-pay-benefits', pair: 'weather' }, { because: 'unknown-pair' }],
] as const)('%s', (_name, change, expected) => {
  expect(refusal(change)).toEqual(expected);
});

test('what is typed as title and purpose turns nothing round that stands beside it, and a title is one line', () => {
  const turned = String.fromCharCode(0x202e);
  const typed = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
  const outcome = composeDraft({ ...wishes, title: typed(`Pulse${turned}\nSubject: x`), purpose: typed(`To know${turned}\nwhat to do`) }, ground);
  expect(outcome.ok && [outcome.value.title.en, outcome.value.purpose.en]).toEqual(['Pulse Subject: x', 'To know\nwhat to do']);
  expect(refusal({ title: typed(turned) })).toEqual({ because: 'no-title', language: 'en' });
});

test('a language the organisation does not speak borrows the words of its first', () => {
  expect(refusal({ title: { en: 'Pulse', 'zh-Hans': '', 'zh-Hant': '' }, purpose: { en: 'Why', 'zh-Hans': '', 'zh-Hant': '' } }, { languages: ['en'] })).toBe('composed');
  expect(inAllLanguages({ en: ' Pulse ', 'zh-Hans': '', 'zh-Hant': '' }, ['en'], seenLine)).toEqual({ en: 'Pulse', 'zh-Hans': 'Pulse', 'zh-Hant': 'Pulse' });
});

test('a rotating item rests as long as the library says, and a draft that nobody read does not tire anybody', () => {
  const item = furtherItems(template('pulse-core')!).find((one) => one.minWeeksBetween === 24)!;
  const asked = composeDraft({ ...wishes, further: [item.id] }, ground);
  const definition = asked.ok ? asked.value.definition : null;
  const sealed = { state: 'closed' as const, opens: day('2026-06-29'), definition: definition! };
  const lastAsked = lastAskedIn([sealed, { ...sealed, opens: day('2026-01-05') }]);
  expect(restsUntil(item, lastAsked)).toBe('2026-12-14');
  expect(refusal({ further: [item.id] }, { lastAsked })).toEqual({ because: 'asked-too-recently', item: item.id, until: '2026-12-14' });
  expect(refusal({ further: [item.id], opens: day('2026-12-14'), closes: day('2026-12-20') }, { lastAsked })).toBe('composed');
  expect(lastAskedIn([{ ...sealed, state: 'draft' }]).size).toBe(0);
});

test('a form about a draft finds again what was chosen', () => {
  const chosen = further.slice(2, 4);
  const core = composeDraft({ ...wishes, further: chosen }, ground);
  expect(core.ok && chosenIn(core.value)).toEqual({ template: 'pulse-core', further: chosen, own: [], pair: null, cuts: [] });
  const pay = composeDraft({ ...wishes, template: 'pulse-pay-benefits', pair: 'pay' }, ground);
  expect(pay.ok && chosenIn(pay.value)).toEqual({ template: 'pulse-pay-benefits', further: [], own: [], pair: 'pay', cuts: [] });
});

test.each([
  ['2026-11-22', '2026-11-23'],
  ['2026-11-23', '2026-11-30'],
  ['2026-11-28', '2026-11-30'],
] as const)('on %s the next Monday is %s', (from, monday) => {
  expect(suggestedDays(day(from))).toEqual({ opens: monday, closes: addDays(day(monday), 11) });
});

test('a sealed survey is scheduled, open, and then waits to be counted', () => {
  const survey = { state: 'sealed' as const, opens: day('2026-11-23'), closes: day('2026-12-04') };
  expect(['2026-11-22', '2026-11-23', '2026-12-04', '2026-12-05'].map((on) => phaseOf(survey, day(on)))).toEqual(['scheduled', 'open', 'open', 'counting']);
  expect(phaseOf({ ...survey, state: 'closed' }, today)).toBe('closed');
});

test.each([
  ['while it is open', null, '2026-12-04'],
  ['closed early', '2026-11-30', '2026-11-30'],
  ['closed by the clock on the next day', '2026-12-05', '2026-12-04'],
] as const)('the last day of a survey %s', (_name, on, expected) => {
  const closes = day('2026-12-04');
  expect(lastDayOf({ closes, closedOn: on && closingDay({ closes }, day(on)) })).toBe(expected);
});
