import { describe, expect, test } from 'vitest';
import { inAll } from '#app/domain/kernel/language.ts';
import { serviceItems, serviceQuestions, type OfferedProvider } from '#app/domain/surveys/serving/service-questions.ts';
import { mostAsked, withOffers } from '#app/domain/surveys/serving/service-offers.ts';
import { askedNow, dependedId, offeredTo } from '#app/domain/surveys/serving/service-survey.ts';

const departments = [
  { id: 'amber', parentId: null },
  { id: 'it', parentId: 'amber' },
  { id: 'desk', parentId: 'it' },
  { id: 'legal', parentId: 'amber' },
  { id: 'sales', parentId: 'amber' },
  { id: 'north', parentId: 'sales' },
  { id: 'ops', parentId: 'amber' },
];
const provider = (id: string, own: string[], customers: string[]): OfferedProvider => ({ id, departments: own, customers, name: inAll(id), label: inAll(`${id} (…)`) });
const providers = [provider('p1', ['it'], ['amber']), provider('p2', ['legal'], ['sales']), provider('p3', ['ops'], ['amber']), provider('p4', ['sales'], ['it'])];
const offers = (...block: string[]) => offeredTo(withOffers(serviceQuestions(providers, 5), { providers, departments, blocks: [{ departments: ['amber'] }, { departments: block }] }), 1);
const to = (...block: string[]) => {
  const questions = offers(...block);
  const [depended] = questions;
  return [depended?.kind === 'several' ? depended.options.map(({ id }) => id) : [], questions.flatMap(({ own }) => own ?? [])];
};

describe('who is offered which provider', () => {
  test('is whom the map says it serves, everybody below a customer included, and nobody of the provider itself', () => {
    expect(to('north')).toEqual([['p1', 'p2', 'p3'], ['p4']]);
    expect(to('desk')).toEqual([['p3', 'p4'], ['p1']]);
    expect(to('legal')).toEqual([['p1', 'p3'], ['p2']]);
  });

  test('in a block that holds a provider and others, both the rating and the own estimate', () => {
    expect(to('desk', 'legal')).toEqual([['p1', 'p3', 'p4'], ['p1', 'p2']]);
  });

  test('no provider in the list and no list: a question without an answer to choose is not asked', () => {
    const unknown = offeredTo(withOffers(serviceQuestions(providers, 5), { providers, departments, blocks: [] }), null);
    expect(unknown.filter(({ provider: one }) => one === undefined).map(({ id }) => id)).toEqual(['OPN-03']);
  });
});

describe('what somebody is asked', () => {
  const questions = serviceQuestions(providers, 5);
  const offered = offers('north');
  const ids = (answers: Record<string, unknown>) => askedNow(offered, answers).map(({ id }) => id);

  test('is whom they depended on, and the eight ratings of those they chose alone', () => {
    expect(ids({})).toEqual([dependedId, 'own@p4', 'OPN-03']);
    expect(ids({ [dependedId]: ['p3'] })).toEqual([dependedId, ...serviceItems.map((item) => `${item}@p3`), 'own@p4', 'OPN-03']);
    expect(ids({ [dependedId]: [] })).toEqual(ids({}));
  });

  test('names the provider in every language, asks nobody why, and is counted at k = 8', () => {
    const rated = questions.filter(({ provider: one }) => one !== undefined);
    expect(rated).toHaveLength(providers.length * serviceItems.length);
    for (const question of rated) {
      expect(question).toMatchObject({ kind: 'scale', k: 8, low: null, dimension: `service@${question.provider}` });
      for (const text of Object.values(question.text)) expect(text).toContain(question.provider);
    }
    expect(JSON.stringify(questions)).not.toContain('{dept}');
    expect(serviceQuestions(providers, 10)[1]?.k).toBe(10);
  });

  test('takes no longer than three providers and one estimate take', () => {
    expect(mostAsked(questions)).toHaveLength(1 + 3 * serviceItems.length + 1 + 1);
    const other = questions.filter(({ kind }) => kind === 'open');
    expect(mostAsked(other)).toEqual(other);
  });
});
