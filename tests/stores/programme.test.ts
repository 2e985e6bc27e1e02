import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Programme } from '#app/domain/surveys/programme/programme.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { ruleOf } from '#tests/support/programmes.ts';

const programme: Programme = { id: 'p1', state: 'running', begun: day('2026-12-01'), next: 0, rule: ruleOf({ calendar: { weekdays: [0, 1, 2, 3, 4], free: [{ from: day('2027-05-01'), to: day('2027-05-01') }] }, blackouts: [{ from: day('2027-02-01'), to: day('2027-02-05') }] }) };

describe.each(databases)('the programme on $name', (database) => {
  const data = dataOf(database);

  test('is none at first, and comes back as it was written', async () => {
    expect(await data().programme.get()).toBeNull();
    expect(await data().programme.save(programme, 0)).toBe(true);
    expect(await data().programme.get()).toEqual({ programme, revision: 1 });
  });

  test('of two who change it at the same moment one succeeds', async () => {
    const results = await Promise.all(['a', 'b', 'c'].map((id) => data().programme.save({ ...programme, id }, 1)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect((await data().programme.get())!.revision).toBe(2);
    expect(await data().programme.save(programme, 0)).toBe(false);
    expect(await data().programme.save(programme, 1)).toBe(false);
  });
});
