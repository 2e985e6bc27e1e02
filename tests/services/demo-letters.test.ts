// A survey of the demonstration shows its letters as that of any company does, though nobody is written to.
import { expect, test } from 'vitest';
import { addDays, day, type Day } from '#app/domain/kernel/day.ts';
import { noteLetters } from '#app/services/installation/demo-letters.server.ts';
import { inviteToOpenSurveys, lettersOf } from '#app/services/notifications/invite.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

const [opens, closes] = [day('2026-11-23'), day('2026-12-04')];

async function opened(): Promise<TestApp> {
  const app = await ballotApp({ now: `${opens}T10:00:00Z` });
  await sealed(app, aDraft('pulse', { opens, closes }));
  return app;
}

const shown = async (app: TestApp) => lettersOf(app, (await app.data.surveys.get('pulse'))!);

async function afterDaysOfSending(today: Day) {
  const app = await opened();
  for (let at = opens; at <= today; at = addDays(at, 1)) {
    app.setNow(`${at}T10:00:00Z`);
    await inviteToOpenSurveys(app);
  }
  return shown(app);
}

test.each([day('2026-11-24'), day('2026-12-01'), closes])('on %s the same letters are sent and planned, to as many people', async (today) => {
  const app = await opened();
  await noteLetters(app, 'pulse', today);
  app.setNow(`${today}T10:30:00Z`);
  const letters = await shown(app);
  expect(letters).toEqual(await afterDaysOfSending(today));
  expect(letters[0]).toMatchObject({ kind: 'opening', state: 'sent', people: 44 });
  expect(await app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1000 })).toEqual([]);
});
