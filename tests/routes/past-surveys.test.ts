import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import { loader as columns, action as sayColumns } from '#app/routes/surveys.past.$stage._index.tsx';
import { action as giveUp } from '#app/routes/surveys.past.$stage.give-up.tsx';
import { loader as names, action as sayNames } from '#app/routes/surveys.past.$stage.names.tsx';
import { loader as plan, action as publish } from '#app/routes/surveys.past.$stage.plan.tsx';
import { loader as list } from '#app/routes/surveys.past._index.tsx';
import { action as bring } from '#app/routes/surveys.past.new.tsx';
import { loader as results } from '#app/routes/results.$id.full.tsx';
import { loader as questions } from '#app/routes/results.$id.questions.tsx';
import { loader as published } from '#app/routes/results._index.tsx';
import { whenRead } from '#app/services/past-surveys/past-thread.server.ts';
import { teamPage } from '#app/services/plans.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { rows, stageFile } from '#tests/support/past-surveys.ts';
import { publishWaves } from '#tests/support/published.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey } from '#tests/support/waves.ts';

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  return app;
}

const text = rows('department,OUT-01,PAY-01,Is the canteen good?', [9, 'North,4,3,2'], [9, 'South,2,4,4'], [12, 'Operations,3,3,3'], [8, 'Finance,5,2,5']);
const asked = { title: 'Survey 2024', closed: '2024-06-30' };
const files = (app: TestApp) => (existsSync(join(app.config.dataFolder, 'past')) ? readdirSync(join(app.config.dataFolder, 'past')) : []);

const stageIn = (answer: unknown) => /\/surveys\/past\/([^/]+)$/.exec((answer as Response).headers.get('location') ?? '')?.[1] ?? '';

/** Reads a page, waits for what it began, and reads it again. */
async function read<H extends (args: never) => Promise<unknown>>(app: TestApp, loader: H, stage: string) {
  await visit(app, loader, '/', { as: 'hr', params: { stage } });
  await whenRead(app);
  return (await visit(app, loader, '/', { as: 'hr', params: { stage } })) as Exclude<Awaited<ReturnType<H>>, Response>;
}

const guessed = { layout: 'wide', counted: 'rows', 'role-0': 'department', 'role-1': 'library:OUT-01', 'role-2': 'library:PAY-01', 'role-3': 'own', 'text-3': 'Is the canteen good?', 'scale-3': '1..5' };

async function brought(app: TestApp): Promise<string> {
  const stage = stageIn(await uploadTo(app, bring, { as: 'hr', files: { answers: text }, texts: asked }));
  const post = async (action: (args: never) => Promise<unknown>, form: Record<string, string>) => visit(app, action, '/', { as: 'hr', params: { stage }, form });
  await read(app, columns, stage);
  await post(sayColumns, guessed);
  await read(app, names, stage);
  await post(sayNames, {});
  await read(app, plan, stage);
  await post(publish, { do: 'publish' });
  const [one] = await app.data.pastSurveys.listed();
  if (!one) throw new Error('nothing was published');
  return one.id;
}

describe('a file', () => {
  test('comes in with its name and day', async () => {
    const app = await company();
    const stage = stageIn(await uploadTo(app, bring, { as: 'hr', files: { answers: text }, texts: asked }));
    expect(await read(app, columns, stage)).toMatchObject({ name: 'Survey 2024', standing: { step: 'columns', look: { rows: 38 } } });
  });

  test.each([
    ['without a file', {}, asked, { answers: 'file-missing' }],
    ['without a name', { answers: text }, { ...asked, title: ' ' }, { title: 'required' }],
    ['without a day', { answers: text }, { ...asked, closed: '' }, { closed: 'day' }],
    ['of a day to come', { answers: text }, { ...asked, closed: '2027-01-01' }, { closed: 'past-day-to-come' }],
  ])('%s is refused, keeps what was typed and leaves nothing behind', async (_what, sent, texts, errors) => {
    const app = await company();
    const answer = await uploadTo(app, bring, { as: 'hr', files: sent, texts });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ errors, values: texts, words: expect.any(Object) as unknown });
    expect(files(app)).toEqual([]);
  });

  test('of somebody who is not HR is refused before anything is written', async () => {
    const app = await company();
    for (const as of ['operations-1', 'north-1', 'admin']) {
      await expect(uploadTo(app, bring, { as, files: { answers: text }, texts: asked })).rejects.toMatchObject({ status: 403 });
    }
    expect(files(app)).toEqual([]);
  });

  test('that is given up is gone, and its pages lead to a new one', async () => {
    const app = await company();
    const stage = stageFile(app, text);
    await visit(app, giveUp, '/', { as: 'hr', params: { stage }, form: {} });
    expect(files(app)).toEqual([]);
    for (const loader of [columns, names, plan]) {
      const answer = (await visit(app, loader, '/', { as: 'hr', params: { stage } })) as Response;
      expect(answer.headers.get('location')).toBe('/surveys/past/new?expired');
    }
  });

  test('outside the folder is never read', async () => {
    const app = await company();
    for (const stage of ['..', '../uploads', '.', '']) {
      expect(((await visit(app, columns, '/', { as: 'hr', params: { stage } })) as Response).status, stage).toBe(302);
    }
  });
});

