// Slips as printed: the code below the fold, nothing above it that is of one slip alone, and as many marks to cut and fold as are needed.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { drawingOf } from '#app/domain/kernel/qr-drawing.ts';
import { onSheets, type PrintedSlips } from '#app/domain/surveys/slips/printed-slips.ts';
import { CoverSheet } from '#app/ui/surveys/slips/cover-sheet.tsx';
import { SlipSheets } from '#app/ui/surveys/slips/slip-sheets.tsx';
import { PageLanguage } from '#app/ui/text.ts';

const qr = drawingOf([
  [true, true, false],
  [false, false, true],
  [false, false, false],
]);

function printed(count: number): PrintedSlips {
  const slips = Array.from({ length: count }, (_, at) => ({ code: `7K2M-9QXB-${String(at).padStart(4, '0')}`, qr }));
  const said = languages.map((language) => ({ language, title: `Title ${language}`, how: 'How.', until: 'Until.', nameless: 'No name.', compare: 'Shows:', words: language === 'en' ? ['onion', 'nickel'] : ['言', '勇'] }));
  return { said, address: 'pulse.example.org/code', sheets: onSheets(slips) };
}

const drawn = (count: number) => renderToStaticMarkup(<SlipSheets slips={printed(count)} />);
const times = (html: string, part: string) => html.split(part).length - 1;

test('a QR is drawn as runs, each dark module once', () => {
  expect(qr).toEqual({ size: 3, path: 'M0 0.5h2M2 1.5h1' });
});

test.each([
  [1, 1],
  [4, 1],
  [5, 2],
  [200, 50],
])('%i slips are %i sheets, each with two lines to cut, each slip with one to fold', (slips, sheets) => {
  const html = drawn(slips);
  expect([times(html, 'class="sheet slips"'), times(html, 'class="cut down"'), times(html, 'class="cut across"')]).toEqual([sheets, sheets, sheets]);
  expect([times(html, 'class="slip"'), times(html, 'class="fold"'), times(html, 'class="code"')]).toEqual([slips, slips, slips]);
});

test('the code and its QR stand below the fold alone, and all slips say the same above it', () => {
  const outer = [...drawn(9).matchAll(/<div class="outer">(.*?)<span class="fold"/gs)].map(([, html]) => html);
  expect(outer).toHaveLength(9);
  expect(new Set(outer).size).toBe(1);
  expect(outer[0]).not.toMatch(/7K2M|<svg/);
  for (const language of languages) expect(outer[0]).toContain(`<div lang="${language}"><strong>Title ${language}</strong>`);
});

test('every list of words stands once, under the languages that share it', () => {
  const html = drawn(1);
  expect([times(html, 'onion · nickel'), times(html, '言 · 勇'), times(html, 'Shows:')]).toEqual([1, 1, 3]);
});

test.each<[Language, string]>([
  ['en', '5 slips on 2 sheets'],
  ['zh-Hans', '5 张纸条，2 页'],
  ['zh-Hant', '5 張紙條，2 頁'],
])('the cover in %s says for whom the pile is, how many, and has lines for numbers and two signatures', (language, pile) => {
  const cover = { title: { en: 'Pulse', 'zh-Hans': '脉搏', 'zh-Hant': '脈動' }, departments: ['Logistics', 'Canteen'], slips: 5, closesOn: day('2026-12-11') };
  const html = renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <CoverSheet cover={cover} />
    </PageLanguage.Provider>,
  );
  expect(html).toContain(pile);
  expect(html).toMatch(/Logistics.*Canteen/);
  expect(html).not.toMatch(/[{}]|cover\./);
  expect(times(html.slice(html.indexOf('class="filled"')), '<p>')).toBe(5);
});
