// A language that comes later is in no text of before: what was not written in it is read in English, whole, and never as a gap.
import { expect, test } from 'vitest';
import { inLanguage, languageOfTag, localized, type Localized } from '#app/domain/kernel/language.ts';
import { storedLocalized } from '#app/domain/kernel/stored.ts';
import * as v from 'valibot';

test('a text that was not written in a language is read in English', () => {
  const text: Localized = { en: 'Pay', 'zh-Hans': '薪酬' };
  expect(inLanguage(text, 'zh-Hans')).toBe('薪酬');
  expect(inLanguage(text, 'zh-Hant')).toBe('Pay');
  expect(inLanguage(undefined, 'zh-Hant')).toBeUndefined();
});

test('a text put together of two is in the languages of both', () => {
  const [label, question]: Localized[] = [{ en: 'Pay', 'zh-Hans': '薪酬' }, { en: 'How is it?', 'zh-Hans': '怎么样？', 'zh-Hant': '怎麼樣？' }];
  expect(localized((language) => label?.[language] && question?.[language] && `${label[language]} ${question[language]}`)).toEqual({ en: 'Pay How is it?', 'zh-Hans': '薪酬 怎么样？' });
});

test('a row of before is read though it knows a language less, and one without English is not', () => {
  expect(v.parse(storedLocalized, { en: 'Pay' })).toEqual({ en: 'Pay' });
  expect(v.safeParse(storedLocalized, { 'zh-Hans': '薪酬' }).success).toBe(false);
});

test.each([['en-GB', 'en'], ['EN', 'en'], ['zh', 'zh-Hans'], ['zh_TW', 'zh-Hant'], ['zh-HK', 'zh-Hant'], ['zh-Hant-CN', 'zh-Hant'], ['fr', null], ['', null]])('«%s» is the language %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});
