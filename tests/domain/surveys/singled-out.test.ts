import { expect, test } from 'vitest';
import { backgroundQuestion, backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { singledOut } from '#app/domain/surveys/backgrounds/singled-out.ts';
import { satisfaction } from '#tests/support/drafts.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';

const asked = { k: 5, languages: ['en'] };
const five = { en: 'a\nb\nc\nd\ne' };
const own = (number: number) => askedAs(anOwnQuestion(number, { kind: 'background', answers: five }), asked);
const blocks = (...sizes: readonly number[]) => sizes.map((invited) => ({ invited }));

test('where nothing about the person is asked, nobody is singled out', () => {
  expect(singledOut([satisfaction, askedAs(anOwnQuestion(1, { kind: 'choice' }), asked)], blocks(12))).toBeNull();
});

test('three questions of five answers leave nearly everybody of a dozen alone, and what helps is said in numbers', () => {
  const found = singledOut([satisfaction, own(1), own(2), own(3)], blocks(40, 12, 2000))!;
  expect(found).toMatchObject({ ways: [5, 5, 5], combinations: 125, groups: { all: 3, concerned: 2 }, everybody: { alone: 11 + 29, people: 2052 } });
  // 12 · (124/125)¹¹ = 10.99; with two of them 12 · (24/25)¹¹ = 7.66; 12 · (2/3)¹¹ = 0.14 and 12 · (3/4)¹¹ = 0.51.
  expect(found.smallest).toEqual({ alone: 11, people: 12, most: 3, without: [1, 2, 3].map((number) => ({ id: `OWN-${number}`, label: expect.objectContaining({ en: 'Canteen' }), alone: 8 })) });
});

test('one question singles out nobody where enough are asked, and somebody where they are few', () => {
  expect(singledOut([own(1)], blocks(40, 60))).toMatchObject({ combinations: 5, groups: { concerned: 0 }, everybody: { alone: 0, people: 100 }, smallest: null });
  expect(singledOut([own(1)], blocks(40, 8))).toMatchObject({ smallest: { people: 8, alone: 2, most: 3, without: [] } });
});

test('questions of the library and choices about the person count alike, by the ways in which they can be answered', () => {
  const library = backgroundQuestion(backgroundsFor([]).find(({ id }) => id === 'hours')!, 5);
  const chosen = (kind: 'choice' | 'several' | 'three') => askedAs(anOwnQuestion(4, { kind, describes: true }), asked);
  const combined = (question: Question) => singledOut([library, question], blocks(12))!.ways;
  expect([combined(chosen('choice')), combined(chosen('several')), combined(chosen('three'))]).toEqual([[3, 4], [3, 15], [3, 14]]);
});
