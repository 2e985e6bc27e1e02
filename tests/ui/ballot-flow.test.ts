import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersToSend } from '#app/ballot/answers-to-send.ts';
import { emptyDraft, keeperOf, type Draft } from '#app/ballot/draft.ts';
import { after, flowOf, inOrder, type Flow, type Happening } from '#app/ballot/flow.ts';
import { followUps, mostFollowUps } from '#app/ballot/follow-ups.ts';
import { recordLines } from '#app/ballot/record-lines.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { recordOf } from '#app/domain/responses/answer-record.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { en } from '#app/text/ballot/en.ts';
import { coreQuestions, everyKind } from '#tests/support/ballot-survey.ts';
import { times } from '#tests/support/repetitions.ts';

const paper = { serial: 's', signature: 'g' };
const begin = (draft: Partial<Draft> = {}): Flow => flowOf(coreQuestions, { ...emptyDraft, ...draft });
const through = (flow: Flow, ...happenings: Happening[]): Flow => happenings.reduce(after, flow);
const answered = (key: string, answer: number): Happening => ({ kind: 'answered', key, answer });

test('a survey begins with the promise, and background questions are asked last', () => {
  expect(begin().place).toBe('promise');
  expect(inOrder(everyKind).at(-1)?.kind).toBe('background');
  expect(inOrder(everyKind)).toHaveLength(everyKind.length);
});

test('no answer is required on the way to the record', () => {
  const next = coreQuestions.map((): Happening => ({ kind: 'next' }));
  const flow = through(begin(), { kind: 'started' }, ...next);
  expect(flow.place).toBe('review');
  expect(answersToSend(flow.questions, flow.draft.answers)).toEqual({});
});

test('somebody who comes back goes on at the first question that is not done', () => {
  const [first, second] = coreQuestions;
  const flow = through(begin({ answers: { 'OUT-01': 4 }, unsaid: [second?.id ?? ''] }), { kind: 'started' });
  expect([flow.place, flow.step]).toEqual(['question', 2]);
  expect(first?.id).toBe('OUT-01');
});

test('passing a question over takes its answer and its reasons back', () => {
  const question = coreQuestions[1];
  if (!question) throw new Error('no question');
  const flow = through(begin(), answered('PAY-01', 1), { kind: 'answered', key: 'PAY-01:text', answer: 'too little' }, { kind: 'unsaid', question });
  expect(flow.draft.answers).toEqual({});
  expect(flow.draft.unsaid).toEqual(['PAY-01']);
  expect(through(flow, answered('PAY-01', 3)).draft.unsaid).toEqual([]);
});

test('nothing is sent without a paper, and nothing changes while a ballot is on its way', () => {
  expect(after(begin(), { kind: 'sending' }).drop).toBe('idle');
  const sending = after(begin({ paper, answers: { 'OUT-01': 4 } }), { kind: 'sending' });
  expect(sending.drop).toBe('sending');
  expect(through(sending, answered('OUT-01', 1), { kind: 'back' }, { kind: 'cleared' })).toBe(sending);
});

test('answers cleared before sending leave the paper, so that nobody loses the vote', () => {
  const cleared = after(begin({ paper, block: 1, answers: { 'OUT-01': 4 } }), { kind: 'cleared' });
  expect(cleared.draft).toMatchObject({ answers: {}, paper, block: 1 });
});

test('answers removed after sending leave the receipt alone', () => {
  const sent = after(begin({ paper, answers: { 'OUT-01': 4 } }), { kind: 'dropped', receipt: 'r', record: 'x' });
  expect(sent.place).toBe('sent');
  expect(after(sent, { kind: 'cleared' }).draft).toEqual({ ...emptyDraft, sent: { receipt: 'r', record: '' } });
  expect(after(after(sent, { kind: 'cleared' }), { kind: 'changing' }).place).toBe('sent');
});

test('whatever happens, the page is at a place that exists and keeps a paper it has', () => {
  const kinds = ['started', 'next', 'back', 'listed', 'one-by-one', 'reviewed', 'changing', 'sending', 'taking'] as const;
  const happening = fc.oneof(
    fc.constantFrom(...kinds).map((kind): Happening => ({ kind })),
    fc.integer({ min: -3, max: 12 }).map((step): Happening => ({ kind: 'gone-to', step })),
    fc.constantFrom(...coreQuestions).map((question): Happening => ({ kind: 'unsaid', question })),
    fc.record({ key: fc.constantFrom('OUT-01', 'PAY-01'), answer: fc.integer({ min: 1, max: 5 }) }).map((given): Happening => ({ kind: 'answered', ...given })),
    fc.constant<Happening>({ kind: 'not-dropped', because: 'connection' }),
  );
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
      const flow = through(begin({ paper }), ...happenings);
      expect(flow.step).toBeGreaterThanOrEqual(0);
      expect(flow.step).toBeLessThan(flow.questions.length);
      expect(flow.draft.paper).toBe(paper);
    }),
    { numRuns: times(200, 5000) },
  );
});

