import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from '#db/dialects/sqlite-driver.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeOf } from '#db/boxes.server.ts';
import { canonical } from '#app/domain/publication/release/canonical.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { letGo, offerPaper } from '#app/services/responses.server.ts';
import { ballotPageOf } from '#app/services/publication/show-public-records.server.ts';
import { privacyChecks } from '#app/domain/privacy/privacy-report.ts';
import { checkPrivacy } from '#app/services/privacy.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-altered-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Ballots of six people, and somebody who may write to the portal's database and wants to see them one by one. */
async function withAltered(change: (manifest: Manifest) => Manifest, script = '') {
  const database = join(folder, 'murmur.sqlite');
  const app = await ballotApp({ dataFolder: folder, database });
  const { manifest } = await sealed(app, aDraft('pulse'));
  const people = (await everybody(app)).slice(0, 6);
  for (const [index, personId] of people.entries()) await castBallot(app, 'pulse', { personId, answers: { 'PAY-01': 1 + (index % 5) } });
  const db = new Database(database);
  db.prepare('update manifests set text = ?').run(canonical(change(manifest)));
  db.prepare('update ballot_pages set body = body || ?').run(script);
  db.close();
  return { app, manifest, person: people[0]! };
}

test('a smallest group lowered in the database after sealing publishes nothing and destroys nothing', async () => {
  const { app } = await withAltered((manifest) => ({ ...manifest, k: 1, questions: manifest.questions.map((question) => ({ ...question, k: 1 })) }));
  expect(await closeSurvey(app, 'pulse')).toMatchObject({ because: 'set-aside', details: { reason: 'damaged' } });
  expect(await app.data.releases.all()).toEqual([]);
  expect(existsSync(placeOf(app.config.dataFolder, 'pulse').box)).toBe(true);
});

test('a survey whose description was altered takes no paper after a start', async () => {
  const { app, person } = await withAltered((manifest) => ({ ...manifest, k: 1 }));
  await letGo(app);
  await expect(offerPaper(app, person, 'pulse')).rejects.toThrow('not the one that was sealed');
});

test('a script put into the ballot page in the database is not served', async () => {
  const untouched = await withAltered((manifest) => manifest);
  expect(await ballotPageOf(untouched.app, untouched.manifest.pages.en)).toContain('ballot');
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const { app, manifest } = await withAltered((one) => one, '<script>tell(localStorage)</script>');
  expect(await ballotPageOf(app, manifest.pages.en)).toBeNull();
});

test('a description or a release that was written over with something else is found by the privacy check, and stops none of its points', async () => {
  const database = join(folder, 'murmur.sqlite');
  const app = await ballotApp({ dataFolder: folder, database });
  for (const id of ['past', 'pulse']) await sealed(app, aDraft(id));
  for (const personId of (await everybody(app)).slice(0, 6)) await castBallot(app, 'past', { personId, answers: { 'PAY-01': 3 } });
  await closeSurvey(app, 'past');
  await letGo(app);
  const db = new Database(database);
  db.exec(`update manifests set text = '{}'; update releases set text = 'not even that'`);
  db.close();
  const { checks } = await checkPrivacy(app);
  expect(checks.map(({ id }) => id)).toEqual([...privacyChecks]);
  const failed = checks.filter(({ ok }) => !ok).map(({ id }) => id);
  expect(failed).toEqual(expect.arrayContaining(['group-size', 'manifests', 'open-surveys', 'releases', 'receipts']));
});
