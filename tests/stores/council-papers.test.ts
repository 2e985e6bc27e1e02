import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { PaperFacts } from '#app/domain/privacy/council-paper.ts';
import { databases, dataOf } from '#tests/support/databases.ts';

describe.each(databases)('papers of the works council on $name', (database) => {
  const data = dataOf(database);

  test('count from one, come back as they were, and are listed latest first', async () => {
    const facts: PaperFacts = {
      company: 'Amber',
      address: 'https://murmur.example',
      k: 5,
      retention: { letters: 30, sessions: 14 },
      timeZone: 'Europe/Berlin',
      readers: { hr: ['Ida'], administrators: [] },
      checked: { day: day('2026-03-01'), time: '09:05' },
      checks: [{ id: 'swap', ok: true, limit: true, details: { found: '', n: 2 } }, { id: 'slots', ok: true, details: {} }],
      log: { until: '2026-03-01', ids: ['b'] },
      journal: { pages: 2, day: '2026-02-28', hash: 'ab' },
      promise: { once: 'Once.' },
    };
    expect(await data().councilPapers.listed()).toEqual([]);
    expect(await data().councilPapers.add({ id: 'x', day: '2026-03-01', facts })).toBe(1);
    expect(await data().councilPapers.add({ id: 'a', day: '2026-03-01', facts: { ...facts, k: 6 } })).toBe(2);
    expect((await Promise.all(['b', 'c', 'd'].map((id) => data().councilPapers.add({ id, day: '2026-03-02', facts })))).sort()).toEqual([3, 4, 5]);
    expect((await data().councilPapers.listed()).slice(3)).toEqual([{ number: 2, day: '2026-03-01' }, { number: 1, day: '2026-03-01' }]);
    expect(await data().councilPapers.get(1)).toEqual({ number: 1, day: '2026-03-01', facts });
    expect(await data().councilPapers.get(6)).toBeNull();
  });
});
