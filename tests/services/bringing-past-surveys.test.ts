import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '#app/domain/publication/release/release.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { columnsOfPast, giveUpPast, pastSurveys, publishPast, sayColumns, sayNames, skipInvalidAnswers } from '#app/services/past-surveys.server.ts';
import { checkBackups } from '#app/services/privacy/check-backups.server.ts';
import { backUp } from '#app/services/installation/back-up.server.ts';
import { brokenPastSurveys, tidyPastSurveys } from '#app/services/past-surveys/keep-past-survey.server.ts';
import { adoptReleases } from '#app/services/publication.server.ts';
import { forgetOldStages, inspectStages } from '#app/services/past-surveys/stage-files.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { encoded } from '#tests/support/encodings.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { columnsOf, eachRowAPerson, namesOf, planned, planOf, rows, stageFile } from '#tests/support/past-surveys.ts';

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  return app;
}

const staged = (app: TestApp) => (existsSync(join(app.config.dataFolder, 'past')) ? readdirSync(join(app.config.dataFolder, 'past')) : []);

async function published(app: TestApp, id: string): Promise<{ release: Release; surveyId: string }> {
  const outcome = await publishPast(app, id);
  if (!outcome.ok) throw new Error(`${outcome.because} ${JSON.stringify(await planOf(app, id))}`);
  const stored = await app.data.pastSurveys.get(outcome.value);
  expect(verifyText(stored!.text).problems).toEqual([]);
  return { release: JSON.parse(stored!.text) as Release, surveyId: outcome.value };
}

const wide = rows('Department,PAY-01,Q2 Free fruit,comment', [9, 'North,4,3,x'], [7, 'South,2,5,'], [4, 'Key accounts,5,5,'], [12, 'Amber / Operations,3,2,']);

describe('a file with one row per person', () => {
  test('becomes one release outside the chain, and the file is gone', async () => {
    const app = await company();
    const { release, surveyId } = await published(app, await planned(app, wide));
    expect(release).toMatchObject({ manifest: null, previous: null, receipts: null, k: 5, counts: { ballots: 32, invited: null }, survey: { id: surveyId, closed: '2024-06-30', title: { en: 'Survey 2024' } } });
    expect(Object.keys(release.items)).toEqual(['PAY-01', expect.stringMatching(/^own-[0-9a-f]{12}$/)]);
    expect(staged(app)).toEqual([]);
    expect(await app.data.releases.all()).toEqual([]);
    expect(readFileSync(join(app.config.dataFolder, 'releases', `${surveyId}.json`), 'utf8')).toBe((await app.data.pastSurveys.get(surveyId))!.text);
  });

  test('counts small departments together by the tree of today', async () => {
    const app = await company();
    const { release } = await published(app, await planned(app, wide));
    expect(release.partitions['5']?.atoms.map(({ departments, answered }) => [[...departments].sort().join(' '), answered])).toEqual([
      ['north', 9],
      ['key-accounts south', 11],
      ['operations', 12],
    ]);
    expect(release.items['PAY-01']).toMatchObject({ points: 5, cells: { a1: [0, 0, 0, 9, 0] } });
  });

  test('counts people without a department in the company alone', async () => {
    const app = await company();
    const { release } = await published(app, await planned(app, rows('department,PAY-01', [9, 'North,4'], [8, ',2'])));
    expect(release.partitions['5']?.atoms.map(({ departments }) => departments)).toContainEqual(['amber']);
  });

  test('keeps a department that existed only then below the branch its path names', async () => {
    const app = await company();
    const id = await planned(app, rows('department,PAY-01', [9, 'North,4'], [8, 'Amber / Sales / Old team,2'], [6, 'Elsewhere,3']));
    const { release, surveyId } = await published(app, id);
    const words = (await app.data.pastSurveys.get(surveyId))!.words;
    expect(words.departments.find(({ name }) => name === 'Old team')).toMatchObject({ parentId: 'sales' });
    expect(words.departments.find(({ name }) => name === 'Elsewhere')).toMatchObject({ parentId: 'amber' });
    expect(release.partitions['5']?.departments.find(({ id: department }) => department === 'sales')?.answered).toBe(17);
  });

  test('goes where HR says a department is today', async () => {
    const app = await company();
    const id = await planned(app, rows('department,PAY-01', [9, 'North,4'], [8, 'Works,2']), { places: { Works: 'operations' } });
    expect((await published(app, id)).release.partitions['5']?.departments.map(({ id: department }) => department)).toContain('operations');
  });

  test('shows a sensitive question of the library for its own larger groups only', async () => {
    const app = await company();
    const { release } = await published(app, await planned(app, rows('department,PAY-01,MGR-01', [9, 'North,4,2'], [7, 'South,2,5'], [12, 'Operations,3,4'])));
    expect(release.items['PAY-01']?.partition).toBe('5');
    expect(release.items['MGR-01']?.partition).toBe('10');
  });

  test.each([
    ['GBK', encoded('部门,PAY-01\n', 'gb18030')],
    ['Big5', encoded('所屬部門,PAY-01\n', 'big5')],
    ['UTF-8', Buffer.from('部门,PAY-01\n')],
  ])('is read in %s', async (_name, header) => {
    const app = await company();
    const id = stageFile(app, Buffer.concat([header, Buffer.from(rows('', [9, 'North,4'], [8, 'South,2']).slice(1))]));
    const columns = await columnsOf(app, id);
    expect(columns).toMatchObject({ step: 'columns', roles: [{ as: 'department' }, { as: 'question', question: { item: 'PAY-01' } }] });
  });

  test('with answers in words gives the release of their numbers', async () => {
    const app = await company();
    const words = rows('department,PAY-02', [9, 'North,Agree'], [4, 'South,Strongly disagree'], [4, 'South,Neutral'], [3, 'South,']);
    const { release } = await published(app, await planned(app, words));
    expect(release.items['PAY-02']).toMatchObject({ kind: 'scale', points: 5 });
    expect(Object.values(release.items['PAY-02']!.cells)).toEqual([[0, 0, 0, 9, 0], [4, 0, 4, 0, 0]]);
  });

  test('makes a table by a background where HR asks for one', async () => {
    const app = await company();
    const text = rows('department,PAY-01,tenure', [9, 'North,4,<1'], [8, 'South,2,1-3'], [12, 'Operations,3,<1'], [9, 'Operations,2,1-3']);
    const id = await planned(app, text, { roles: { tenure: { as: 'cut' } } });
    expect(await planOf(app, id)).toMatchObject({ step: 'plan', plan: { cuts: [{ question: 'tenure', bands: ['<1', '1-3'] }] } });
  });
});

