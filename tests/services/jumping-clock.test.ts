// The clock of the computer is moved by weeks and back again: nothing that a date alone asks for happens meanwhile, and nothing is lost.
import { expect, test } from 'vitest';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { actorOfCookie, sessionCookie } from '#app/http/session.server.ts';
import { jobsOf } from '#app/main.server.ts';
import { mayRun } from '#app/platform/scheduler.server.ts';
import { steadyClock } from '#app/platform/steady-clock.server.ts';
import { checkReadiness } from '#app/services/installation/check-readiness.server.ts';
import { releaseOf } from '#app/services/publication.server.ts';
import { setAside } from '#app/services/publication/set-aside.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { enterByLink, newSignInLink } from '#app/services/access.server.ts';
import { hasBox } from '#db/boxes.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

const minute = 60_000;
const vote = (app: TestApp, numbers: number[]) => rehearse(app, 'pulse', numbers.map((number) => ({ personId: `operations-${number}`, answers: { 'PAY-01': 4 } })));

async function signedIn(app: TestApp, personId: string): Promise<string> {
  const entered = await enterByLink(app, tokenOf(await newSignInLink(app, personId)));
  if (!entered.ok) throw new Error(entered.because);
  return sessionCookie(app, entered.value.secret, entered.value.seconds).split(';')[0]!;
}

const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);

/** A portal whose jobs come when they are told to, on a computer of which the test knows how long it has been on. */
async function portal() {
  let sinceBoot = 0;
  const app = await ballotApp({ sinceBoot: () => sinceBoot });
  const runs = mayRun(app, app.log);
  return {
    app,
    wait: (minutes: number) => {
      sinceBoot += minutes * minute;
      app.setNow(new Date(app.now().getTime() + minutes * minute).toISOString());
    },
    /** Every job once, those that may not run left out. */
    jobs: async () => {
      for (const job of jobsOf(app, null)) if (runs(job)) await job.run();
    },
  };
}

test('a clock that jumps two months ahead and back closes, destroys, sends and forgets nothing', { timeout: 120_000 }, async () => {
  const { app, wait, jobs } = await portal();
  await sealed(app, aDraft('pulse'));
  await sealed(app, aDraft('kept'));
  await setAside(app, 'kept', 'damaged');
  await vote(app, [1, 2, 3]);
  const session = await signedIn(app, 'north-1');
  const link = await newSignInLink(app, 'north-2', { minutes: 60 });
  await app.data.letters.addAll([newLetter({ id: 'l', to: 'lin@amber.example', subject: 'Hello', text: 'x', dueOn: app.today() })]);
  await jobs();
  const before = { now: app.now().toISOString(), letters: await app.data.letters.counts() };

  app.setNow('2027-01-31');
  for (let looked = 0; looked < 3; looked += 1) {
    await jobs();
    wait(10);
  }
  expect((await checkReadiness(app)).lines).toContain('clock: was moved; what ends by the day waits until it is set back or has gone on for an hour');
  expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  expect([hasBox(app.config.dataFolder, 'pulse'), hasBox(app.config.dataFolder, 'kept')]).toEqual([true, true]);

  app.setNow(new Date(Date.parse(before.now) + 30 * minute).toISOString());
  await jobs();
  expect((await checkReadiness(app)).lines).toContain('clock: ok');
  expect(await app.data.letters.counts()).toEqual(before.letters);
  expect(await actorOfCookie(app, session)).toMatchObject({ personId: 'north-1' });
  expect((await enterByLink(app, tokenOf(link))).ok).toBe(true);
  await vote(app, [4, 5, 6]);
  // The day itself comes: then it closes, with every ballot.
  wait(60 * 24 * 30);
  await jobs();
  expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(6);
  expect(app.logged.filter((line) => line.includes('clock of this computer'))).toHaveLength(2);
});

test('a clock that was put right and stays is believed after an hour', async () => {
  let [now, boot] = [0, 0];
  const { isSteady } = steadyClock(() => new Date(now), () => boot);
  const after = (minutes: number) => {
    [now, boot] = [now + minutes * minute, boot + minutes * minute];
    return isSteady();
  };
  expect(after(600)).toBe(true);
  now += 86_400_000;
  expect([after(0), after(59), after(1), after(600)]).toEqual([false, false, true, true]);
});

test('a clock that goes on jumping is not believed', async () => {
  let [now, boot] = [0, 0];
  const { isSteady } = steadyClock(() => new Date(now), () => boot);
  const believed: boolean[] = [];
  for (let jump = 1; jump <= 20; jump += 1) {
    now += (jump % 2 === 0 ? -1 : 1) * jump * 86_400_000;
    boot += 50 * minute;
    now += 50 * minute;
    believed.push(isSteady());
  }
  expect(believed.filter(Boolean)).toEqual([]);
});

test('a clock that a time server puts right by seconds, and one that drifts for months, are steady', async () => {
  let [now, boot] = [0, 0];
  const { isSteady } = steadyClock(() => new Date(now), () => boot);
  for (let hour = 0; hour < 2_000; hour += 1) {
    [now, boot] = [now + 60 * minute + 4_000, boot + 60 * minute];
    expect(isSteady()).toBe(true);
  }
});
