import { expect, test } from 'vitest';
import { followsChoice, remediesFor } from '#app/domain/plans/remedies.ts';
import { dimensions } from '#app/domain/surveys/questions/question-library.ts';

test('three to five measures, or none, for every dimension and cause', () => {
  for (const { id } of dimensions) {
    for (const cause of [null, 'value', 'awareness', 'expectation', 'mixed'] as const) {
      for (const wholeCompany of [true, false]) {
        const { length } = remediesFor({ dimension: id, cause, wholeCompany });
        expect(length === 0 || (length >= 3 && length <= 5), `${id} ${cause}`).toBe(true);
      }
    }
  }
});

test('a department is offered what it can do, and what only the company can where little else is left', () => {
  const of = (dimension: string) => remediesFor({ dimension, cause: null, wholeCompany: false }).map(({ controllability }) => controllability);
  expect(of('workload')).not.toContain('company');
  expect(of('pay')).toEqual(['shared', 'shared', 'company']);
});

test('what fits the cause comes first', () => {
  expect(remediesFor({ dimension: 'communication', cause: 'awareness', wholeCompany: true })[0]).toMatchObject({ id: 'M-COM-2' });
});

test('a plan follows where it does one of the two measures most chosen', () => {
  const chosen = [{ id: 'a', people: 9 }, { id: 'b', people: 7 }, { id: 'c', people: 7 }, { id: 'd', people: 6 }];
  const follows = (...ids: (string | null)[]) => followsChoice(ids.map((catalogueId) => ({ catalogueId })), chosen);
  expect([follows('a'), follows('c'), follows('d'), follows(null), follows('d', 'b')]).toEqual([true, true, false, false, true]);
  expect(followsChoice([{ catalogueId: 'a' }], [])).toBe(false);
});
