// Whoever adds a language adds its sentences and its line in app/domain/kernel/language.ts. Whatever names the languages a second time
// would forget it in silence: a form without its field, a release file that its own reader refuses.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#app/domain/kernel/language.ts';
import { en } from '#app/text/en/index.ts';

/** Each knows something of these languages that no other one has. */
const knowing: Readonly<Record<string, string>> = {
  'app/domain/kernel/language.ts': 'the list',
  'app/domain/analysis/words/themes.ts': 'which script a comment is written in',
  'app/domain/analysis/words/theme-lexicon.ts': 'words by script',
  'app/domain/organisation/directory-rows.ts': 'what people call them beside their names',
  'app/domain/plans/plan-texts.ts': 'which of them reads which, where a text is in neither',
  'app/domain/notifications/letter-html.ts': 'fonts of the two scripts',
  'app/http/small-page.server.ts': 'fonts of the two scripts',
  'app/services/reports/printable-report.server.ts': 'which glyphs paper is written with',
  'app/services/reports/office/office-report.server.ts': 'which glyphs a picture is drawn with',
  'app/services/reports/office/script-of.server.ts': 'which letters an office writes with',
  'app/services/installation/found-demo.server.ts': 'what the made-up company speaks',
};

const sources = ['app', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('app/text/') && !file.startsWith('db/seed/'));

test('the languages are listed in one place', () => {
  const named = (file: string) => {
    const source = readFileSync(file, 'utf8');
    return languages.filter((language) => language !== 'en' && new RegExp(`(?<![\\w-])${language}(?![\\w-])`).test(source));
  };
  const listing = sources.filter((file) => named(file).length > 1);
  expect(listing.filter((file) => !(file in knowing))).toEqual([]);
  expect(Object.keys(knowing).filter((file) => !sources.includes(file))).toEqual([]);
});

test('a sentence that lists the languages leaves none out', () => {
  const listing = Object.values(en).filter((sentence) => sentence.includes('zh-Hant'));
  expect(listing.length).toBeGreaterThan(0);
  expect(listing.filter((sentence) => !languages.every((language) => new RegExp(`\\b${language}\\b`).test(sentence)))).toEqual([]);
});
