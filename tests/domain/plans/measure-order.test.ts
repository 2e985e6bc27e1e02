import { expect, test } from 'vitest';
import { reasonsAnsweredBy } from '#app/domain/plans/measure-answers.ts';
import { awarenessOf, firstChoice, inOrder, type Clues } from '#app/domain/plans/measure-order.ts';
import { measures, measuresFor } from '#app/domain/plans/measures-catalogue.ts';
import { reasonSet } from '#app/domain/surveys/questions/question-library.ts';

const none: Clues = { reasons: [], awareness: null };
const ids = (dimension: string, clues: Partial<Clues>) => inOrder(measuresFor(dimension), { ...none, ...clues }).map(({ measure }) => measure.id);
const awareness = (index: number, rest: number) => awarenessOf({ itemId: 'PAY-05', index, interval: [index - 8, index + 8], rest });

test('what most people ticked as the reason decides the order, and what it answers is said', () => {
  const clues = { reasons: [{ id: 'workload.urgent', people: 9 }, { id: 'workload.process', people: 6 }] };
  expect(ids('workload', clues).slice(0, 3)).toEqual(['M-WKL-2', 'M-WKL-6', 'M-WKL-5']);
  const [first, , , last] = inOrder(measuresFor('workload'), { ...none, ...clues });
  expect([first?.answers, last?.answers]).toEqual([{ id: 'workload.urgent', people: 9 }, null]);
});

test('where people do not know what there is, measures that explain come first, and where they know it, last', () => {
  expect(ids('pay', { awareness: awareness(30, 60) })[0]).toBe('M-PAY-4');
  expect(ids('pay', { awareness: awareness(75, 60) }).indexOf('M-PAY-4')).toBeGreaterThan(2);
});

test('nothing is said about awareness unless its whole interval lies beside the rest', () => {
  expect(awareness(53, 60).says).toBeNull();
  expect(awareness(51, 60).says).toBe('not-seen');
  expect(awareness(69, 60).says).toBe('seen');
});

test('without a clue the department comes first, then little effort, and nothing is left out', () => {
  expect(ids('tools', {})).toHaveLength(measuresFor('tools').length);
  expect(ids('growth', {})[0]).toBe('M-GRW-3');
});

test('what is ticked at first a head can agree alone where there is such a measure, and it changes something', () => {
  const clues = { reasons: [{ id: 'workload.understaffed', people: 12 }] };
  expect(firstChoice(inOrder(measuresFor('workload'), { ...none, ...clues }))).toMatchObject({ controllability: 'department', effort: 'S', rootCause: 'value' });
  expect(firstChoice(inOrder(measuresFor('outcome'), none))?.dimension).toBe('outcome');
  expect(firstChoice([])).toBeNull();
});

test('every reason that a measure answers can be ticked in its area', () => {
  for (const { id, dimension } of measures) {
    const known = reasonSet(dimension).map((one) => one.id);
    expect([id, reasonsAnsweredBy(id).filter((one) => !known.includes(one))]).toEqual([id, []]);
  }
});
