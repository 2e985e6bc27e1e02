// What «yes» opens on the answer page: there after it, gone after «no», and forgotten then.
import { expect, test } from 'vitest';
import { answersToSend } from '#app/ballot/answers-to-send.ts';
import { emptyDraft } from '#app/ballot/draft.ts';
import { after, flowOf, type Flow, type Happening } from '#app/ballot/flow.ts';
import { padRecord, recordOf } from '#app/domain/responses/answer-record.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { withRouting } from '#app/domain/surveys/asking/routing.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';

const own = (number: number, kind: 'applies' | 'satisfaction') => askedAs(anOwnQuestion(number, { kind }), { k: 5, languages: ['en'] });
const asking = withRouting([own(1, 'satisfaction'), own(3, 'satisfaction'), own(2, 'applies')], [{ question: 'OWN-1', screener: 'OWN-2' }], { departments: [], blocks: [] });
const begin = (): Flow => flowOf(asking, { ...emptyDraft, block: 0 });
const through = (flow: Flow, ...happenings: Happening[]): Flow => happenings.reduce(after, flow);
const say = (answer: string): Happening => ({ kind: 'answered', key: 'OWN-2', answer });
const rate: Happening = { kind: 'answered', key: 'OWN-1', answer: 5 };
const ids = (flow: Flow): string[] => flow.questions.map(({ id }) => id);

test('«yes» opens what follows right after it, and «no», «prefer not to say» and nothing do not', () => {
  expect(ids(begin())).toEqual(['OWN-3', 'OWN-2']);
  expect(ids(through(begin(), say('yes')))).toEqual(['OWN-3', 'OWN-2', 'OWN-1']);
  expect(ids(through(begin(), say('yes'), say('no')))).toEqual(['OWN-3', 'OWN-2']);
  expect(ids(through(begin(), say('yes'), { kind: 'unsaid', question: asking[1]! }))).toEqual(['OWN-3', 'OWN-2']);
  expect(through(begin(), { kind: 'gone-to', step: 1 }, say('yes'), { kind: 'next' })).toMatchObject({ place: 'question', step: 2 });
  expect(through(begin(), { kind: 'gone-to', step: 1 }, say('no'), { kind: 'next' })).toMatchObject({ place: 'review' });
});

test('an answer is forgotten when it turns out not to apply, and is not there again after another «yes»', () => {
  const changed = through(begin(), say('yes'), rate, say('no'));
  expect(answersToSend(changed.questions, changed.draft.answers)).toEqual({ 'OWN-2': 'no' });
  expect(through(changed, say('yes')).draft.answers).toEqual({ 'OWN-2': 'yes' });
});

test('sheets on which it applies and on which it does not are of one size', () => {
  const sizes = [through(begin(), say('yes'), rate), through(begin(), say('no')), begin()].map((flow) => {
    const padded = padRecord(recordOf(answersToSend(flow.questions, flow.draft.answers)));
    return padded.ok ? padded.value.length : 0;
  });
  expect(sizes[0]).toBeGreaterThan(1_000);
  expect(sizes).toEqual([sizes[0], sizes[0], sizes[0]]);
});
