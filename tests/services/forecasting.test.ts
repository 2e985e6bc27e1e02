import { expect, test, vi } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Forecast } from '#app/domain/publication/cuts/cut-preview.ts';
import type { CutWish } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { said } from '#tests/support/drafts.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

const table = (question: string, scope = 'company'): CutWish => ({ question, scope, items: null });

async function drafted(app: TestApp, cuts: readonly CutWish[]): Promise<string> {
  const wishes = { template: 'pulse-core', title: said('Pulse'), purpose: said('To learn'), opens: day('2026-11-22'), closes: day('2026-12-04'), further: [], pair: null, cuts };
  const draft = await createDraft(app, await actorFor(app, 'hr'), wishes);
  if (!draft.ok) throw new Error(draft.because);
  return draft.value.id;
}

/** What the page about a draft tells now. */
async function told(app: TestApp, id: string): Promise<Forecast | null> {
  const plan = await planOf(app, (await app.data.surveys.get(id))!, { departmentId: null, find: '', page: 1 });
  if (!plan.ok) throw new Error(plan.because);
  return plan.value.forecast;
}

/** Looked at again until it is worked out, as the page does. */
const workedOut = (app: TestApp, id: string): Promise<Forecast> =>
  vi.waitFor(
    async () => {
      const forecast = await told(app, id);
      expect(forecast?.cuts).not.toBeNull();
      return forecast!;
    },
    { timeout: 100_000 },
  );

test('a draft without tables has no forecast', async () => {
  const app = await ballotApp();
  expect(await told(app, await drafted(app, []))).toBeNull();
});

test('a table of the company will probably be published, one of a small division will not; looked at again it says the same', async () => {
  const app = await ballotApp();
  const id = await drafted(app, [table('hours', 'sales'), table('hours')]);
  const forecast = await workedOut(app, id);
  expect(forecast.participation).toBe(0.65);
  expect(forecast.cuts!.map(({ scope, why }) => [scope, why])).toEqual([['sales', 'too-few'], ['company', null]]);
  expect(await told(app, id)).toEqual(forecast);
});

test('two drafts have a forecast each', async () => {
  const app = await ballotApp();
  const [one, other] = [await drafted(app, [table('hours')]), await drafted(app, [table('pattern')])];
  const both = await Promise.all([workedOut(app, one), workedOut(app, other)]);
  expect(both.map(({ cuts }) => cuts!.map(({ question }) => question))).toEqual([['hours'], ['pattern']]);
});

test('after a survey with results as many are taken to answer as then, rounded down to five per cent', async () => {
  const app = await ballotApp();
  const before = await drafted(app, []);
  expect((await sealSurvey(app, before)).ok).toBe(true);
  await rehearse(app, before, (await everybody(app)).slice(0, 40).map((personId) => ({ personId, answers: { 'PAY-01': 3 } })));
  expect((await closeSurvey(app, before)).ok).toBe(true);
  expect((await workedOut(app, await drafted(app, [table('hours')]))).participation).toBe(0.9);
}, 60_000);

test('where too few would answer for any result the forecast says so instead of naming tables', async () => {
  const app = await ballotApp();
  const id = await drafted(app, [table('hours')]);
  for (const person of (await app.data.people.current()).slice(8)) await app.data.people.save({ ...person, leftOn: app.today() });
  const first = await drafted(app, []);
  expect((await sealSurvey(app, first)).ok).toBe(true);
  await rehearse(app, first, (await everybody(app)).slice(0, 2).map((personId) => ({ personId, answers: { 'PAY-01': 3 } })));
  expect((await closeSurvey(app, first)).ok).toBe(true);
  expect(await workedOut(app, id)).toEqual({ participation: 0.25, cuts: [], failure: null });
}, 60_000);
