import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { holdsRefusal } from '#app/ui/layout/refused-form.ts';
import { Stepper } from '#app/ui/controls/stepper.tsx';
import { CountedList } from '#app/ui/surveys/counted-list.tsx';
import { ParticipationBar } from '#app/ui/surveys/participation-bar.tsx';
import { SurveyLetters } from '#app/ui/surveys/letters/survey-letters.tsx';
import { PageLanguage } from '#app/ui/text.ts';

const drawn = (node: ReactNode, language: Language = 'en') => renderToStaticMarkup(<PageLanguage.Provider value={language}>{node}</PageLanguage.Provider>);
const words = (node: ReactNode, language?: Language) => drawn(node, language).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

test('a finished step says so in words', () => {
  const html = words(<Stepper label="Way" steps={[{ label: 'Write', state: 'done' }, { label: 'Seal', state: 'now' }]} />);
  expect(html).toBe('Write (done) Seal');
});

test.each([
  ['en', 'Group Invited North 12 South with Key accounts and Desk 15'],
  ['zh-Hans', '群体 受邀人数 North 12 South（与Key accounts和Desk合并） 15'],
] as const)('groups are named with those counted with them, in %s', (language, expected) => {
  const blocks = [{ names: ['North'], invited: 12 }, { names: ['South', 'Key accounts', 'Desk'], invited: 15 }];
  expect(words(<CountedList counted={{ blocks, find: '', all: 2, found: 2, page: 1, pages: 1 }} />, language)).toBe(expected);
});

test.each([
  [40, 5, '40–45 %'],
  [90, 10, '90 % or more'],
  [95, 5, '95 % or more'],
])('participation of %d in steps of %d is never told exactly', (rounded, step, said) => {
  expect(words(<ParticipationBar label="Company" rounded={rounded} step={step} />)).toBe(`Company ${said} ${said}`);
});

test('letters say when they went out and to how many, never who is missing', () => {
  const letters = [
    { kind: 'opening', hour: '09:00', day: day('2026-11-23'), state: 'sent', people: 44 },
    { kind: 'first-reminder', hour: '09:00', day: day('2026-11-28'), state: 'skipped', people: null },
    { kind: 'last-reminder', hour: '09:00', day: day('2026-12-03'), state: 'planned', people: null },
  ] as const;
  expect(words(<SurveyLetters letters={letters} slips={false} waiting={false} />)).toContain('To everybody invited alike: nobody knows who has answered. Invitation sent on 23 November 2026 44 people Reminder left out Last reminder planned for 3 December 2026');
  expect(words(<SurveyLetters letters={letters} slips waiting={false} />)).toContain('To everybody alike who signs in; whoever comes with a slip gets none.');
});

test('a document answers a refused form only if an action said so', () => {
  expect(holdsRefusal(null)).toBe(false);
  expect(holdsRefusal({ 'routes/sign-in': { sent: true } })).toBe(false);
  expect(holdsRefusal({ 'routes/surveys.new': { errors: { opens: 'day' }, values: {} } })).toBe(true);
});
