// Half a year as employees of four languages got it over real SMTP: the program's own and others by their files, each whole in its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { tonguesOf } from '#app/services/surveys/tongues.server.ts';
import { catalogues } from '#app/text/catalogues.ts';
import { writeTongue } from '#app/text/tongue/po-file.ts';
import { tongueSentences } from '#app/text/tongue/sentences.ts';
import { arabic } from '#tests/support/arabic.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { kindOf, yearOfLetters, type Got } from '#tests/support/year-of-letters.ts';

const readers = { 'north-2': 'en', 'north-3': 'de', 'north-4': 'ja', 'north-5': 'zh-Hans', 'north-6': 'ar', 'north-7': 'fr', 'north-8': 'es' } as const;

/** What of the program's English sentences stands between their values: long enough not to be anything else. */
const pieces = [...new Set([...Object.values(catalogues.en), ...tongueSentences().map(({ english }) => english)].flatMap((sentence) => sentence.split(/\{[^{}]*\}|[{}]|\n/)).map((piece) => piece.trim()))].filter((piece) => piece.length >= 12 && /[a-z] [a-z]/.test(piece));

const englishIn = (text: string): string[] => pieces.filter((piece) => text.includes(piece));

/** One employee's loop, by its subjects. */
const loop = ['letter.opening', 'letter.first-reminder', 'letter.last-reminder', 'results-letter', 'news', 'news', 'letter.announcement', 'letter.opening', 'letter.first-reminder', 'letter.last-reminder', 'results-letter', 'news', 'news'];

/** Letters and not what was typed: a title and a plan stand in the language in which they were written. */
const flat = ({ text }: Got) => text.replace(/\r\n/g, '\n');

const hours = 900_000;

test('employees of four languages and more get the whole loop, each in theirs, as text and as HTML that loads nothing', { timeout: hours }, async () => {
  const app = await ballotApp({ now: '2026-01-05T11:00:00Z' });
  mkdirSync(join(app.config.dataFolder, 'languages'), { recursive: true });
  writeFileSync(join(app.config.dataFolder, 'languages', 'ar.po'), writeTongue({ tongue: 'ar', reviewed: false, said: new Map(Object.entries(arabic)) }));
  tonguesOf(app);
  const got = await yearOfLetters(app, readers, day('2026-07-01'));
  for (const [person, language] of Object.entries(readers)) {
    const letters = got.filter(({ to }) => to === person);
    const told = letters.map(({ subject }) => kindOf(subject, [language, 'en']));
    // Whoever has a part in the plan hears of it besides.
    expect(told.filter((kind) => !kind?.startsWith('plan-letter')), person).toEqual(loop);
    for (const letter of letters) {
      const about = `${person} ${letter.on} ${letter.subject}`;
      if (language !== 'en' && language !== 'ar') expect(englishIn(`${letter.subject}\n${flat(letter)}`), about).toEqual([]);
      expect(letter.raw, about).toMatch(/^content-type: text\/plain; charset=utf-8/im);
      if (kindOf(letter.subject, [language])?.startsWith('plan-letter')) continue;
      expect(letter.html, about).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      // Nothing is fetched: no image, style or script from anywhere, and only links of the portal.
      expect(letter.html, about).not.toMatch(/<(img|script|link|iframe|object|form|svg|video|input)|url\(|@import|\bsrc=|\bbackground=|\bon\w+=/i);
      for (const [, address] of letter.html.matchAll(/https?:\/\/([^/"<\s]+)/g)) expect(address, about).toBe('localhost:3000');
      expect(letter.html.match(/href="/g)?.length, about).toBe(flat(letter).match(/https?:\/\//g)?.length);
    }
    const asked = letters.filter(({ subject }) => /letter\.(opening|first|last)/.test(kindOf(subject, [language, 'en']) ?? ''));
    // One click: the one button signs in and opens the answer page.
    for (const { html } of asked) expect(html.match(/<a href="http:\/\/localhost:3000\/sign-in\/[^"]+" style=/g)).toHaveLength(1);
  }
});

test('what looks for English sentences finds them in an English letter', () => {
  expect(englishIn('Hello Kim,\n\nPulse is open until Friday and takes about 30 seconds')).not.toEqual([]);
  expect(pieces.length).toBeGreaterThan(500);
});
