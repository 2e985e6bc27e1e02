// What is wrong with a file of sentences is said in the language of whoever reads it.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { tongueProblem, type TongueProblem, type TongueProblemCode } from '#app/domain/surveys/tongue-problem.ts';
import '#app/text/all.server.ts';
import { textOf } from '#app/text/text.ts';
import { tongueProblemLine } from '#app/text/tongue-problem-text.ts';
import { RefusedFile } from '#app/ui/surveys/refused-file.tsx';
import { PageLanguage } from '#app/ui/text.ts';

const value = '{home}';
const each: Readonly<Record<TongueProblemCode, TongueProblem['details']>> = {
  'own-language': {},
  'no-tag': {},
  'no-language': {},
  'too-large': { megabytes: 2 },
  'no-utf-8': {},
  'no-po': { line: 3 },
  'nothing-known': {},
  braces: {},
  'value-missing': { value },
  'value-unknown': { value },
  'value-kind': { value },
  'no-other': { value },
  'form-unknown': { value, form: 'few', forms: 'one, other' },
  tag: { tag: '<b>' },
  'too-long': { characters: 4_000 },
  turning: {},
  'same-answers': { words: 'soddisfatto' },
};

const place = { line: 12, english: 'Your link', written: 'Il link' };
const problems = Object.entries(each).map(([code, details]) => ({ ...tongueProblem(code as TongueProblemCode, details, 'letter.survey.link'), ...place }));
const drawn = (language: Language): string =>
  renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <RefusedFile file="it.po" problems={problems} further={7} />
    </PageLanguage.Provider>,
  );

test.each(languages.filter((language) => language !== 'en'))('every problem has its own sentence in %s, with what it is about, and no English one', (language) => {
  const english = problems.map((problem) => tongueProblemLine(textOf('en'), problem));
  const lines = problems.map((problem) => tongueProblemLine(textOf(language), problem));
  expect(new Set(lines).size).toBe(problems.length);
  expect(lines.filter((line) => english.includes(line) || !/^letter\.survey\.link: .*[一-鿿]/.test(line))).toEqual([]);
  for (const [at, { details }] of problems.entries()) for (const value of Object.values(details)) expect(lines[at]).toContain(String(value));
  const page = drawn(language);
  for (const problem of problems) expect(page).toContain(tongueProblemLine(textOf(language), { ...problem, key: '' }).replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  expect(page).toMatch(/7 [处處]/);
  expect(page).toContain('第 12 行');
  // The sentence that was to be translated is the one thing in English.
  expect(page.match(/lang="en"/g)).toHaveLength(problems.length);
});

test('a file that is none says its line where one is known', () => {
  expect([0, 3].map((line) => tongueProblemLine(textOf('en'), tongueProblem('no-po', { line })).split('. ')[0])).toEqual(['This is no PO file', 'This is no PO file: line 3 cannot be read']);
});
