import { expect, test } from 'vitest';
import { wrapped } from '#app/ui/charts/wrapped.ts';

test('words move to the next line as a whole', () => {
  expect(wrapped('How satisfied are you with your total pay', 20)).toEqual(['How satisfied are', 'you with your total', 'pay']);
});

test('Chinese breaks between any two characters and counts double', () => {
  expect(wrapped('您对自己的总体薪酬满意吗', 12)).toEqual(['您对自己的总', '体薪酬满意吗']);
});

test('a fourth line is left out and said to be', () => {
  expect(wrapped('one two three four five six', 5)).toEqual(['one', 'two', 'three …']);
});

test('a space between Chinese and a number stays', () => {
  expect(wrapped('不到 1 年', 20)).toEqual(['不到 1 年']);
});
