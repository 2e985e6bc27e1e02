// Every check of the self-test sees what it is there for: an installation is broken in one way, and exactly that is found.
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOf, type BoxPlace } from '#db/boxes.server.ts';
import { privacyCheck } from '#app/cli/privacy.ts';
import { privacyChecks } from '#app/domain/privacy/privacy-report.ts';
import { forbiddenColumns, pathsToBoxes } from '#app/domain/responses/traces.ts';
import { letGo } from '#app/services/responses.server.ts';
import { checkClosedSurveys } from '#app/services/privacy/check-closed-surveys.server.ts';
import { strays, talkativeLogs } from '#app/services/privacy/find-strays.server.ts';
import { checkPrivacyOnce, latestPrivacyReport } from '#app/services/privacy.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { inspectOpenSurveys } from '#app/services/publication/inspect-open-surveys.server.ts';
import { releaseFiles } from '#app/services/publication/show-public-records.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { saidOf } from '#app/text/privacy-check.ts';
import { textOf } from '#app/text/text.ts';
import type { TestApp } from '#tests/support/app.ts';
import { overwrite, withoutPapers } from '#tests/support/box-records.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';

const timeLimit = 120_000;

async function anInstallation(): Promise<{ app: TestApp; place: BoxPlace }> {
  const app = await ballotApp();
  await sealed(app, aDraft('past'));
  await sealed(app, aDraft('pulse'));
  for (const personId of (await everybody(app)).slice(0, 6)) {
    await castBallot(app, 'past', { personId, answers: { 'PAY-01': 3 } });
    await castBallot(app, 'pulse', { personId, answers: { 'PAY-01': 4 } });
  }
  await closeSurvey(app, 'past');
  await letGo(app);
  return { app, place: placeOf(app.config.dataFolder, 'pulse') };
}

test('an installation as the program makes it holds in every point, and every point is said in three languages', async () => {
  const { app } = await anInstallation();
  expect(latestPrivacyReport(app)).toBeNull();
  const [report, other] = await Promise.all([checkPrivacyOnce(app), checkPrivacyOnce(app)]);
  expect(other).toBe(report);
  expect(latestPrivacyReport(app)).toBe(report);
  // What the machine below the test is like is looked at in tests/services/disks.test.ts.
  const ofTheMachine = /^(disk-|swap)/;
  expect(report.checks.filter(({ id, ok }) => !ok && !ofTheMachine.test(id))).toEqual([]);
  expect(report.checks.map(({ id }) => id)).toEqual([...privacyChecks]);
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    for (const check of report.checks) for (const ok of [true, false]) expect(saidOf(textOf(language), { ...check, ok })).not.toMatch(/\{|^[\w-]+$/);
  }
}, timeLimit);

/** The same bytes, but one record of noise is not on the disk: zeros that nobody wrote. */
function withHoles(path: string): void {
  const size = statSync(path).size;
  truncateSync(path, 8192 * 20);
  truncateSync(path, size);
}

const kinds = ['folders', 'files', 'slots', 'papers', 'roll', 'keys', 'standing'] as const;
type Kind = (typeof kinds)[number];

const damages: readonly (readonly [string, Kind | 'files slots', (place: BoxPlace) => void])[] = [
  ['a folder that others may open', 'folders', ({ folder }) => chmodSync(folder, 0o755)],
  ['a journal beside the box', 'files', ({ box }) => writeFileSync(`${box}-journal`, '', { mode: 0o600 })],
  ['a list that others may read', 'files', ({ people }) => chmodSync(people, 0o644)],
  ['a second name of the box', 'files', ({ box, folder }) => linkSync(box, `${folder}/../../copy`)],
  ['blocks that were never written', 'files slots', ({ box }) => withHoles(box)],
  ['a slot too many', 'slots', ({ box }) => appendFileSync(box, randomBytes(8192))],
  ['a slot too few', 'slots', ({ box }) => truncateSync(box, statSync(box).size - 8192)],
  ['a record that is neither a ballot nor noise', 'slots', ({ box }) => overwrite(box, 8192, Buffer.alloc(8192, 'said in plain words '))],
  ['a ballot without a paper', 'papers', (place) => withoutPapers(place)],
  ['an invented name', 'roll', ({ people }) => writeFileSync(people, readFileSync(people, 'utf8').replaceAll('Person', 'Nobody'))],
  ['a person struck off', 'roll', ({ people }) => writeFileSync(people, readFileSync(people, 'utf8').replace(/\["north-1",\d+\],?/, ''))],
  ['a key that is gone', 'keys', ({ keys }) => rmSync(join(keys, 'box.pem'))],
  ['a key that others may read', 'keys', ({ keys }) => chmodSync(join(keys, 'box.pem'), 0o644)],
  ['a strange file beside the keys', 'keys', ({ keys }) => writeFileSync(join(keys, 'copy.pem'), '')],
  ['a folder without a survey', 'standing', ({ folder }) => mkdirSync(`${folder}-other`, { mode: 0o700 })],
];