describe('a column that is no background', () => {
  const refusals: readonly (readonly [string, (row: number) => string, string])[] = [
    ['thirty and more values', (row) => `v${row}`, 'past-cut-too-many-values'],
    ['e-mail addresses', (row) => `p${row % 9}@amber.example`, 'past-cut-personal'],
    ['names', (row) => ['Ada Li', 'Bo Chen', 'Cleo Wang'][row % 3]!, 'past-cut-personal'],
  ];
  test.each(refusals)('makes no table: %s', async (_what, value, code) => {
    const app = await company();
    const id = stageFile(app, ['department,PAY-01,background', ...Array.from({ length: 40 }, (_, row) => `North,3,${value(row)}`), ''].join('\n'));
    const columns = await columnsOf(app, id);
    if (columns.step !== 'columns') throw new Error(columns.step);
    const roles = [...columns.roles.slice(0, 2), { as: 'cut' as const }];
    expect(await sayColumns(app, id, { layout: 'wide', roles, counting: eachRowAPerson('wide') })).toEqual({ ok: false, because: 'columns', problems: [{ at: 2, code }] });
  });

  test('is no department either where it tells most people apart', async () => {
    const app = await company();
    const id = stageFile(app, ['who,PAY-01', ...Array.from({ length: 40 }, (_, row) => `P${row},3`), ''].join('\n'));
    const columns = await columnsOf(app, id);
    if (columns.step !== 'columns') throw new Error(columns.step);
    await sayColumns(app, id, { layout: 'wide', roles: [{ as: 'department' }, columns.roles[1]!], counting: eachRowAPerson('wide') });
    expect(await namesOf(app, id)).toMatchObject({ step: 'wrong', found: { problems: [{ line: 1, column: 1, code: 'department-too-fine' }] } });
  });
});

describe('a file with one row per answer', () => {
  const long = rows('year,department,item,answer', [9, '2024,North,PAY-01,4'], [7, '2024,South,PAY-01,2'], [12, '2024,Operations,PAY-01,3'], [9, '2024,North,Is the canteen good?,1'], [9, '2024,South,Is the canteen good?,7']);

  test('gives each question groups of its own', async () => {
    const app = await company();
    const { release } = await published(app, await planned(app, long));
    expect(release.counts.ballots).toBeNull();
    expect(Object.entries(release.items).map(([id, { partition }]) => [id.slice(0, 4), partition.slice(0, 6)])).toEqual([['PAY-', '5:PAY-'], ['own-', '5:own-']]);
  });

  test('is told apart by its columns, and its questions are asked about', async () => {
    const app = await company();
    const id = stageFile(app, long);
    expect(await columnsOf(app, id)).toMatchObject({ layout: 'long', roles: [{ as: 'leave-out' }, { as: 'department' }, { as: 'item' }, { as: 'answer' }] });
  });
});

