// The exports of other tools, as they come: the page reads them after one page, the command line by the same guesses.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyseCommand } from '#app/cli/analyse.ts';
import { asksOf } from '#app/domain/past-surveys/asks.ts';
import type { PastRole } from '#app/domain/past-surveys/mapping.ts';
import { scaleIn } from '#app/domain/past-surveys/scale.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { publishPast, sayColumns, sayEncoding } from '#app/services/past-surveys.server.ts';
import type { PlanMade } from '#app/services/past-surveys/past-job.server.ts';
import { readResult, readStage } from '#app/services/past-surveys/stage-files.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { encoded } from '#tests/support/encodings.ts';
import { columnsOf, eachRowAPerson, planOf, rows, stageFile } from '#tests/support/past-surveys.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { counts, surveyExports } from '#tests/support/survey-exports.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-exports-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  return app;
}

/** The page reads by the same guesses; reading in threads takes its time. */
const onThePage = ['LimeSurvey in codes', 'Qualtrics', 'Microsoft Forms as a workbook', '问卷星 in texts, as GBK'];

/** The answers of the whole company, point by point. */
const totals = ({ items }: Release) => Object.values(items).map(({ cells }) => Object.values(cells).reduce((sum, cell) => cell.map((n, at) => n + (sum[at] ?? 0)), [] as number[]));

/** The release that would be published. */
async function planned(on: TestApp, id: string): Promise<Release> {
  const { columns, values } = readStage(on, id)!;
  const plan = readResult<PlanMade>(readStage(on, id)!, `plan-${columns!.revision}-${values!.revision}`);
  return JSON.parse(plan!.text) as Release;
}

/** Takes every guess and, of what is asked, the first. */
async function brought(app: TestApp, file: string | Uint8Array): Promise<{ readonly id: string; readonly asked: number }> {
  const id = stageFile(app, file);
  const columns = await columnsOf(app, id);
  if (columns.step !== 'columns') throw new Error(JSON.stringify(columns));
  const { look, asks, layout, roles } = columns;
  const { scales, words } = asksOf(look.columns, asks, roles);
  const said = await sayColumns(app, id, { layout, roles, counting: eachRowAPerson(layout) });
  if (!said.ok) throw new Error(JSON.stringify(said));
  // The names of the departments are read, and then the plan is made: nothing is asked between.
  await planOf(app, id);
  return { id, asked: scales.length + words.length };
}

async function cli(name: string, file: string | Uint8Array, args: readonly string[]) {
  const [path, out] = [join(folder, name), join(folder, `${name}.json`)];
  writeFileSync(path, file);
  const err: string[] = [];
  const code = await analyseCommand.run(['--answers', path, ...args, '--out', out], { out: () => undefined, err: (line: string) => void err.push(line.replaceAll(`${folder}/`, '')), dataFolder: folder, json: false });
  return { code, err, release: code === 0 ? (JSON.parse(readFileSync(out, 'utf8')) as Release) : null };
}

test.each(surveyExports.filter(({ what }) => onThePage.includes(what)))('$what comes in after one page', async ({ file, asked }) => {
  const app = await company();
  const { id, asked: open } = await brought(app, file);
  expect(open).toBe(asked ? 1 : 0);
  expect(await planOf(app, id)).toMatchObject({ step: 'plan', onlyThen: 0, plan: { rows: 90, invalid: 0 } });
  expect(totals(await planned(app, id))).toEqual(counts);
});

describe.each(surveyExports)('$what', ({ file, asked, questions, said = ['--one-row-per-person'] }) => {
  test('is read on the command line', async () => {
    const scales = asked ? questions.flatMap((name) => ['--scale', `${name}=${asked}`]) : [];
    const { code, err, release } = await cli('export', file, ['--guess', ...said, ...scales]);
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    expect(Object.keys(release!.items).sort()).toEqual([...questions].sort());
    expect(questions.map((name) => totals({ ...release!, items: { [name]: release!.items[name]! } })[0])).toEqual(counts);
  });
});