test('reasons are asked of the three lowest scores, the reverse ones turned round', () => {
  const low: Answers = { 'OUT-01': 2, 'PAY-01': 2, 'BEN-01': 2, 'WKL-01': 2, 'WKL-02': 5, 'COM-04': 4 };
  const asked = followUps(coreQuestions, low).map(({ question }) => question.id);
  expect(asked).toHaveLength(mostFollowUps);
  expect(asked).toEqual(['OUT-01', 'PAY-01', 'WKL-02']);
  expect(followUps(coreQuestions, { 'WKL-02': 1 })).toEqual([]);
});

test('reasons that were begun stay when a lower score comes', () => {
  const begun: Answers = { 'OUT-01': 2, 'PAY-01': 2, 'BEN-01': 2, 'WKL-01': 1, 'BEN-01:text': 'the canteen' };
  expect(followUps(coreQuestions, begun).map(({ question }) => question.id)).toEqual(['OUT-01', 'BEN-01', 'WKL-01']);
});

test('reasons beside a score that was raised stay behind', () => {
  const reasons = { 'PAY-01:reasons': ['pay.level'], 'PAY-01:text': 'too little' };
  expect(answersToSend(coreQuestions, { 'PAY-01': 1, ...reasons })).toEqual({ 'PAY-01': 1, ...reasons });
  expect(answersToSend(coreQuestions, { 'PAY-01': 4, ...reasons })).toEqual({ 'PAY-01': 4 });
});

test('only answers that fit a question of the survey are sent', () => {
  const odd = { 'OUT-01': 6, 'PAY-01': '4', 'BEN-01': 2.5, 'OUT-03': 11, unknown: 3, shift: 'night', 'importance-pick3': ['pay', 'pay.level'], 'OPN-01': '   ', site: 'moon' };
  expect(answersToSend(everyKind, odd)).toEqual({});
  const fit = { 'OUT-03': 0, shift: 'late', 'importance-pick3': [], 'OPN-01': 'so', site: 'north', 'pe-pair-growth:expected': 3 };
  expect(answersToSend(everyKind, { ...fit, 'OPN-01': ' so ' })).toEqual(fit);
});

test('the record is told in words, with what was not answered', () => {
  const questions = inOrder(everyKind);
  const lines = recordLines(recordOf({ 'OUT-01': 1, 'OUT-01:reasons': ['outcome.pay'], 'importance-pick3': [], 'pe-pair-growth:expected': 3 }), questions, en);
  expect(lines.map(({ asked, answers }) => [asked.slice(0, 18), answers])).toEqual([
    ['Overall, how satis', ['1 · Very dissatisfied']],
    ['What lies behind t', [expect.any(String)]],
    ['In the past month,', null],
    ['If a friend asked,', null],
    ['Which up to three ', []],
    ['Which shift do you', null],
    ['What do you expect', ['3 · High']],
    ['What do you find?', null],
    ['What should change', null],
    ['Where do you work?', null],
  ]);
});

test('a core pulse takes little more than a minute', () => {
  expect(secondsFrom(coreQuestions, 0)).toBeLessThanOrEqual(75);
  expect(secondsFrom(coreQuestions, coreQuestions.length)).toBe(0);
});

test('a store that refuses, is full or is forbidden loses nothing while the page is open', () => {
  const forbidden = keeperOf('h', () => {
    throw new Error('denied');
  });
  forbidden.write({ ...emptyDraft, answers: { 'OUT-01': 3 } });
  expect([forbidden.lasting, forbidden.read().answers]).toEqual([false, { 'OUT-01': 3 }]);
  expect(keeperOf('h', () => null).lasting).toBe(false);
});

test('a draft is kept under the survey it belongs to, and leaves nothing when cleared', () => {
  const store = new Map<string, string>();
  const storage = { getItem: (name: string) => store.get(name) ?? null, setItem: (name: string, text: string) => void store.set(name, text), removeItem: (name: string) => void store.delete(name) };
  const keeper = keeperOf('one', () => storage);
  keeper.write({ ...emptyDraft, answers: { 'OUT-01': 3 } });
  expect(keeperOf('one', () => storage).read().answers).toEqual({ 'OUT-01': 3 });
  expect(keeperOf('other', () => storage).read()).toEqual(emptyDraft);
  keeper.replace(emptyDraft);
  expect(store.size).toBe(0);
});

test('a tab that knows of no paper does not lose the one of another tab', () => {
  const store = new Map<string, string>();
  const storage = { getItem: (name: string) => store.get(name) ?? null, setItem: (name: string, text: string) => void store.set(name, text), removeItem: (name: string) => void store.delete(name) };
  const draw = { serial: 's', blinded: 'b', inverse: 'i' };
  const [one, other] = [keeperOf('h', () => storage), keeperOf('h', () => storage)];
  one.write({ ...emptyDraft, draw });
  expect(other.write({ ...emptyDraft, answers: { 'OUT-01': 2 } })).toMatchObject({ draw, answers: { 'OUT-01': 2 } });
  expect(other.write({ ...emptyDraft, draw: { ...draw, serial: 'another' } }).draw).toEqual(draw);
});
