import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrderOf, moved, movesOf, stepped } from '#app/domain/surveys/questions/question-order.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { template, templates } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { times } from '#tests/support/repetitions.ts';
import { tenure } from '#tests/support/drafts.ts';

const own = (['satisfaction', 'choice', 'long'] as const).map((kind, at) => askedAs(anOwnQuestion(at + 1, { kind, sensitivity: kind === 'satisfaction' ? 'high' : 'normal' }), { k: 5, languages: ['en'] }));
const core: readonly Question[] = [...questionsOf(template('pulse-core')!, { k: 5, own, pair: 'pay' }), tenure];
const ids = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id);
const after = (id: string, by: -1 | 1, from: readonly Question[] = core) => {
  const outcome = moved(from, { id, by }, 5);
  return outcome.ok ? ids(outcome.value) : outcome.because;
};

test('a question goes one place up or down within its part', () => {
  expect(ids(core)).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04', 'OWN-1', 'importance-pick3', 'pe-pair-pay', 'OWN-2', 'OPN-01', 'OWN-3', 'tenure']);
  expect(after('OWN-1', -1)).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'OWN-1', 'COM-04', 'importance-pick3', 'pe-pair-pay', 'OWN-2', 'OPN-01', 'OWN-3', 'tenure']);
  expect(after('OWN-2', -1)).toContain('OWN-2');
});

test.each([
  ['a rated question before the overall one', 'PAY-01', -1, 'order-part'],
  ['the last rated one behind what matters most', 'OWN-1', 1, 'order-part'],
  ['own words before the others', 'OPN-01', -1, 'order-part'],
  ['a background before own words', 'tenure', -1, 'order-part'],
  ['the first one up', 'OUT-01', -1, 'order-part'],
  ['what is not asked', 'PAY-99', 1, 'not-in-draft'],
] as const)('%s is refused', (_name, id, by, because) => {
  expect(after(id, by)).toBe(because);
});

test('nobody is met by a delicate question', () => {
  const rated = questionsOf({ ...template('pulse-workload')!, items: ['WKL-01'] }, { k: 5, own: own.slice(0, 1) });
  expect(after('OWN-1', -1, rated)).toBe('order-delicate');
  expect(movesOf(rated, 'WKL-01', 5)).toEqual([]);
  expect(movesOf(core, 'BEN-01', 5)).toEqual([-1, 1]);
});

test('every template is composed in the order in which the library asks', () => {
  for (const one of templates) {
    const questions = [...questionsOf(one, { k: 5, pair: 'pay' }), tenure];
    expect(ids(inOrderOf(questions, [], 5))).toEqual(ids(questions));
  }
});

test('composed anew, what stood there keeps its place among the others, and nothing is lost', () => {
  const swapped = after('COM-04', -1) as string[];
  expect(ids(inOrderOf(core, swapped, 5))).toEqual(swapped);
  const without = core.filter(({ id }) => id !== 'OWN-1');
  expect(ids(inOrderOf(core, ids(without), 5))).toEqual(ids(core));
  fc.assert(
    fc.property(fc.shuffledSubarray(ids(core)), (before) => {
      const ordered = inOrderOf(core, before, 5);
      expect([...ids(ordered)].sort()).toEqual([...ids(core)].sort());
      // Parts stay in their order whatever is asked for.
      expect(ordered.at(-1)?.id).toBe('tenure');
    }),
    { numRuns: times(200, 5_000) },
  );
});

test('a row goes one place up or down, and nowhere where there is no such place', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }));
  const after = (id: string, by: -1 | 1) => stepped(rows, { id, by }).map((row) => row.id).join('');
  expect([after('b', -1), after('b', 1), after('a', -1), after('c', 1), after('d', 1)]).toEqual(['bac', 'acb', 'abc', 'abc', 'abc']);
});