describe('the command line', () => {
  const codes = surveyExports[0]!;

  test('says what the page would ask, and what it read', async () => {
    const { code, err } = await cli('codes.csv', codes.file, ['--guess', '--one-row-per-person']);
    expect([code, err]).toEqual([1, codes.questions.map((name) => `codes.csv:1:${name.startsWith('PAY') ? 7 : 8}: the answers to «${name}» could be read in more than one way; say --scale '${name}=…' with the scale from the lowest answer to the highest: A1..A5 or A5..A1`)]);
    const read = await cli('texts.csv', surveyExports[1]!.file, ['--guess', '--one-row-per-person']);
    expect(read.err.slice(0, 2)).toEqual(['texts.csv: «In welcher Abteilung arbeiten Sie?» was taken for the department', expect.stringContaining('was read as Very dissatisfied | Dissatisfied')]);
  });

  test('guesses nothing unless it is told to', async () => {
    const { code, err } = await cli('team.csv', rows('team,Pay', [9, 'North,Agree'], [9, 'South,Disagree']), ['--one-row-per-person']);
    expect([code, err[0]]).toEqual([1, expect.stringContaining('there is no column «department»')]);
  });

  test('takes a scale without guessing, and a column that is not there is told', async () => {
    const text = rows('department,Pay', [9, 'North,0'], [9, 'South,4']);
    expect((await cli('zero.csv', text, ['--one-row-per-person', '--scale', 'Pay=0..4'])).release!.items['Pay']).toMatchObject({ points: 5 });
    expect((await cli('gone.csv', text, ['--one-row-per-person', '--scale', 'Payy=0..4'])).err[0]).toContain('there is no column «Payy»');
    expect((await cli('bad.csv', text, ['--one-row-per-person', '--scale', 'Pay=high'])).code).toBe(2);
  });

  test('is told the encoding where only words tell it', async () => {
    const korean = encoded(rows('department,Pay', [9, '영업부,4'], [9, '인사부,2']), 'euc-kr');
    const asked = await cli('ko.csv', korean, ['--one-row-per-person']);
    expect([asked.code, asked.err[0]]).toEqual([1, expect.stringMatching(/say --encoding .*euc-kr: .*영업부/)]);
    expect((await cli('ko.csv', korean, ['--one-row-per-person', '--encoding', 'cp949'])).release?.partitions['5']?.departments.map(({ id }) => id).sort()).toEqual(['company', '영업부', '인사부']);
  });
});

describe('a page', () => {
  test('asks for the encoding with words that several rows share, and reads the file then', async () => {
    const app = await company();
    const id = stageFile(app, encoded(rows('department,Pay,comment', [9, 'Büro,4,'], [9, 'Vertrieb Süd,2,'], [1, 'Büro,3,Müßiggang']), 'windows-1252'));
    const asked = await columnsOf(app, id);
    if (asked.step !== 'encoding') throw new Error(asked.step);
    expect(asked.offers.find(({ encoding }) => encoding === 'windows-1252')?.words).toEqual(['Büro', 'Vertrieb Süd']);
    expect(JSON.stringify(asked)).not.toContain('iggang');
    expect(sayEncoding(app, id, 'windows-1252').ok).toBe(true);
    expect(await columnsOf(app, id)).toMatchObject({ step: 'columns', roles: [{ as: 'department' }, { as: 'question' }, { as: 'leave-out' }] });
  });

  test('says how many answers to which question a button would leave out', async () => {
    const app = await company();
    const { id } = await brought(app, rows('department,Pay,Team', [30, 'North,4,5'], [30, 'South,5,1'], [2, 'South,oops,5'], [1, 'South,4,oops']));
    expect(await planOf(app, id)).toMatchObject({ step: 'wrong', found: { skippable: 3, skips: [{ item: 'Pay', n: 2 }, { item: 'Team', n: 1 }] } });
  });

  test('reads a question with points that were given to its words by hand', async () => {
    const app = await company();
    const id = stageFile(app, rows('department,Lohn', ...['North', 'South', 'Operations'].flatMap((team) => ['prima', 'mies', 'geht'].map((word) => [5, `${team},${word}`] as const))));
    const columns = await columnsOf(app, id);
    if (columns.step !== 'columns') throw new Error(columns.step);
    const { points, none, scale } = scaleIn('mies | geht | prima')!;
    const roles: PastRole[] = [columns.roles[0]!, { as: 'question', question: { item: null, text: 'Lohn', dimension: null, reverse: false, points, none, scale } }];
    await sayColumns(app, id, { layout: 'wide', roles, counting: eachRowAPerson('wide') });
    // The departments are read, and then the plan is made.
    await planOf(app, id);
    expect(await planOf(app, id)).toMatchObject({ step: 'plan' });
    const published = await publishPast(app, id);
    const stored = published.ok ? await app.data.pastSurveys.get(published.value) : null;
    expect(totals(JSON.parse(stored!.text) as Release)).toEqual([[15, 15, 15]]);
    expect(stored!.words.questions[0]).toMatchObject({ labels: [{ en: 'mies' }, { en: 'geht' }, { en: 'prima' }] });
  });
});
