import { beforeEach, describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Proposal } from '#app/domain/surveys/proposals/proposal.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aPerson } from '#tests/support/directory.ts';

const aProposal = (id: string, change: Partial<Proposal> = {}): Proposal => ({ id, authorId: 'ann', day: day('2026-11-23'), words: `words of ${id} <b>’ 车`, why: '', mayShow: true, keptBack: false, answers: [], ...change });

describe.each(databases)('proposals on $name', (database) => {
  const data = dataOf(database);
  beforeEach(async () => {
    await data().people.saveAll([aPerson('ann', { departmentId: null }), aPerson('ben', { departmentId: null })]);
  });

  test('are kept as they were written, the latest first, and one sent twice once', async () => {
    const { proposals } = data();
    const [first, second, third] = [aProposal('a'), aProposal('b', { day: day('2026-11-24') }), aProposal('c', { authorId: 'ben' })];
    for (const one of [first, second, third, { ...first, words: 'again' }]) await proposals.add(one);
    expect(await proposals.all()).toEqual([second, first, third]);
    expect(await proposals.ofAuthor('ann')).toEqual([second, first]);
    expect([await proposals.get('c'), await proposals.get('nothing')]).toEqual([third, null]);
  });

  test('answers are kept with them and change nothing about the writer', async () => {
    const { proposals } = data();
    await proposals.add(aProposal('a'));
    const answers = [
      { kind: 'parked', on: day('2026-11-24'), reason: 'no money', review: day('2027-01-01') },
      { kind: 'asked', on: day('2026-11-25'), text: { en: 'How?', de: 'Wie?' } },
      { kind: 'taken-up', on: day('2026-11-26'), own: 3 },
      { kind: 'declined', on: day('2026-11-27'), reason: 'no' },
    ] as const;
    await proposals.save({ ...aProposal('a'), authorId: 'ben', keptBack: true, answers });
    expect(await proposals.get('a')).toEqual({ ...aProposal('a'), keptBack: true, answers });
  });

  test('whoever has left is named beside no proposal any more, and the others still are', async () => {
    const { proposals, people } = data();
    for (const one of [aProposal('x'), aProposal('y', { authorId: 'ben' })]) await proposals.add(one);
    await people.save({ ...(await people.get('ann'))!, leftOn: day('2026-11-24') });
    await proposals.forgetAuthorsWhoLeft();
    expect([await proposals.get('x'), await proposals.get('y')]).toEqual([{ ...aProposal('x'), authorId: null }, aProposal('y', { authorId: 'ben' })]);
  });
});
