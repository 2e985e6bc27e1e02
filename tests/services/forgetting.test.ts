// What has ended is forgotten when it is time and not before: a letter that somebody asks about can still be looked up for its days.
import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { isUsable, newSignInLink } from '#app/services/access.server.ts';
import { forgetWhatEnded } from '#app/services/installation/forget.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';

const ages = [0, 1, 2, 29, 30, 31, 60];

async function sentLetters(app: TestApp): Promise<void> {
  for (const age of ages) {
    const id = `letter-${age}`;
    const dueOn = addDays(app.today(), -age);
    const letter = newLetter({ id, to: 'north-1@amber.example', subject: 'x', text: 'x', dueOn });
    await app.data.letters.addAll([{ ...letter, nextAttemptAt: null, sentOn: dueOn, text: '' }]);
  }
}

const kept = async (app: TestApp) => {
  const found = await Promise.all(ages.map((age) => app.data.letters.get(`letter-${age}`)));
  return ages.filter((_, at) => found[at] !== null);
};

test('letters that are done are kept for the days the settings say, to the day', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  await sentLetters(app);
  await forgetWhatEnded(app);
  expect(await kept(app)).toEqual([0, 1, 2, 29, 30]);
  await app.data.organisation.logChange({ id: 'x', at: app.today(), actorId: null, setting: 'keep-letters', from: '30', to: '2' });
  await forgetWhatEnded(app);
  expect(await kept(app)).toEqual([0, 1, 2]);
});

test('a letter that waits is never forgotten, however old', async () => {
  const app = await testApp();
  await app.data.letters.addAll([newLetter({ id: 'waiting', to: 'north-1@amber.example', subject: 'x', text: 'x', dueOn: addDays(app.today(), -400) })]);
  await forgetWhatEnded(app);
  expect(await app.data.letters.get('waiting')).not.toBeNull();
});

test('sessions and links that ran out go, those that are good stay', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const session = (tokenHash: string, days: number) => ({ tokenHash, personId: 'north-1', createdOn: addDays(app.today(), -10), expiresOn: addDays(app.today(), days) });
  for (const [hash, days] of [['past', -1], ['today', 0], ['tomorrow', 1]] as const) await app.data.sessions.save(session(hash, days));
  const link = await newSignInLink(app, 'north-1', { minutes: 60 });
  await forgetWhatEnded(app);
  // On that day all three were good: what is not there is forgotten.
  const longAgo = day('2000-01-01');
  expect(await Promise.all(['past', 'today', 'tomorrow'].map(async (hash) => (await app.data.sessions.get(hash, longAgo)) !== null))).toEqual([false, false, true]);
  expect(await isUsable(app, link.split('/').at(-1) as string)).toBe(true);
});
