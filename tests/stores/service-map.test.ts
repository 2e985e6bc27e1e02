import { describe, expect, test } from 'vitest';
import { databases, dataOf } from '#tests/support/databases.ts';

describe.each(databases)('the map of who serves whom on $name', (database) => {
  const data = dataOf(database);

  test('is empty at first and is not written over by somebody who looked earlier', async () => {
    const links = [{ provider: 'it', customer: 'sales', kind: '电脑' }];
    expect(await data().serviceMap.get()).toEqual({ links: [], revision: 0 });
    expect(await data().serviceMap.replace(links, 0)).toBe(true);
    expect(await data().serviceMap.replace([], 0)).toBe(false);
    expect(await data().serviceMap.get()).toEqual({ links, revision: 1 });
  });
});
