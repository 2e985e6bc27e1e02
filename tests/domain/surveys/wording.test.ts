import { expect, test } from 'vitest';
import { libraryItems } from '#app/domain/surveys/questions/question-library.ts';
import { mostInQuestion, personalWord, wordingOf } from '#app/domain/surveys/own/wording.ts';

const rules = (text: string, tongue: string, of: Parameters<typeof wordingOf>[2] = 'quality') => wordingOf(text, tongue, of).map(({ rule }) => rule);
const better = (text: string, tongue: string) => wordingOf(text, tongue, 'quality').flatMap((found) => found.better);

test.each([
  ['en', 'How satisfied are you with your pay and your benefits?', ['two-ideas']],
  ['en', 'How good is the canteen (food and drinks)?', []],
  ['en', 'How good is health and safety here?', []],
  ['en', 'My manager does not listen', ['negation']],
  ['en', 'I can’t rest between shifts', ['negation']],
  ['en', 'How good is our excellent canteen?', ['loaded']],
  ['en', 'How good is Mr Smith at listening?', ['one-person']],
  ['en', `How good is ${'very '.repeat(20)}old canteen?`, ['too-long']],
  ['zh-Hans', '您对薪酬和福利满意吗？', ['two-ideas']],
  ['zh-Hant', '您對薪酬以及福利滿意嗎？', ['two-ideas']],
  ['zh-Hans', '您满不满意食堂？', []],
  ['zh-Hans', '和我一起工作的人可靠', []],
  ['zh-Hans', '主管不听我的意见', ['negation']],
  ['zh-Hant', '食堂顯然很好', ['loaded']],
  ['zh-Hans', '王先生待人如何？', ['one-person']],
  ['zh-Hans', '好'.repeat(36), ['too-long']],
  ['de', 'Wie zufrieden sind Sie mit Lohn und Zulagen?', []],
] as const)('%s: %s', (tongue, text, expected) => {
  expect(rules(text, tongue)).toEqual(expected);
});

test('a better wording is made of the words themselves', () => {
  expect(better('How satisfied are you with your pay and your benefits?', 'en')).toEqual(['How satisfied are you with your pay?', 'How satisfied are you with your benefits?']);
  expect(better('您对薪酬和福利满意吗？', 'zh-Hans')).toEqual(['您对薪酬满意吗？', '您对福利满意吗？']);
  expect(better('The excellent canteen is worth its price', 'en')).toEqual(['The canteen is worth its price']);
  expect(better('The canteen is not open long enough', 'en')).toEqual(['The canteen is open long enough']);
});

test('how often needs a time, and «don’t know» is no answer', () => {
  expect(rules('How often do you work late?', 'en', 'frequency')).toEqual(['no-period']);
  expect(rules('In the past four weeks, how often did you work late?', 'en', 'frequency')).toEqual([]);
  expect(rules('您多久加班一次？', 'zh-Hans', 'frequency')).toEqual(['no-period']);
  expect(rules('过去四周，您多久加班一次？', 'zh-Hans', 'frequency')).toEqual([]);
  expect([...rules('Don’t know', 'en', 'answer'), ...rules('不适用', 'zh-Hans', 'answer'), ...rules('Neither good nor bad', 'en', 'answer')]).toEqual(['no-answer', 'no-answer']);
});

test('the tested questions of the library stand, but for the one that says «nobody»', () => {
  const spoken = libraryItems.flatMap(({ id, text, scale }) => (['en', 'zh-Hans', 'zh-Hant'] as const).flatMap((tongue) => wordingOf(text[tongue]!, tongue, scale === 'FRQ5' ? 'frequency' : 'quality').map(({ rule }) => `${id} ${rule}`)));
  expect([...new Set(spoken)]).toEqual(['TRU-01 negation']);
});

test('what somebody is, is found in every language the program knows', () => {
  expect([personalWord('What is your gender?', 'en'), personalWord('您的性别？', 'zh-Hans'), personalWord('How is your desk?', 'en'), personalWord('Ihr Alter?', 'de')]).toEqual(['your gender', '您的性别', null, null]);
  expect([mostInQuestion('en'), mostInQuestion('zh-Hant'), mostInQuestion('de')]).toEqual([20, 35, null]);
});