test('each damage to an open survey is found, and nothing else beside it', async () => {
  const { app } = await anInstallation();
  for (const [what, kind, damage] of damages) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-damaged-'));
    cpSync(app.config.dataFolder, dataFolder, { recursive: true });
    damage(placeOf(dataFolder, 'pulse'));
    const findings = await inspectOpenSurveys({ ...app, config: { ...app.config, dataFolder } });
    expect(kinds.filter((one) => findings[one].length > 0), what).toEqual(kind.split(' '));
    rmSync(dataFolder, { recursive: true });
  }
}, timeLimit);

test('keys and rolls outside their places are found, and logs that speak of ballots', async () => {
  const { app, place } = await anInstallation();
  const { dataFolder } = app.config;
  const { secrets } = await inspectOpenSurveys(app);
  expect(await strays(dataFolder, secrets)).toEqual([]);
  copyFileSync(join(place.keys, 'box.pem'), join(dataFolder, 'forgotten'));
  mkdirSync(join(dataFolder, 'old'));
  copyFileSync(place.people, join(dataFolder, 'old', 'roll'));
  expect(await strays(dataFolder, secrets)).toEqual(['forgotten', 'old/roll']);
  writeFileSync(join(dataFolder, 'quiet.log'), 'GET /results 200');
  writeFileSync(join(dataFolder, 'proxy.log'), '192.0.2.1 POST /box/pulse 204');
  expect(await talkativeLogs(dataFolder)).toEqual({ logs: 2, found: ['proxy.log'] });
});

test('a release or a list of receipts that was changed afterwards is found', async () => {
  const { app } = await anInstallation();
  const failing = async () => (await checkClosedSurveys(app)).filter(({ ok }) => !ok).map(({ id, details }) => `${id} ${details['found']}`);
  const files = releaseFiles(app, 'past');
  writeFileSync(files.receipts, `${'0'.repeat(64)}\n`);
  expect(await failing()).toEqual(['receipts past']);
  writeFileSync(files.release, '{}');
  mkdirSync(placeOf(app.config.dataFolder, 'past').folder);
  expect(await failing()).toEqual(['closed-surveys past', 'releases past', 'receipts past']);
});

test('a schema with a trace of ballots or a way from a person to a survey is found', () => {
  const column = (name: string, more = {}) => ({ name, text: true, numbersItself: false, ...more });
  const table = (name: string, ...columns: ReturnType<typeof column>[]) => ({ name, columns });
  const traced = table('visits', column('ip'), column('position', { text: false, numbersItself: true }), column('day'));
  expect(forbiddenColumns([traced, table('people', column('name'))])).toEqual(['visits.ip', 'visits.position']);
  const joined = table('answers_of', column('person_id'), column('survey_id'));
  expect(pathsToBoxes([joined, table('letters', column('survey_id'), column('people', { text: false }))])).toEqual(['answers_of']);
});

test('a folder without an installation is an empty report and no failure', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-empty-'));
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: () => undefined, dataFolder, json: true };
  expect(await privacyCheck.run([], io)).toBe(0);
  expect(JSON.parse(lines.join(''))).toEqual({ ok: true, checks: [] });
  expect(await privacyCheck.run(['--language', 'fr'], io)).toBe(2);
  rmSync(dataFolder, { recursive: true });
});
