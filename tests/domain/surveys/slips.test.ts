import { expect, test } from 'vitest';
import { agreed, mostPapers, papersBeyond, slipsFor } from '#app/domain/surveys/slips/slips.ts';

test('a pile holds a slip for each and some to spare, and never more than the box has room for', () => {
  expect([0, 1, 2, 5, 20, 100].map(slipsFor)).toEqual([0, 2, 4, 7, 22, 110]);
  for (let listed = 0; listed <= 300; listed += 1) expect(slipsFor(listed)).toBeLessThanOrEqual(mostPapers(listed));
});

test.each([
  [{ listed: 10, given: 10, papers: 8 }, 0],
  [{ listed: 10, given: 6, papers: 8 }, 2],
  // A replacement for a lost slip is one more slip, and no further person.
  [{ listed: 10, given: 12, papers: 12 }, 2],
  [{ listed: 10, given: null, papers: 8 }, 8],
  [{ listed: 0, given: 0, papers: 0 }, 0],
])('of %j as many papers are nobody’s: %i', (count, beyond) => {
  expect(papersBeyond(count)).toBe(beyond);
});

test('what counts is what both wrote down, and where they differ the smaller number', () => {
  expect([agreed([7, 9]), agreed([7, null]), agreed([null, null]), agreed([0, 3])]).toEqual([7, null, null, 0]);
});

test('behind slips that nobody signed for nobody counts', () => {
  expect(papersBeyond({ listed: 26, given: null, papers: 8 })).toBe(8);
});
