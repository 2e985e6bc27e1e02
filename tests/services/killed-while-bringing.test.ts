// A portal that dies while HR brings a language or takes it away: employees are never asked in words of which nobody was told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { letGo } from '#app/services/responses.server.ts';
import { newStage } from '#app/services/organisation/stage-files.server.ts';
import { removeTongue, takeTongue } from '#app/services/surveys/bring-tongue.server.ts';
import { hashOf, sentencesField } from '#app/services/surveys/look-at-tongue.server.ts';
import { spokenTongues } from '#app/services/surveys/tongues.server.ts';
import { writeTongue } from '#app/text/tongue/po-file.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { killedAt } from '#tests/support/killed-at.ts';
import { writePages } from '#tests/support/open-survey.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const appOn = (folder: string): Promise<TestApp> => testApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: join(folder, 'build') });
const po = (title: string): Buffer => writeTongue({ tongue: 'it', reviewed: false, said: new Map([['ballot/pageTitle', title]]) });

function brought(app: TestApp, bytes: Buffer): readonly [stage: string, hash: string] {
  const { id, folder } = newStage(app);
  writeFileSync(join(folder, sentencesField), bytes);
  return [id, hashOf(bytes)];
}

async function take(app: TestApp, [stage, hash]: readonly [string, string]): Promise<void> {
  expect(await takeTongue(app, await actorFor(app, 'hr'), stage, { tongue: 'it', hash, reviewed: false })).toEqual({ ok: true, value: 'it' });
}

/** A company that speaks Italian, with another file that waits. */
async function speaking(): Promise<{ readonly folder: string; readonly waiting: readonly [string, string] }> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-killed-'));
  folders.push(folder);
  writePages(join(folder, 'build'));
  const app = await appOn(folder);
  await aSmallCompany(app);
  await app.data.organisation.save({ name: 'Amber', languages: ['en'], language: 'en', k: 5, created: '2026-11-01', timeZone: 'UTC' });
  await take(app, brought(app, po('Sondaggio')));
  const waiting = brought(app, po('Indagine'));
  await letGo(app);
  await app.data.close();
  return { folder, waiting };
}

const title = (app: TestApp): string | undefined => spokenTongues(app).find(({ tongue }) => tongue === 'it')?.said.get('ballot/pageTitle');
const chosenIn = async (app: TestApp) => (await app.data.organisation.get())!.tongues ?? [];
const told = async (app: TestApp): Promise<string[]> => (await app.data.organisation.changes()).map(({ setting }) => setting).filter((setting) => setting.startsWith('tongue-'));

test('what the database does not take changes no words and takes none away', async () => {
  const { folder, waiting: [stage, hash] } = await speaking();
  const [app, full] = [await appOn(folder), new Error('database or disk is full')];
  const hr = await actorFor(app, 'hr');
  const failing: TestApp = { ...app, checkpoint: (step) => { if (step === 'tongue:noted') throw full; } };
  await expect(takeTongue(failing, hr, stage, { tongue: 'it', hash, reviewed: false })).rejects.toThrow(full);
  expect([title(app), await told(app), await chosenIn(app)]).toEqual(['Sondaggio', ['tongue-brought'], ['it']]);
  await expect(removeTongue(failing, hr, 'it')).rejects.toThrow(full);
  expect([title(app), await told(app), await chosenIn(app)]).toEqual(['Sondaggio', ['tongue-brought'], ['it']]);
  await take(app, [stage, hash]);
  expect([title(app), (await told(app)).length]).toEqual(['Indagine', 2]);
  await letGo(app);
}, 120_000);

test.each([
  ['tongue:noted', 'Sondaggio', 1, 2],
  ['tongue:told', 'Sondaggio', 2, 3],
])('killed at %s, its words stay as they were, and pressed again they are told and taken', async (step, stays, before, after) => {
  const { folder, waiting } = await speaking();
  expect(killedAt(step, folder, 'tongue', ...waiting)).toEqual([]);
  const app = await appOn(folder);
  expect([title(app), (await told(app)).length]).toEqual([stays, before]);
  await take(app, waiting);
  expect([title(app), (await told(app)).length, await chosenIn(app)]).toEqual(['Indagine', after, ['it']]);
  await letGo(app);
}, 120_000);

test.each([
  ['tongue:noted', ['it']],
  ['tongue:told', []],
])('killed at %s while it is taken away, it is there until it was told, and pressed again it is gone', async (step, chosen) => {
  const { folder } = await speaking();
  expect(killedAt(step, folder, 'no-tongue')).toEqual([]);
  const app = await appOn(folder);
  expect([title(app), await chosenIn(app)]).toEqual(['Sondaggio', chosen]);
  expect((await removeTongue(app, await actorFor(app, 'hr'), 'it')).ok).toBe(true);
  expect([title(app), await chosenIn(app)]).toEqual([undefined, []]);
  expect(await told(app)).toContain('tongue-removed');
  await letGo(app);
}, 120_000);
