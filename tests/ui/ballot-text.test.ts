import { expect, test } from 'vitest';
import { stops } from '#app/domain/responses/ballot-stop.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { en } from '#app/text/ballot/en.ts';
import { zhHans } from '#app/text/ballot/zh-Hans.ts';
import { zhHant } from '#app/text/ballot/zh-Hant.ts';

const texts = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** Every sentence by its path; a sentence with values is spoken with 2, 3 and 4, which both plural forms of English survive. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(path.endsWith('together') ? value(['2', '3']) : value(2, 3, 4))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'words' && path === '' ? [] : sentences(inner, `${path}.${key}`)));
}

test.each(Object.entries(texts))('%s has every sentence of the ballot page', (language, text: BallotText) => {
  const paths = (one: BallotText): string[] => sentences(one).map(([path]) => path).sort();
  expect(paths(text)).toEqual(paths(en));
  expect(sentences(text).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  expect(Object.keys(text.stops).sort()).toEqual([...stops].sort());
  expect(text.language).toBe(language);
  expect(new Set(text.words).size).toBe(256);
});

test.each([zhHans, zhHant])('Chinese copy uses full-width punctuation', (text) => {
  const half = sentences(text).filter(([, sentence]) => /[\u4e00-\u9fff][,;:!?()]|[,;!?][\u4e00-\u9fff]/.test(sentence));
  expect(half).toEqual([]);
});

test('Simplified and Traditional are not mixed', () => {
  const joined = (text: BallotText): string => sentences(text).map(([, sentence]) => sentence).join('');
  expect(joined(zhHans)).not.toMatch(/[們這個來時說對會與問題調選開關設備數據單]/);
  expect(joined(zhHant)).not.toMatch(/[们这个来时说对会与问题调选开关设备数据单]/);
});
