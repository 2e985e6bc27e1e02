// A large people file is compared and imported by a thread, whole or not at all, while others go on reading and writing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { beginImport, cameOf, problemLines, reviewStage, takeStand, type ImportReview } from '#app/services/organisation/import-staged.server.ts';
import { newStage, stagedFiles } from '#app/services/organisation/stage-files.server.ts';
import { askForLink } from '#app/services/access.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function anApp(): Promise<TestApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-staged-'));
  folders.push(dataFolder);
  const app = await testApp({ dataFolder, database: join(dataFolder, 'murmur.sqlite') });
  await aSmallCompany(app);
  return app;
}

function stageWith(app: TestApp, rows: readonly string[]): string {
  const { id, folder } = newStage(app);
  writeFileSync(join(folder, 'people'), `employee_id,name,email,department\n${rows.join('\n')}\n`);
  return id;
}

const many = (email = (at: number) => `p${at}@amber.example`) => Array.from({ length: 3_000 }, (_, at) => `E${at},Person ${at} with a name,${email(at)},Amber / Team ${at % 30}`);
async function reviewed(app: TestApp, stage: string): Promise<ImportReview> {
  const review = await reviewStage(app, stage, 60_000);
  if (!review || 'running' in review) throw new Error('no review');
  return review;
}

const others = ['hr,Person hr,hr@amber.example,Amber / Finance', 'north-1,Person north-1,north-1@amber.example,Amber / Sales'];

test('what a thread compares and imports is what was in the file, and others read and write meanwhile', async () => {
  const app = await anApp();
  const stage = stageWith(app, [...others, ...many()]);
  const review = await reviewed(app, stage);
  expect(review).toMatchObject({ people: 3_002, problemCount: 0, difference: { joined: { count: 3_000 }, left: { count: 42 } } });
  expect(review.difference!.joined.first).toHaveLength(100);
  const importing = beginImport(app, await actorFor(app, 'hr'), stage);
  expect(takeStand(app, stage)).toEqual({ state: 'running' });
  await askForLink(app, 'hr@amber.example', '/');
  expect((await app.data.people.get('hr'))?.leftOn).toBeNull();
  await importing;
  expect(cameOf(app, stage)?.counts.slice(0, 2)).toEqual([3_000, 42]);
  // Whoever clicked twice, or goes back and sends it again, is told of the same import.
  expect(await beginImport(app, await actorFor(app, 'hr'), stage)).not.toBe(false);
  expect([takeStand(app, stage)?.state, takeStand(app, stage)?.state]).toEqual(['ended', 'ended']);
  expect([cameOf(app, stage)?.counts.slice(0, 2), await stagedFiles(app, stage), await app.data.people.count()]).toEqual([[3_000, 42], null, 3_002]);
  expect((await app.data.letters.counts()).waiting).toBe(1);
}, 60_000);

test('a dry run that outlasts the page goes on by itself, says how far it is, and is compared anew only where something changed', async () => {
  const app = await anApp();
  const stage = stageWith(app, [...others, ...many()]);
  expect(await reviewStage(app, stage, 0)).toEqual({ running: true, done: null });
  const seen = new Set<unknown>();
  await expect.poll(async () => {
    const review = await reviewStage(app, stage, 0);
    if (review && 'running' in review) seen.add(review.done);
    return review !== null && !('running' in review);
  }, { timeout: 50_000, interval: 1 }).toBe(true);
  expect([...seen].every((done) => done === null || done === 'read' || done === 'compared')).toBe(true);
  expect(seen).toContain('read');
  const first = await reviewed(app, stage);
  expect(await reviewed(app, stage)).toBe(first);
  await app.data.people.save({ ...(await app.data.people.get('hr'))!, name: 'Somebody else' });
  expect(await reviewed(app, stage)).not.toBe(first);
}, 60_000);

test('a large file with one problem changes nothing, and the problem is named by its line', async () => {
  const app = await anApp();
  const rows = many().map((row, at) => (at === 2_500 ? row.replace(/,Person[^,]*,/, ',,') : row));
  const stage = stageWith(app, [...others, ...rows]);
  await beginImport(app, await actorFor(app, 'hr'), stage);
  expect(takeStand(app, stage)).toMatchObject({ state: 'ended', outcome: { imported: false } });
  expect(await reviewed(app, stage)).toMatchObject({ problemCount: 1, badRows: 1, stopped: false, problems: [{ line: 2_504, column: 'name' }] });
  expect(await app.data.people.count()).toBe(44);
}, 60_000);

test('an import that breaks off is told, nothing of it is written, and it can be tried again', async () => {
  const app = await anApp();
  const stage = stageWith(app, [...others, ...many()]);
  const hr = await actorFor(app, 'hr');
  // No thread can open this database.
  const broken = { ...app, config: { ...app.config, database: join(app.config.dataFolder, 'nowhere', 'x', '\0') } };
  await beginImport(broken, hr, stage);
  expect(takeStand(app, stage)).toEqual({ state: 'failed' });
  expect([await app.data.people.count(), app.logged.length]).toEqual([44, 1]);
  await beginImport(app, hr, stage);
  expect(cameOf(app, stage)?.imported).toBe(true);
}, 60_000);

test('the lines with problems of a large file are listed by a thread, as they are of a small one', async () => {
  const app = await anApp();
  const [large, small] = [stageWith(app, [...many(), 'E9,Twice,,Amber']), stageWith(app, ['E9,Person 9 with a name,p9@amber.example,Amber / Team 9', 'E9,Twice,,Amber'])];
  const linesOf = async (stage: string) => ((await problemLines(app, 'en', stage)) ?? '').trim().split('\r\n').map((line) => line.replace(/\b\d{1,4}\b/g, '#'));
  expect(await linesOf(large)).toEqual(await linesOf(small));
  expect(await linesOf(small)).toHaveLength(2);
  expect(await problemLines(app, 'en', 'gone')).toBeNull();
}, 60_000);
