import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { newsOf, restedSince } from '#app/domain/notifications/news.ts';
import { databases, dataOf } from '#tests/support/databases.ts';

describe.each(databases)('what people are told on $name', (database) => {
  const data = dataOf(database);
  const agreed = newsOf({ kind: 'agreed', subjectId: 'plan', day: day('2026-12-01') }, '1');

  test('is news once, and each hears of it once, also when two try at the same moment', async () => {
    const added = await Promise.all([1, 2, 3].map(() => data().news.add(agreed)));
    expect(added.filter(Boolean)).toHaveLength(1);
    const told = await Promise.all([1, 2, 3].map(() => data().news.tell(agreed.id, ['ada', 'ben'])));
    expect(told.flat().sort()).toEqual(['ada', 'ben']);
    expect(await data().news.toldOf(agreed.id)).toEqual(new Set(['ada', 'ben']));
  });

  test('of two who take somebody’s turn one has it, and a fortnight later it is free again', async () => {
    const on = (today: ReturnType<typeof day>) => data().news.takeTurn(['ada', 'ben'], { today, since: restedSince(today) });
    const taken = await Promise.all([1, 2].map(() => on(day('2026-12-01'))));
    expect(taken.flat().sort()).toEqual(['ada', 'ben']);
    expect(await on(day('2026-12-14'))).toEqual([]);
    expect(await data().news.toldAfter(restedSince(day('2026-12-14')))).toEqual(new Set(['ada', 'ben']));
    expect((await on(day('2026-12-15'))).sort()).toEqual(['ada', 'ben']);
  });

  test('who was told is forgotten, that it was news is not', async () => {
    await data().news.add(newsOf({ kind: 'ended', subjectId: 'old', day: day('2026-01-01') }));
    await data().news.tell('ended:old', ['ada']);
    await data().news.forgetToldBefore(day('2026-02-01'));
    expect([...(await data().news.toldOf('ended:old'))]).toEqual([]);
    expect(await data().news.add(newsOf({ kind: 'ended', subjectId: 'old', day: day('2026-03-01') }))).toBe(false);
  });
});
