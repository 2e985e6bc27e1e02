import { expect, test } from 'vitest';
import { setUpList } from '#app/domain/installation/set-up-list.ts';

const empty = { people: 1, headless: 0, departments: 0, hr: ['ada'], administrators: ['ada'], zone: true, address: true, mail: true, givenUp: 0, contact: true };
const missingIn = (facts: Parameters<typeof setUpList>[0]) => setUpList(facts).filter(({ done }) => !done).map(({ code }) => code);

test('heads are missed where there are departments without one, and not before there is a department', () => {
  expect(missingIn(empty)).toEqual(['people', 'second']);
  expect(missingIn({ ...empty, people: 40, departments: 6, headless: 2 })).toEqual(['heads', 'second']);
  expect(setUpList(empty).map(({ code }) => code)).not.toContain('heads');
});
