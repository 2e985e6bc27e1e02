import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { Question, ScaleQuestion } from '#app/domain/surveys/questions/question.ts';
import { remarks, said, satisfaction } from '#tests/support/drafts.ts';
import { times } from '#tests/support/repetitions.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: said(id) }));
const plain = { text: said('?'), dimension: null, k: 5 };
const questions: Question[] = [
  satisfaction,
  { ...(satisfaction as ScaleQuestion), id: 'LOAD-01', reverse: true },
  { ...plain, kind: 'recommend', id: 'enps', labels: [said('0'), said('5'), said('10')], low: { at: 6, prompt: said('Why?'), options, longest: 20 } },
  { ...plain, kind: 'choice', id: 'choice', options },
  { ...plain, kind: 'several', id: 'pick', options, most: 2 },
  { ...plain, kind: 'pair', id: 'pair', points: 5, labels: [], expected: said('Expected'), experienced: said('Experienced') },
  { ...plain, kind: 'background', id: 'tenure', options },
  remarks,
];
const cuts = [{ question: 'tenure', scope: 'company', items: ['PAY-01'] }];

function read(...ballots: (Answers | null)[]) {
  const columns = ballotColumns({ questions, cuts }, ballots.length);
  ballots.forEach((answers, index) => columns.add(index % 2, answers));
  const table = columns.table();
  const values = Object.fromEntries(table.items.map(({ id, column }) => [id, [...column.values]]));
  return { ...table, values };
}

test('every kind of question becomes its column', () => {
  const { values, pairs, texts, cuts: tallied, leafOf } = read({
    'PAY-01': 2,
    'PAY-01:reasons': ['rules'],
    'PAY-01:text': ' too little ',
    'LOAD-01': 5,
    'LOAD-01:reasons': ['level', 'rules'],
    enps: 10,
    choice: 'c',
    pick: ['a', 'c'],
    'pair:expected': 5,
    'pair:experienced': 1,
    tenure: 'b',
    open: 'Thanks',
  });
  expect(values).toEqual({
    'PAY-01': [1],
    'PAY-01:reasons': [2],
    'LOAD-01': [4],
    'LOAD-01:reasons': [3],
    enps: [10],
    'enps:reasons': [0],
    choice: [2],
    pick: [5],
    'pair:expected': [4],
    'pair:experienced': [0],
  });
  expect(pairs).toEqual([{ id: 'pair', expected: 'pair:expected', experienced: 'pair:experienced' }]);
  expect(texts).toEqual([
    { row: 0, text: 'too little' },
    { row: 0, text: 'Thanks' },
  ]);
  expect([...tallied[0]!.values]).toEqual([1]);
  expect([...leafOf]).toEqual([0]);
});

test('reasons and texts beside a score that is not low are dropped, after reversing', () => {
  const { values, texts } = read({ 'PAY-01': 3, 'PAY-01:reasons': ['rules'], 'PAY-01:text': 'why', 'LOAD-01': 1, 'LOAD-01:reasons': ['rules'] });
  expect(values['PAY-01:reasons']).toEqual([0]);
  expect(values['LOAD-01:reasons']).toEqual([0]);
  expect(texts).toEqual([]);
});

test('an unreadable ballot counts, without an answer', () => {
  const { values, leafOf } = read(null, {});
  expect(values['PAY-01']).toEqual([-1, -1]);
  expect(values['pick']).toEqual([-1, -1]);
  expect([...leafOf]).toEqual([0, 1]);
});

test('a text longer than was allowed, or of space alone, is no text; control characters become spaces', () => {
  expect(read({ open: 'x'.repeat(501) }, { open: ' \t\u0000 ' }).texts).toEqual([]);
  expect(read({ open: '😀'.repeat(500) }).texts).toHaveLength(1);
  expect(read({ open: 'one\u0000two\nthree' }).texts[0]?.text).toBe('one two\nthree');
});

test('whatever strangers send, every value is one of its question or none', () => {
  const keys = ['PAY-01', 'PAY-01:reasons', 'enps', 'choice', 'pick', 'pair:expected', 'tenure', 'open', '__proto__', 'constructor'];
  const anything = fc.dictionary(fc.constantFrom(...keys), fc.anything());
  fc.assert(
    fc.property(anything, (answers) => {
      const { items } = read(answers as Answers);
      for (const { kind, points, column } of items) {
        const highest = kind === 'several' ? 2 ** points - 1 : points - 1;
        for (const value of column.values) expect(value >= -1 && value <= highest).toBe(true);
      }
    }),
    { numRuns: times(200, 5_000) },
  );
});
