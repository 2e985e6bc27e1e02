import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { databases, dataOf } from '#tests/support/databases.ts';

const today = day('2026-11-22');
const tomorrow = day('2026-11-23');
const morning = '2026-11-22T08:00:00.000Z';
const lease = '2026-11-22T08:05:00.000Z';
const noon = '2026-11-22T12:00:00.000Z';
const claim = { now: morning, until: lease, limit: 50 };

describe.each(databases)('the outbox on $name', (database) => {
  const data = dataOf(database);
  const letter = (id: string, dueOn = today) => newLetter({ id, to: 'ada@amber.example', subject: 'Hello', text: 'a link', dueOn });

  test('letters are claimed once by many who claim at the same moment', async () => {
    await data().letters.addAll(Array.from({ length: 40 }, (_, index) => letter(`l${index}`)));
    const claims = await Promise.all(Array.from({ length: 6 }, () => data().letters.claim({ ...claim, limit: 10 })));
    const ids = claims.flat().map((claimed) => claimed.id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await data().letters.claim(claim);
    expect(ids.length + rest.length).toBe(40);
    expect(rest.every((claimed) => claimed.attempts === 1)).toBe(true);
  });

  test('a claim that was never answered runs out, so that a process that died loses no letter', async () => {
    expect(await data().letters.claim(claim)).toEqual([]);
    expect(await data().letters.claim({ now: lease, until: noon, limit: 100 })).toHaveLength(40);
  });

  test('a letter that is not due waits', async () => {
    await data().letters.addAll([letter('later', day('2026-11-24'))]);
    expect(await data().letters.claim(claim)).toEqual([]);
  });

  test('a letter that was sent is not sent again and its text is forgotten', async () => {
    await data().letters.sent('l1', today);
    const sent = await data().letters.get('l1');
    expect(sent).toMatchObject({ sentOn: today, dueOn: today, nextAttemptAt: null, text: '', failed: null });
    expect((await data().letters.claim({ now: '2027-01-01', until: '2027-01-02', limit: 100 })).map((one) => one.id)).not.toContain('l1');
  });

  test('a failure is named and tried again, or given up', async () => {
    await data().letters.failed('l2', '451 try later', noon);
    expect(await data().letters.get('l2')).toMatchObject({ failed: '451 try later', nextAttemptAt: noon, text: 'a link' });
    await data().letters.failed('l2', '550 no such person', null);
    expect(await data().letters.get('l2')).toMatchObject({ failed: '550 no such person', nextAttemptAt: null, text: '' });
    expect(await data().letters.counts()).toEqual({ waiting: 39, givenUp: 1 });
  });

  test('old letters that are done are removed, waiting ones never', async () => {
    await data().letters.removeDoneBefore(tomorrow);
    expect(await data().letters.get('l1')).toBeNull();
    expect(await data().letters.get('l2')).toBeNull();
    expect(await data().letters.get('l3')).not.toBeNull();
  });

  test('a letter that asks for answers leaves nothing when it is sent, and goes with its survey', async () => {
    const asking = (id: string, asksFor: string) => newLetter({ id, to: 'ada@amber.example', subject: 'Hello', text: 'a link', dueOn: today, asksFor });
    await data().letters.addAll([asking('a1', 'pulse'), asking('a2', 'pulse'), asking('a3', 'other')]);
    await data().letters.sent('a1', today);
    expect(await data().letters.get('a1')).toBeNull();
    await data().letters.removeAskingFor('pulse');
    expect(await data().letters.get('a2')).toBeNull();
    expect(await data().letters.get('a3')).toMatchObject({ asksFor: 'other', text: 'a link' });
  });

  test('whoever waits for a link does not wait for the letters that ask everybody', async () => {
    await data().letters.claim({ now: noon, until: '2026-11-22T18:00:00.000Z', limit: 1000 });
    const asking = Array.from({ length: 9 }, (_, index) => newLetter({ id: `0-${index}`, to: 'ada@amber.example', subject: '', text: '', dueOn: today, asksFor: 'pulse' }));
    await data().letters.addAll([...asking, letter('z-link')]);
    expect((await data().letters.claim({ now: noon, until: '2026-11-22T18:00:00.000Z', limit: 1 })).map(({ id }) => id)).toEqual(['z-link']);
  });
});
