import { expect, test } from 'vitest';
import { rolesWith } from '#app/domain/access/actor.ts';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { en } from '#app/text/ballot/en.ts';
import { zhHans } from '#app/text/ballot/zh-Hans.ts';
import { zhHant } from '#app/text/ballot/zh-Hant.ts';
import { all, tallyOf } from '#tests/support/tallies.ts';

/** Whether a survey of this k, answered by so many, publishes a text that one of them wrote. */
function publishes(k: number, answered: number): boolean {
  const texts = [{ row: 0, text: 'words' }];
  const published = publish(tallyOf({ tree: 'top', answers: { top: { pay: all(answered, 4) } }, rest: { k, texts } }));
  return published.ok && published.value.comments.length === 1;
}

test.each([5, 9, 10, 11, 14])('with k = %i the number at every box is the one from which publication shows a text', (k) => {
  const fewest = fewestBesideText(k);
  expect([publishes(k, fewest - 1), publishes(k, fewest)]).toEqual([false, true]);
  for (const text of [en, zhHans, zhHant]) {
    for (const sentence of [true, false].flatMap((heads) => [text.question.whoReads(fewest, heads), text.promise.ownWords(fewest, heads)])) {
      expect(sentence.match(/\d+/g), sentence).toEqual([String(fewest)]);
    }
  }
});

const readers: readonly (readonly [BallotText, string, RegExp, RegExp])[] = [
  [en, 'HR', /word for word/, /pass it on.* to the heads of the group and, for the company, to everybody/],
  [zhHans, '人力资源部门', /逐字/, /转交给该群体的负责人，全公司的则转交给所有人/],
  [zhHant, '人力資源部門', /逐字/, /轉交給該群體的主管，全公司的則轉交給所有人/],
];

test('who is named as the reader of own words is who has the right to read them; heads are named where the survey was sealed so, and nowhere else', () => {
  expect(rolesWith('read-comments')).toEqual(['hr']);
  for (const [text, hr, wordForWord, passedOn] of readers) {
    for (const heads of [true, false]) {
      for (const sentence of [text.question.whoReads(10, heads), text.promise.ownWords(10, heads)]) {
        expect(sentence).toContain(hr);
        expect(sentence).toMatch(wordForWord);
        expect(passedOn.test(sentence), sentence).toBe(heads);
      }
    }
    expect(text.review.readByHr).toContain(hr);
  }
});
