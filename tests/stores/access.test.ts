import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aPerson } from '#tests/support/directory.ts';
import { times } from '#tests/support/repetitions.ts';

const today = day('2026-11-22');
const tomorrow = day('2026-11-23');
const morning = '2026-11-22T08:00:00.000Z';
const noon = '2026-11-22T12:00:00.000Z';
const evening = '2026-11-22T18:00:00.000Z';

describe.each(databases)('sign-in links and sessions on $name', (database) => {
  const data = dataOf(database);
  const link = (tokenHash: string, more = {}) => ({
    tokenHash,
    personId: 'ada',
    expiresAt: noon,
    reusable: false,
    destination: '/',
    ...more,
  });

  test('a link is used exactly once by many who try at the same moment', async () => {
    await data().people.save(aPerson('ada'));
    for (let round = 0; round < times(3, 100); round += 1) {
      await data().signInLinks.save(link(`race-${round}`));
      const tries = await Promise.all(Array.from({ length: 8 }, () => data().signInLinks.use(`race-${round}`, morning)));
      expect(tries.filter((used) => used !== null)).toEqual([link(`race-${round}`)]);
    }
  });

  test('an expired, an unknown and a used link do nothing', async () => {
    await data().signInLinks.save(link('late'));
    expect(await data().signInLinks.use('late', noon)).toBeNull();
    expect(await data().signInLinks.use('unknown', morning)).toBeNull();
    expect(await data().signInLinks.get('late')).toEqual(link('late'));
  });

  test('a link that was used is gone, and with it where it led and when', async () => {
    await data().signInLinks.save(link('once', { destination: '/ballot/page#hash' }));
    await data().signInLinks.use('once', morning);
    expect(await data().signInLinks.get('once')).toBeNull();
  });

  test('the links that lead to one survey are removed, and no other', async () => {
    const hash = 'ab'.repeat(32);
    await data().signInLinks.save(link('asks', { destination: `/ballot/page#${hash}` }));
    await data().signInLinks.save(link('elsewhere', { destination: `/ballot/page#${'cd'.repeat(32)}` }));
    await data().signInLinks.removeLeadingTo(hash);
    expect(await data().signInLinks.get('asks')).toBeNull();
    expect(await data().signInLinks.get('elsewhere')).not.toBeNull();
  });

  test('a reusable link opens again', async () => {
    await data().signInLinks.save(link('demo', { reusable: true }));
    expect(await data().signInLinks.use('demo', morning)).not.toBeNull();
    expect(await data().signInLinks.use('demo', morning)).not.toBeNull();
  });

  test('a session runs until it expires', async () => {
    const session = { tokenHash: 's1', personId: 'ada', createdOn: today, expiresOn: tomorrow };
    await data().sessions.save(session);
    expect(await data().sessions.get('s1', today)).toEqual(session);
    expect(await data().sessions.get('s1', tomorrow)).toBeNull();
  });

  test('a session can be prolonged and ended', async () => {
    await data().sessions.save({ tokenHash: 's2', personId: 'ada', createdOn: today, expiresOn: tomorrow });
    await data().sessions.save({ tokenHash: 's2', personId: 'ada', createdOn: today, expiresOn: day('2026-11-24') });
    expect((await data().sessions.get('s2', tomorrow))?.expiresOn).toBe('2026-11-24');
    await data().sessions.remove('s2');
    expect(await data().sessions.get('s2', today)).toBeNull();
  });

  test('what has expired is forgotten, and everything of somebody who leaves', async () => {
    await data().sessions.save({ tokenHash: 's3', personId: 'ada', createdOn: today, expiresOn: tomorrow });
    await data().signInLinks.save(link('fresh', { expiresAt: evening }));
    await data().sessions.removeExpired(today);
    await data().signInLinks.removeExpired(noon);
    expect(await data().signInLinks.get('late')).toBeNull();
    expect(await data().signInLinks.get('fresh')).not.toBeNull();
    expect(await data().sessions.get('s3', today)).not.toBeNull();
    await data().sessions.removeOf(['ada']);
    await data().signInLinks.removeOf(['ada']);
    expect(await data().sessions.get('s3', today)).toBeNull();
    expect(await data().signInLinks.get('fresh')).toBeNull();
  });
});
