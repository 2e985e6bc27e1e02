// Long work stands in the database: how far it is, who ordered it, why it did not end. A stop leaves it there, and the next start goes on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { letGo } from '#app/services/responses.server.ts';
import { changeDraft } from '#app/services/surveys/compose-draft.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import { resumeForecasts, resumeSealing, sealingOf, startSealing, stopWork } from '#app/services/publication.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aDraft, aDraftWithTable } from '#tests/support/drafts.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';

const folders: string[] = [];
const firstPage = { departmentId: null, find: '', page: 1 };

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): { dataFolder: string; database: string; buildFolder: string } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-jobs-'));
  folders.push(dataFolder);
  return { dataFolder, database: join(dataFolder, 'murmur.sqlite'), buildFolder: join(dataFolder, 'build') };
}

/** Stopped as by a signal; then as after the next start, on the same folder. */
async function startedAgain(app: TestApp, place: ReturnType<typeof aFolder>, now?: string): Promise<TestApp> {
  await stopWork(app);
  await letGo(app);
  return testApp({ ...place, ...(now && { now }) });
}

async function withPages(place: ReturnType<typeof aFolder>): Promise<TestApp> {
  const { writePages } = await import('#tests/support/stand-in-pages.ts');
  writePages(place.buildFolder);
  return ballotApp(place);
}

const pending = async (app: TestApp) => {
  app.setNow('2026-12-31');
  return (await app.data.journal.pendingBefore(app.today())).map(({ text }) => text).join('\n');
};

test('a sealing that a stop interrupted goes on in the name of whoever ordered it', async () => {
  const place = aFolder();
  const app = await withPages(place);
  await app.data.surveys.add(aDraft('pulse'));
  const started = await startSealing(app, 'pulse', { name: 'Hester' });
  if (!started.ok) throw new Error(started.because);
  const ended = expect(started.value.sealed).rejects.toThrow(/stopped meanwhile/);
  const again = await startedAgain(app, place);
  await ended;
  expect(await again.data.surveys.get('pulse')).toMatchObject({ state: 'draft' });
  expect(await sealingOf(again, 'pulse')).toMatchObject({ progress: { of: expect.any(Number) }, failure: null });
  await resumeSealing(again);
  expect(await again.data.surveys.get('pulse')).toMatchObject({ state: 'sealed' });
  expect(await sealingOf(again, 'pulse')).toEqual({ progress: null, failure: null });
  expect(await pending(again)).toContain('Hester');
}, 120_000);

test('a sealing that cannot go on any more says why where it began, until the draft is changed', async () => {
  const place = aFolder();
  const app = await withPages(place);
  await app.data.surveys.add(aDraft('pulse'));
  await app.data.surveyJobs.save({ surveyId: 'pulse', kind: 'seal', state: 'running', failure: null, orderedBy: 'Hester' });
  app.setNow('2026-11-24');
  await resumeSealing(app);
  expect(await sealingOf(app, 'pulse')).toEqual({ progress: null, failure: 'opens-in-the-past' });
  // It is no matter of waiting.
  await resumeSealing(app);
  expect(await sealingOf(app, 'pulse')).toEqual({ progress: null, failure: 'opens-in-the-past' });
  const { title, purpose } = aDraft('pulse');
  const changed = await changeDraft(app, 'pulse', { title, purpose, opens: '2026-11-25', closes: '2026-11-30', programme: null, questions: ['PAY-01'], cuts: [] } as never);
  if (changed.ok) expect(await sealingOf(app, 'pulse')).toEqual({ progress: null, failure: null });
}, 120_000);

test('how far a sealing is can be read by another process', async () => {
  const place = aFolder();
  const app = await withPages(place);
  // Enough keys that the other process looks while they are made.
  const teams = Array.from({ length: 24 }, (_, at) => `team-${at}`);
  await app.data.departments.saveAll(teams.map((id, at) => aDepartment(id, { parentId: 'amber', name: id, position: at + 20 })));
  await app.data.people.saveAll(teams.flatMap((departmentId) => Array.from({ length: 10 }, (_, at) => aPerson(`${departmentId}-${at}`, { departmentId }))));
  await app.data.surveys.add(aDraft('pulse'));
  const started = await startSealing(app, 'pulse');
  if (!started.ok) throw new Error(started.because);
  const other = await testApp(place);
  await expect.poll(async () => (await sealingOf(other, 'pulse')).progress?.done, { timeout: 100_000, interval: 5 }).toBeGreaterThan(0);
  await started.value.sealed;
  expect(await sealingOf(other, 'pulse')).toEqual({ progress: null, failure: null });
}, 120_000);

test('a forecast that a stop interrupted is worked out after the next start, and kept', async () => {
  const place = aFolder();
  const app = await withPages(place);
  const draft = aDraftWithTable('pulse');
  await app.data.surveys.add(draft);
  const first = await planOf(app, draft, firstPage);
  expect(first.ok && first.value.forecast?.failure).toBeNull();
  // As a stop leaves it, wherever it was just now.
  await app.data.forecasts.remove('pulse');
  await app.data.surveyJobs.save({ surveyId: 'pulse', kind: 'forecast', state: 'running', failure: null });
  const again = await startedAgain(app, place);
  await resumeForecasts(again);
  await expect.poll(() => again.data.surveyJobs.get('pulse', 'forecast'), { timeout: 100_000 }).toBeNull();
  const plan = await planOf(again, draft, firstPage);
  expect(plan.ok && plan.value.forecast).toMatchObject({ failure: null, cuts: [expect.objectContaining({ question: 'tenure' })] });
}, 120_000);

test('a forecast that fails says so on the page, keeps nothing away, and is not begun again by looking', async () => {
  const place = aFolder();
  const app = await withPages(place);
  const draft = aDraftWithTable('pulse');
  // As a program with a fault might have stored it.
  const questions = draft.definition.questions.map((question) => (question.kind === 'background' ? { ...question, options: [null as never] } : question));
  const broken = { ...draft, definition: { ...draft.definition, questions } };
  await app.data.surveys.add(broken);
  const look = async () => {
    const plan = await planOf(app, broken, firstPage);
    if (!plan.ok) throw new Error(plan.because);
    return plan.value.forecast;
  };
  await expect.poll(look, { timeout: 100_000 }).toEqual({ participation: 0.65, cuts: null, failure: 'fault' });
  await expect.poll(() => app.data.surveyJobs.get('pulse', 'forecast'), { timeout: 100_000 }).toMatchObject({ state: 'failed', failure: 'fault' });
  expect(app.logged.filter((line) => line.includes('could not be forecast'))).toHaveLength(1);
}, 120_000);
