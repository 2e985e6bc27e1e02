import { expect, test } from 'vitest';
import { namedInEnglish } from '#app/domain/surveys/named-in-english.ts';

const survey = (title: Record<string, string>, purpose: Record<string, string>) => ({ title, purpose, definition: { languages: ['en', 'zh-Hans', 'de', 'fr'] } }) as never;
const [title, purpose] = [{ en: 'Pulse', 'zh-Hans': 'Pulse', de: 'Puls', fr: 'Sondage' }, { en: 'To know', 'zh-Hans': 'To know', de: 'Um zu wissen', fr: 'Pour savoir' }];

const cases: readonly (readonly [string, Record<string, string>, Record<string, string>, readonly string[]])[] = [
  ['written in each', title, purpose, []],
  ['a purpose that nobody wrote', title, { ...purpose, de: 'To know' }, ['de']],
  ['a name that nobody wrote', { ...title, fr: 'Pulse' }, purpose, ['fr']],
  ['neither there', { en: 'Pulse' }, { en: 'To know' }, ['de', 'fr']],
];

test.each(cases)('in which tongues a survey is named in English: %s', (_case, named, meant, found) => {
  expect(namedInEnglish(survey(named, meant))).toEqual(found);
});