describe('what the columns are', () => {
  test.each([
    ['two departments', { 'role-1': 'department' }, { 'role-1': 'past-two-departments' }],
    ['no department', { 'role-0': 'leave-out' }, { 'role-0': 'past-no-department' }],
    ['one question twice', { 'role-2': 'library:OUT-01' }, { 'role-2': 'past-question-twice' }],
    ['a scale of one point', { 'scale-3': '1..1' }, { 'scale-3': 'past-scale' }],
    ['a question without words', { 'text-3': '' }, { 'text-3': 'required' }],
    ['an unknown question', { 'role-1': 'library:XXX-99' }, { 'role-1': 'past-role' }],
    ['an answer where rows are people', { 'role-3': 'answer' }, { 'role-3': 'past-only-long' }],
  ] as const)('cannot be %s', async (_what, more, errors) => {
    const app = await company();
    const stage = stageFile(app, text);
    await read(app, columns, stage);
    const answer = (await visit(app, sayColumns, '/', { as: 'hr', params: { stage }, form: { ...guessed, ...more } })) as Response;
    expect([answer.status, ((await answer.json()) as { errors: unknown }).errors]).toEqual([422, errors]);
  });

  test('comes before the departments, and they before the plan', async () => {
    const app = await company();
    const stage = stageFile(app, text);
    await read(app, columns, stage);
    const places = await Promise.all([names, plan].map(async (loader) => ((await visit(app, loader, '/', { as: 'hr', params: { stage } })) as Response).headers.get('location')));
    expect(places).toEqual([`/surveys/past/${stage}`, `/surveys/past/${stage}/names`]);
    expect(((await visit(app, publish, '/', { as: 'hr', params: { stage }, form: { do: 'publish' } })) as Response).status).toBe(422);
  });
});

describe('a past survey', () => {
  test('is read like every other, and says that it is from a file', async () => {
    const app = await company();
    const id = await brought(app);
    const full = (await visit(app, results, `/results/${id}/full`, { as: 'hr', params: { id } })) as { results: ResultsPage };
    expect(full.results).toMatchObject({ survey: { title: 'Survey 2024', past: true }, participation: { answered: 38, invited: null } });
    const page = (await visit(app, questions, `/results/${id}/questions`, { as: 'hr', params: { id } })) as { questions: QuestionsPage };
    expect(page.questions.alone.map((question) => question.text)).toEqual(['Is the canteen good?']);
    expect((await visit(app, list, '/surveys/past', { as: 'hr' }))).toMatchObject({ brought: [{ id, past: true }], waiting: [] });
  });

  test('begins the line of later surveys, and never is the latest', async () => {
    const app = await company();
    const tree = (await app.data.departments.all()).map(({ id, parentId, name }) => ({ id, parentId, name }));
    await publishWaves(app, [aClosedSurvey({ id: 'pulse-1', closed: '2026-01-20', tree, people: { north: 12, south: 9, operations: 14, finance: 9 }, seed: 1 })]);
    const id = await brought(app);
    const { surveys } = (await visit(app, published, '/results', { as: 'operations-1' })) as { surveys: readonly ClosedSurvey[] };
    expect(surveys.map((survey) => survey.id)).toEqual(['pulse-1', id]);
    const { results: page } = (await visit(app, results, '/results/pulse-1/full', { as: 'hr', params: { id: 'pulse-1' } })) as { results: ResultsPage };
    expect(page.trends[0]?.points.map(({ closed, broken }) => [closed, broken])).toEqual([['2024-06-30', 'first-wave'], ['2026-01-20', null]]);
    const operations = (await visit(app, results, '/results/pulse-1/full?department=operations', { as: 'hr', params: { id: 'pulse-1' } })) as { results: ResultsPage };
    expect(operations.results.trends[0]?.points.at(-1)?.broken).toBeNull();
  });

  test('asks nobody for a plan and is no news', async () => {
    const app = await company();
    await brought(app);
    expect((await homeOf(app, await actorFor(app, 'operations-1'))).last).toBeNull();
    const team = await teamPage(app, await actorFor(app, 'north-1'), 'en', null);
    expect(team).toMatchObject({ ok: true, value: { results: null, answerBy: null } });
    expect(await app.data.issues.all()).toEqual([]);
  });
});
