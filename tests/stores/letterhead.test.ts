import { describe, expect, test } from 'vitest';
import { databases, dataOf } from '#tests/support/databases.ts';

describe.each(databases)('the logo and the colour of papers on $name', (database) => {
  const data = dataOf(database);

  test('are none at first, come back as they were, and go again', async () => {
    expect(await data().letterhead.get()).toEqual({ logo: null, colour: null });
    const set = { logo: { png: 'iVBORw0KGgo=', width: 300, height: 120 }, colour: '#1f5f8b' };
    await data().letterhead.save(set);
    expect(await data().letterhead.get()).toEqual(set);
    await data().letterhead.save({ logo: null, colour: null });
    expect(await data().letterhead.get()).toEqual({ logo: null, colour: null });
  });
});
