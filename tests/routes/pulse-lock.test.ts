import { expect, test, vi } from 'vitest';
import { loader as privacy } from '#app/routes/privacy._index.tsx';
import { action as seal, loader as show } from '#app/routes/surveys.$id.seal.tsx';
import { action as create } from '#app/routes/surveys.new.tsx';
import { ballotApp } from '#tests/support/open-survey.ts';
import { aSurveyOfAmber } from '#tests/support/planning.ts';
import { publishWaves } from '#tests/support/published.ts';
import type { TestApp } from '#tests/support/app.ts';
import { visit } from '#tests/support/visit.ts';

const form = {
  template: 'pulse-core',
  'title-en': 'Winter pulse', 'title-zh-Hans': '冬季调查', 'title-zh-Hant': '冬季調查',
  'purpose-en': 'To learn', 'purpose-zh-Hans': '为了了解', 'purpose-zh-Hant': '為了了解',
  opens: '2026-12-14', closes: '2026-12-23',
};
const asHr = { as: 'hr' } as const;

/** North said clearly that its workload is too much, nobody answered, and HR has written the next pulse. */
async function withSilence(more: Readonly<Record<string, string>> = {}): Promise<{ app: TestApp; id: string; params: { id: string } }> {
  const app = await ballotApp();
  await publishWaves(app, [aSurveyOfAmber()]);
  app.setNow('2026-12-14');
  const made = (await visit(app, create, '/surveys/new', { ...asHr, form: { ...form, ...more } })) as Response;
  expect(made.status).toBe(302);
  const id = made.headers.get('location')!.split('/').at(-1)!;
  return { app, id, params: { id } };
}

const stateOf = async (app: TestApp, id: string) => (await app.data.surveys.get(id))?.state;
const overridesIn = async (app: TestApp) => (await app.data.organisation.changes()).filter(({ setting }) => setting === 'pulse-lock');

test('a core pulse is not sealed while answers are missing: the page names them, with a way to each', async () => {
  const { app, id, params } = await withSilence();
  const page = (await visit(app, show, `/surveys/${id}/seal`, { ...asHr, params })) as { missing: readonly unknown[] };
  expect(page.missing).toContainEqual({ departmentId: 'north', departmentName: 'North', dimensionId: 'workload', dimension: 'Workload', issueId: null, due: '2026-12-11' });
  const answer = (await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: {} })) as Response;
  expect([answer.status, ((await answer.json()) as { errors: unknown }).errors]).toEqual([422, { override: 'answers-missing' }]);
  expect([await stateOf(app, id), await overridesIn(app)]).toEqual(['draft', []]);
});

test('HR may ask all the same, and every employee reads why', async () => {
  const { app, id, params } = await withSilence();
  const override = 'The merger is on Monday; answers follow by January';
  const answer = (await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: { override } })) as Response;
  expect(answer.status).toBe(302);
  await vi.waitFor(async () => expect(await stateOf(app, id)).toBe('sealed'), { timeout: 100_000 });
  await vi.waitFor(async () => expect(await app.data.surveyLetters.ofSurvey(id)).toHaveLength(1), { timeout: 100_000 });
  const page = (await visit(app, privacy, '/privacy', { as: 'operations-1' })) as { overview: { log: readonly unknown[] } };
  expect(page.overview.log[0]).toMatchObject({ code: 'pulse-lock', day: '2026-12-14', from: expect.stringContaining('North'), to: override });
});

test('another survey than the core pulse is not locked, and leaves nothing in the log', async () => {
  const { app, id, params } = await withSilence({ template: 'pulse-workload' });
  const page = (await visit(app, show, `/surveys/${id}/seal`, { ...asHr, params })) as { missing: readonly unknown[] };
  expect(page.missing).toEqual([]);
  await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: { override: 'not needed' } });
  await vi.waitFor(async () => expect(await stateOf(app, id)).toBe('sealed'), { timeout: 100_000 });
  await vi.waitFor(async () => expect(await app.data.surveyLetters.ofSurvey(id)).toHaveLength(1), { timeout: 100_000 });
  expect(await overridesIn(app)).toEqual([]);
});
