import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { placeOf, readPeople } from '#db/boxes.server.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { hashOf } from '#app/domain/publication/release/canonical.ts';
import { offerPaper } from '#app/services/responses.server.ts';
import { closeSurvey, planSealing, progressOf, sealSurvey, startSealing } from '#app/services/publication.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { recordsOf } from '#tests/support/box-records.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

const today = day('2026-11-22');

test('sealing freezes roll, blocks, keys and pages in one canonical text with the survey\'s fingerprint', async () => {
  const app = await ballotApp();
  const { manifest, hash } = await sealed(app, aDraft('pulse'));
  const stored = (await app.data.manifests.ofSurvey('pulse'))!;
  expect(stored.hash).toBe(hash);
  const [description = ''] = stored.text.split('\n');
  expect(hashOf(JSON.parse(description))).toBe(hash);
  expect(createHash('sha256').update(description).digest('hex')).toBe(hash);
  expect(await app.data.surveys.get('pulse')).toMatchObject({ state: 'sealed', manifestHash: hash });
  expect(manifest.blocks.map(({ invited }) => invited).reduce((sum, invited) => sum + invited)).toBe(44);
  expect(manifest.blocks.every(({ invited }) => invited >= 8)).toBe(true);
  expect(new Set(manifest.blocks.map(({ key }) => key)).size).toBe(manifest.blocks.length);
  for (const { key, names } of manifest.blocks) expect([key, names].map((hash) => Buffer.from(hash, 'base64url').length)).toEqual([32, 32]);
  expect(Buffer.from(manifest.box, 'base64url')).toHaveLength(65);
  for (const page of Object.values(manifest.pages)) expect(await app.data.ballotPages.get(page)).not.toBeNull();
});

test('the box has two slots of noise for each invited person and some to spare, in the prescribed form', async () => {
  const app = await ballotApp();
  const { manifest } = await sealed(app, aDraft('pulse'));
  const { box, roll, people, folder } = placeOf(app.config.dataFolder, 'pulse');
  expect(readdirSync(folder).sort()).toEqual(['box', 'keys', 'manifest.json', 'people.json', 'roll']);
  expect(statSync(box).size).toBe((2 * 44 + 9 * manifest.blocks.length) * 8192);
  expect(statSync(roll).size).toBe(2 * 44 * 64);
  // Every block of the disk was written: neither holes nor blocks that are only promised.
  for (const path of [box, roll]) expect(statSync(path).blocks * 512).toBeGreaterThanOrEqual(statSync(path).size);
  // Noise does not get smaller, and no record is there twice.
  for (const path of [box, roll]) expect(gzipSync(readFileSync(path)).length).toBeGreaterThan(statSync(path).size);
  expect(new Set(recordsOf(box, 8192).map((record) => record.toString('latin1'))).size).toBe(statSync(box).size / 8192);
  expect(Object.keys(JSON.parse(readFileSync(people, 'utf8')) as object)).toEqual(['blocks', 'people']);
});

test('the place at which papers are noted is another for each survey, and tells nobody\'s letter or department', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await sealed(app, aDraft('other'));
  const orders = ['pulse', 'other'].map((id) => readPeople(placeOf(app.config.dataFolder, id).people).people.map(({ person }) => person));
  expect([...orders[0]!].sort()).toEqual([...orders[1]!].sort());
  expect(orders[0]).not.toEqual(orders[1]);
  expect(orders[0]).not.toEqual([...orders[0]!].sort());
});

test('the plan names the blocks that sealing makes', async () => {
  const app = await ballotApp();
  await app.data.surveys.add(aDraft('pulse'));
  await app.data.people.save(aPerson('nowhere'));
  const plan = await planSealing(app, 'pulse');
  if (!plan.ok) throw new Error(plan.because);
  expect(plan.value.plan.withoutDepartment).toBe(1);
  expect(plan.value.plan.invited).toHaveLength(44);
  const outcome = await sealSurvey(app, 'pulse');
  if (!outcome.ok) throw new Error(outcome.because);
  expect(outcome.value.manifest.blocks.map(({ departments, invited }) => ({ departments, invited }))).toEqual(
    plan.value.plan.blocks.map(({ departments, invited }) => ({ departments, invited })),
  );
});

