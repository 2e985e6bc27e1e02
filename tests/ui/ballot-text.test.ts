import { expect, test } from 'vitest';
import { stops } from '#app/domain/responses/ballot-stop.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { en } from '#app/text/ballot/en.ts';
import { zhHans } from '#app/text/ballot/zh-Hans.ts';
import { zhHant } from '#app/text/ballot/zh-Hant.ts';
import { ballotSentences } from '#tests/support/ballot-sentences.ts';

const texts = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

test.each(Object.entries(texts))('%s has every sentence of the ballot page', (language, text: BallotText) => {
  const paths = (one: BallotText): string[] => ballotSentences(one).map(([path]) => path).sort();
  expect(paths(text)).toEqual(paths(en));
  expect(ballotSentences(text).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  expect(Object.keys(text.stops).sort()).toEqual([...stops].sort());
  expect(text.language).toBe(language);
  expect(new Set(text.words).size).toBe(256);
});

test.each([zhHans, zhHant])('Chinese copy uses full-width punctuation', (text) => {
  const half = ballotSentences(text).filter(([, sentence]) => /[\u4e00-\u9fff][,;:!?()]|[,;!?][\u4e00-\u9fff]/.test(sentence));
  expect(half).toEqual([]);
});

test('Simplified and Traditional are not mixed', () => {
  const joined = (text: BallotText): string => ballotSentences(text).map(([, sentence]) => sentence).join('');
  expect(joined(zhHans)).not.toMatch(/[們這個來時說對會與問題調選開關設備數據單]/);
  expect(joined(zhHant)).not.toMatch(/[们这个来时说对会与问题调选开关设备数据单]/);
});
