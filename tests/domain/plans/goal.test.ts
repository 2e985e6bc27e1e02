import { expect, test } from 'vitest';
import { suggestedIndex } from '#app/domain/plans/goal.ts';

test('the goal is a rise that could be told from chance, or no score at all', () => {
  expect(suggestedIndex({ index: 41.2, smallestChange: 10 })).toBe(52);
  expect(suggestedIndex({ index: 41, smallestChange: 15 })).toBe(56);
  expect(suggestedIndex({ index: 41, smallestChange: 30 })).toBeNull();
  expect(suggestedIndex({ index: 93, smallestChange: 10 })).toBeNull();
  expect(suggestedIndex(null)).toBeNull();
});

test('it is never nearer than the smallest change that can be seen, whatever is printed', () => {
  for (let index = 0; index <= 100; index += 0.37) {
    for (const smallestChange of [4, 7, 10, 14, 15]) {
      const goal = suggestedIndex({ index, smallestChange });
      if (goal !== null) expect(goal - index).toBeGreaterThanOrEqual(smallestChange);
    }
  }
});