describe('what is wrong', () => {
  test('is told by line and column, without what stands there', async () => {
    const app = await company();
    const id = await planned(app, rows('department,PAY-01', [9, 'North,4'], [1, 'North,secret'], [8, 'South,2'], [1, 'South,9']));
    const plan = await planOf(app, id);
    expect(plan).toMatchObject({ step: 'wrong', found: { count: 2, skippable: 2, problems: [{ line: 11, column: 2, code: 'bad-answer', details: { lowest: '1', highest: '5' } }, { line: 20, column: 2 }] } });
    expect(JSON.stringify(plan)).not.toContain('secret');
    expect((await publishPast(app, id)).ok).toBe(false);
  });

  test('in answers can be counted as no answer', async () => {
    const app = await company();
    const id = await planned(app, rows('department,PAY-01', [9, 'North,4'], [1, 'North,n'], [8, 'South,2']));
    skipInvalidAnswers(app, id);
    expect(await planOf(app, id)).toMatchObject({ step: 'plan', plan: { invalid: 1, rows: 18 } });
  });

  test.each([
    ['nothing', '', 'empty-file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'binary-file'],
    ['four people', rows('department,PAY-01', [4, 'North,4']), 'too-few'],
  ])('is found at once in a file with %s', async (_what, content, code) => {
    const app = await company();
    expect(await columnsOf(app, stageFile(app, content))).toMatchObject({ step: 'wrong', found: { problems: [{ code }] } });
  });
});

describe('a power cut', () => {
  test('between publishing and removing leaves one release and, after the next start, no file', async () => {
    const app = await company();
    const id = await planned(app, wide);
    const doomed = { ...app, checkpoint: (step: string) => { if (step === 'past:published') throw new Error('power cut'); } };
    await expect(publishPast(doomed, id)).rejects.toThrow('power cut');
    expect(staged(app)).toEqual([id]);
    await tidyPastSurveys(app);
    expect(staged(app)).toEqual([]);
    expect((await app.data.pastSurveys.listed()).length).toBe(1);
  });

  test('between the files and the database, or an old backup, loses nothing that was published', async () => {
    const app = await company();
    const { surveyId } = await published(app, await planned(app, wide));
    const restored = await testApp({ dataFolder: app.config.dataFolder });
    expect(await adoptReleases(restored)).toEqual([]);
    await tidyPastSurveys(restored);
    expect(await restored.data.pastSurveys.get(surveyId)).toMatchObject({ ...(await app.data.pastSurveys.get(surveyId)), broughtAt: expect.any(String) });
  });

  test('takes no file in whose release was changed', async () => {
    const app = await company();
    const { surveyId } = await published(app, await planned(app, wide));
    const path = join(app.config.dataFolder, 'releases', `${surveyId}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"answered":9', '"answered":10'));
    const restored = await testApp({ dataFolder: app.config.dataFolder });
    await tidyPastSurveys(restored);
    expect(await restored.data.pastSurveys.listed()).toEqual([]);
  });
});

test('the privacy check finds a waiting file that others can read, and a release that was changed', async () => {
  const app = await company();
  await published(app, await planned(app, wide));
  const id = stageFile(app, wide.replace('x', 'y'));
  expect(inspectStages(app)).toEqual({ waiting: 1, found: [] });
  expect(await brokenPastSurveys(app)).toEqual({ n: 1, found: [] });
  for (const name of ['', id]) chmodSync(join(app.config.dataFolder, 'past', name), 0o755);
  expect(inspectStages(app).found).toEqual([`past/${id}`]);
  const [{ id: surveyId } = { id: '' }] = await app.data.pastSurveys.listed();
  writeFileSync(join(app.config.dataFolder, 'releases', `${surveyId}.json`), '{}');
  expect((await brokenPastSurveys(app)).found).toEqual([surveyId]);
});

test('a backup holds the release and its words, and no file of answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-past-backup-'));
  const app = await testApp({ database: join(folder, 'murmur.sqlite') });
  await aSmallCompany(app);
  const { surveyId } = await published(app, await planned(app, wide));
  stageFile(app, `${wide}canary,5,5,\n`);
  const made = await backUp(app.config, join(folder, 'backup'), app.now().toISOString());
  expect(made.ok).toBe(true);
  const names = readdirSync(join(folder, 'backup'), { recursive: true, encoding: 'utf8' }).sort();
  expect(names).toEqual(['SHA256SUMS', 'portal.jsonl', 'releases', join('releases', `${surveyId}.json`), join('releases', `${surveyId}.words`)]);
  expect(readFileSync(join(folder, 'backup', 'portal.jsonl'), 'utf8')).not.toContain('canary');
  expect(await checkBackups(app, [])).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true, force: true });
});

describe('a file', () => {
  test('is published once, whatever it is called the second time', async () => {
    const app = await company();
    const [one, other] = [await planned(app, wide), await planned(app, wide, { title: 'Another name' })];
    const { surveyId } = await published(app, one);
    expect(await publishPast(app, other)).toMatchObject({ ok: false, because: 'past-known' });
    expect((await columnsOfPast(app, other))).toMatchObject({ value: { standing: { step: 'known', surveyId } } });
    expect((await app.data.pastSurveys.listed()).length).toBe(1);
  });

  test('waits readable by this program alone, and for a day at most', async () => {
    const app = await company();
    const id = stageFile(app, wide);
    const folder = join(app.config.dataFolder, 'past', id);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'answers')).mode & 0o777]).toEqual([0o700, 0o600]);
    const came = app.now();
    utimesSync(join(folder, 'answers'), came, came);
    app.setNow(new Date(came.getTime() + 23 * 3_600_000).toISOString());
    await forgetOldStages(app);
    expect(staged(app)).toEqual([id]);
    app.setNow(new Date(came.getTime() + 25 * 3_600_000).toISOString());
    await forgetOldStages(app);
    expect(staged(app)).toEqual([]);
  });

  test('that is given up leaves nothing', async () => {
    const app = await company();
    const id = await planned(app, wide);
    await giveUpPast(app, id);
    expect(staged(app)).toEqual([]);
    expect(await pastSurveys(app, 'en')).toEqual({ brought: [], waiting: [] });
  });

  test('shows no answer before it is published: neither on its pages nor in its plan', async () => {
    const app = await company();
    const id = await planned(app, rows('department,PAY-01,comment', [9, 'North,4,the boss shouts'], [8, 'South,2,']));
    const seen = JSON.stringify([await columnsOf(app, id), await namesOf(app, id), await planOf(app, id)]);
    expect(seen).not.toContain('shouts');
    expect(seen).not.toContain('cells');
  });
});

describe('a long file as dirty as it is published', () => {
  test('takes two spellings for one question, and «0.0» for the code 0', async () => {
    const app = await company();
    const text = rows('Department,Question,Response', [9, 'North,learn and grow,4.0'], [9, 'North,learn & grow,3.0'], [8, 'South,learn and grow,0.0'], [8, 'South,learn and grow,2.0']);
    const id = stageFile(app, text);
    const columns = await columnsOf(app, id);
    if (columns.step !== 'columns') throw new Error(columns.step);
    await sayColumns(app, id, { ...columns, counting: eachRowAPerson('long') });
    await namesOf(app, id);
    const asked = { item: null, text: 'Learn and grow', dimension: null, points: 4, reverse: false };
    sayNames(app, id, { places: new Map(), questions: [{ ...asked, none: ['0'] }, { ...asked, none: [] }] });
    await planOf(app, id);
    const { release } = await published(app, id);
    // Two of eight complaints are moved one step, so that nobody's is certain.
    expect(Object.values(release.items).map(({ cells }) => Object.values(cells))).toEqual([[[0, 0, 9, 9], [0, 6, 2, 0]]]);
  });
});

describe('nearly the same answers', () => {
  const answer = (index: number) => `${['North', 'South', 'Operations'][index % 3]},${1 + ((index * 7) % 5)},${1 + ((index * 3) % 5)}`;
  const file = (indexes: readonly number[]) => rows('department,PAY-01,OUT-01', ...indexes.map((index) => [1, answer(index)] as [number, string]));
  const people = Array.from({ length: 60 }, (_, index) => index);

  test.each([
    ['with its rows the other way round', [...people].reverse()],
    ['without one person', people.slice(1)],
    ['without one person of each department', people.slice(3)],
  ])('are not published a second time: the file %s', async (_what, others) => {
    const app = await company();
    await published(app, await planned(app, file(people)));
    const again = await planned(app, file(others), { closed: '2025-06-30' });
    expect(await planOf(app, again)).toMatchObject({ step: 'wrong', found: { problems: [{ code: 'same-answers' }] } });
    expect(await publishPast(app, again)).toMatchObject({ ok: false, because: 'past-same' });
    expect(await app.data.pastSurveys.listed()).toHaveLength(1);
  });

  test('are not those of another year, whatever people said then', async () => {
    const app = await company();
    await published(app, await planned(app, file(people)));
    const others = people.map((index) => `${['North', 'South', 'Operations'][index % 3]},${1 + ((index * index + 3) % 5)},${1 + ((index * 11 + 2) % 4)}`);
    await published(app, await planned(app, rows('department,PAY-01,OUT-01', ...others.map((one) => [1, one] as [number, string])), { closed: '2025-06-30' }));
    expect(await app.data.pastSurveys.listed()).toHaveLength(2);
  });
});