test('too small an audience is refused with the number of people missing', async () => {
  const app = await ballotApp();
  const gone = (await app.data.people.current()).slice(0, 41).map((person) => ({ ...person, leftOn: today }));
  await app.data.people.saveAll(gone);
  await app.data.surveys.add(aDraft('pulse'));
  expect(await sealSurvey(app, 'pulse')).toMatchObject({ because: 'audience-too-small', details: { missing: 5 } });
  expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
});

test('wrong days, unknown surveys, a missing build and an address without cryptography are refused before anything is made', async () => {
  const app = await ballotApp();
  await app.data.surveys.add(aDraft('crossed', { opens: addDays(today, 2), closes: addDays(today, 1) }));
  await app.data.surveys.add(aDraft('pulse'));
  expect(await sealSurvey(app, 'crossed')).toMatchObject({ because: 'closes-before-opening' });
  expect(await sealSurvey(app, 'unknown')).toMatchObject({ because: 'not-found' });
  expect(await sealSurvey({ ...app, config: { ...app.config, buildFolder: '/nowhere' } }, 'pulse')).toMatchObject({ because: 'no-ballot-page' });
  const plainHttp = (publicUrl: string) => planSealing({ ...app, config: { ...app.config, publicUrl } }, 'pulse');
  expect(await plainHttp('http://murmur.company.example')).toMatchObject({ because: 'insecure-address' });
  expect(await plainHttp('http://192.0.2.7:3000')).toMatchObject({ because: 'insecure-address' });
  for (const safe of ['https://murmur.example', 'http://localhost:3000', 'http://127.0.0.1:4000']) expect(await plainHttp(safe)).toMatchObject({ ok: true });
  expect(existsSync(join(app.config.dataFolder, 'open'))).toBe(false);
});

test('a sealed survey is not sealed again, nor twice at once', async () => {
  const app = await ballotApp();
  await app.data.surveys.add(aDraft('pulse'));
  const started = await startSealing(app, 'pulse');
  if (!started.ok) throw new Error(started.because);
  expect(progressOf(app, 'pulse')).not.toBeNull();
  expect(await sealSurvey(app, 'pulse')).toMatchObject({ because: 'being-sealed' });
  expect((await started.value.sealed).ok).toBe(true);
  expect(progressOf(app, 'pulse')).toBeNull();
  expect(await sealSurvey(app, 'pulse')).toMatchObject({ because: 'not-a-draft' });
});

test('a draft that is edited while keys are made is not sealed', async () => {
  const app = await ballotApp();
  await app.data.surveys.add(aDraft('pulse'));
  const started = await startSealing(app, 'pulse');
  if (!started.ok) throw new Error(started.because);
  await app.data.surveys.replace({ ...aDraft('pulse'), closes: addDays(today, 3) }, 'draft');
  expect(await started.value.sealed).toMatchObject({ because: 'changed-meanwhile' });
  expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
  expect(readdirSync(join(app.config.dataFolder, 'open'))).toEqual([]);
  expect((await sealSurvey(app, 'pulse')).ok).toBe(true);
  expect((await offerPaper(app, 'north-1', 'pulse')).ok).toBe(true);
});

test('within a programme departments that were counted together stay together, outside it they begin anew', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('first', { programme: '2026' }));
  for (let number = 1; number <= 8; number += 1) await castBallot(app, 'first', { personId: `operations-${number}`, answers: { 'PAY-01': 3 } });
  await closeSurvey(app, 'first');
  await app.data.departments.saveAll([aDepartment('finance', { parentId: 'amber', name: 'Finance', position: 2 })]);
  await app.data.people.saveAll(Array.from({ length: 20 }, (_, index) => aPerson(`new-${index}`, { departmentId: 'key-accounts' })));
  const withKeyAccounts = ({ blocks }: Manifest) => blocks.find(({ departments }) => departments.includes('key-accounts'))!.departments;
  const second = await sealed(app, aDraft('second', { programme: '2026' }));
  const other = await sealed(app, aDraft('other'));
  expect(withKeyAccounts(other.manifest)).toEqual(['key-accounts']);
  expect(withKeyAccounts(second.manifest).length).toBeGreaterThan(1);
});
