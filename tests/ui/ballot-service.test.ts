import { expect, test } from 'vitest';
import { answersToSend } from '#app/ballot/answers-to-send.ts';
import { emptyDraft, type Draft } from '#app/ballot/draft.ts';
import { after, flowOf, type Flow, type Happening } from '#app/ballot/flow.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { padRecord, recordOf } from '#app/domain/responses/answer-record.ts';
import { serviceItems, serviceQuestions, type OfferedProvider } from '#app/domain/surveys/serving/service-questions.ts';
import { withOffers } from '#app/domain/surveys/serving/service-offers.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';

const departments = ['amber', 'it', 'legal', 'north', 'ops', 'kitchen'].map((id) => ({ id, parentId: id === 'amber' ? null : 'amber', name: id }));
const provider = (id: string, own: string): OfferedProvider => ({ id, departments: [own], customers: ['amber'], name: inAll(own), label: inAll(own) });
const providers = [provider('p1', 'it'), provider('p2', 'legal'), provider('p3', 'ops'), provider('p4', 'kitchen')];
const blocks = ['it', 'north'].map((id) => ({ departments: [id] }));
const asking = withOffers(serviceQuestions(providers, 5), { providers, departments, blocks });
const begin = (draft: Partial<Draft> = {}): Flow => flowOf(asking, { ...emptyDraft, block: 1, ...draft });
const through = (flow: Flow, ...happenings: Happening[]): Flow => happenings.reduce(after, flow);
const choose = (...ids: string[]): Happening => ({ kind: 'answered', key: dependedId, answer: ids });
const rate = (item: string, answer: number): Happening => ({ kind: 'answered', key: item, answer });

test('whoever names a provider is asked about it next, and whoever takes it back no more', () => {
  const flow = through(begin(), { kind: 'started' }, choose('p3'));
  expect(flow.questions.map(({ id }) => id)).toEqual([dependedId, ...serviceItems.map((item) => `${item}@p3`), 'OPN-03']);
  expect(through(flow, { kind: 'next' })).toMatchObject({ place: 'question', step: 1 });
  expect(through(flow, choose()).questions.map(({ id }) => id)).toEqual([dependedId, 'OPN-03']);
});

test('ratings of a provider that was taken back stay on the device and are not sent', () => {
  const flow = through(begin(), choose('p1', 'p2'), rate('ISQ-01@p1', 2), rate('ISQ-01@p2', 4), choose('p2'));
  expect(answersToSend(flow.questions, flow.draft.answers)).toEqual({ [dependedId]: ['p2'], 'ISQ-01@p2': 4 });
  const again = through(flow, choose('p1', 'p2'));
  expect(answersToSend(again.questions, again.draft.answers)).toMatchObject({ 'ISQ-01@p1': 2 });
});

test('nobody is offered the own department, and those who work there are asked how others would rate it', () => {
  const own = begin({ block: 0 });
  const [depended] = own.questions;
  expect(depended?.kind === 'several' && depended.options.map(({ id }) => id)).toEqual(['p2', 'p3', 'p4']);
  expect(own.questions.map(({ id }) => id)).toEqual([dependedId, 'own@p1', 'OPN-03']);
});

test('before the block is known no provider is offered, and a draft that comes back goes on where it was', () => {
  expect(begin({ block: null }).questions.map(({ id }) => id)).toEqual(['OPN-03']);
  const back = through(begin({ answers: { [dependedId]: ['p1'], 'ISQ-01@p1': 5 } }), { kind: 'started' });
  expect(back).toMatchObject({ place: 'question', step: 2 });
});

test('the longest ballot there can be fits the one size', () => {
  const chosen = ['p1', 'p2', 'p3'];
  const answers = { [dependedId]: chosen, 'own@p4': 3, 'OPN-03': '字'.repeat(500), ...Object.fromEntries(chosen.flatMap((id) => serviceItems.map((item) => [`${item}@${id}`, 5]))) };
  expect(padRecord(recordOf(answers)).ok).toBe(true);
});
