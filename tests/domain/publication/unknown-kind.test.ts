// A question of a kind nobody knows is never left out of a tally: its answers would be destroyed uncounted.
import { expect, test } from 'vitest';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import { isScore, type Question } from '#app/domain/surveys/questions/question.ts';

const drawn = { kind: 'drawing', id: 'desk', text: { en: 'Draw it', 'zh-Hans': '画', 'zh-Hant': '畫' }, dimension: null, k: 5 } as unknown as Question;

test('a tally stops at a question of a kind it does not know, by name', () => {
  expect(() => ballotColumns({ questions: [drawn], cuts: [] }, 3)).toThrow(/drawing/);
  expect(() => isScore(drawn)).toThrow(/drawing/);
});
