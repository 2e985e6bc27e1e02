// A query that is put into SQL once asks with the values of each time, and is refused wherever every other query is.
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aPerson } from '#tests/support/directory.ts';

describe.each(databases)('queries put into SQL once on $name', (database) => {
  const data = dataOf(database);
  const session = (tokenHash: string, personId: string) => ({ tokenHash, personId, createdOn: day('2026-11-22'), expiresOn: day('2026-12-22') });

  test('each use has its own values, in whatever order they stand', async () => {
    await data().people.saveAll([aPerson('ada'), aPerson('ben')]);
    await data().sessions.save(session('one', 'ada'));
    await data().sessions.save(session('two', 'ben'));
    expect((await data().sessions.get('one', day('2026-11-23')))?.personId).toBe('ada');
    expect((await data().sessions.get('two', day('2026-11-23')))?.personId).toBe('ben');
    expect(await data().sessions.get('two', day('2026-12-22'))).toBeNull();
    await data().sessions.remove('two');
    expect(await data().sessions.get('two', day('2026-11-23'))).toBeNull();
  });

  test('inside a transaction it is refused like every other, also when it was used before', async () => {
    await data().sessions.get('one', day('2026-11-23'));
    await expect(data().transaction(() => data().sessions.get('one', day('2026-11-23')))).rejects.toThrow('only its own stores');
    expect(await data().transaction(({ sessions }) => sessions.get('one', day('2026-11-23')))).not.toBeNull();
  });
});
