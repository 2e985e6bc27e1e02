import { describe, expect, test } from 'vitest';
import { databases, dataOf } from '#tests/support/databases.ts';

describe.each(databases)('what figures are compared with on $name', (database) => {
  const data = dataOf(database);
  const set = { targets: { pay: 70 }, outside: [{ subject: { kind: 'item' as const, id: 'PAY-01' }, index: 64.5, source: 'Industry; "survey" 行业', year: 2025 }] };

  test('is nothing at first, comes back as it was, and is not written over by somebody who looked earlier', async () => {
    expect(await data().yardsticks.get()).toEqual({ targets: {}, outside: [], revision: 0 });
    expect(await data().yardsticks.replace(set, 0)).toBe(true);
    expect(await data().yardsticks.get()).toEqual({ ...set, revision: 1 });
    expect(await data().yardsticks.replace({ targets: {}, outside: [] }, 0)).toBe(false);
    expect(await data().yardsticks.get()).toEqual({ ...set, revision: 1 });
  });
});
