import { describe, expect, test } from 'vitest';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aPerson } from '#tests/support/directory.ts';
import { times } from '#tests/support/repetitions.ts';

const morning = '2026-11-22T08:00:00.000Z';
const noon = '2026-11-22T12:00:00.000Z';
const evening = '2026-11-22T18:00:00.000Z';

describe.each(databases)('sign-in links and sessions on $name', (database) => {
  const data = dataOf(database);
  const link = (tokenHash: string, more = {}) => ({
    tokenHash,
    personId: 'ada',
    expiresAt: noon,
    usedAt: null,
    reusable: false,
    destination: '/',
    ...more,
  });

  test('a link is used exactly once by many who try at the same moment', async () => {
    await data().people.save(aPerson('ada'));
    for (let round = 0; round < times(3, 100); round += 1) {
      await data().signInLinks.save(link(`race-${round}`));
      const tries = await Promise.all(Array.from({ length: 8 }, () => data().signInLinks.use(`race-${round}`, morning)));
      expect(tries.filter((used) => used !== null)).toEqual([link(`race-${round}`, { usedAt: morning })]);
    }
  });

  test('an expired, an unknown and a used link do nothing', async () => {
    await data().signInLinks.save(link('late'));
    expect(await data().signInLinks.use('late', noon)).toBeNull();
    expect(await data().signInLinks.use('unknown', morning)).toBeNull();
    expect((await data().signInLinks.get('late'))?.usedAt).toBeNull();
  });

  test('a reusable link opens again', async () => {
    await data().signInLinks.save(link('demo', { reusable: true }));
    expect(await data().signInLinks.use('demo', morning)).not.toBeNull();
    expect(await data().signInLinks.use('demo', morning)).not.toBeNull();
  });

  test('a session runs until it expires', async () => {
    const session = { tokenHash: 's1', personId: 'ada', createdAt: morning, expiresAt: noon };
    await data().sessions.save(session);
    expect(await data().sessions.get('s1', morning)).toEqual(session);
    expect(await data().sessions.get('s1', noon)).toBeNull();
  });

  test('a session can be prolonged and ended', async () => {
    await data().sessions.save({ tokenHash: 's2', personId: 'ada', createdAt: morning, expiresAt: noon });
    await data().sessions.save({ tokenHash: 's2', personId: 'ada', createdAt: morning, expiresAt: evening });
    expect((await data().sessions.get('s2', noon))?.expiresAt).toBe(evening);
    await data().sessions.remove('s2');
    expect(await data().sessions.get('s2', morning)).toBeNull();
  });

  test('what has expired is forgotten, and everything of somebody who leaves', async () => {
    await data().sessions.save({ tokenHash: 's3', personId: 'ada', createdAt: morning, expiresAt: evening });
    await data().signInLinks.save(link('fresh', { expiresAt: evening }));
    await data().sessions.removeExpired(noon);
    await data().signInLinks.removeExpired(noon);
    expect(await data().signInLinks.get('late')).toBeNull();
    expect(await data().signInLinks.get('fresh')).not.toBeNull();
    expect(await data().sessions.get('s3', noon)).not.toBeNull();
    await data().sessions.removeOf(['ada']);
    await data().signInLinks.removeOf(['ada']);
    expect(await data().sessions.get('s3', noon)).toBeNull();
    expect(await data().signInLinks.get('fresh')).toBeNull();
  });
});
