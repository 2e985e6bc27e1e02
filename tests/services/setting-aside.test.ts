// No acknowledged ballot is destroyed by mistake: whatever a start, a closing or a restored database finds odd is set aside, told and kept.
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { letGo, offerPaper } from '#app/services/responses.server.ts';
import { decide, keptFor, keptSurveys } from '#app/services/surveys/decide-set-asides.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { closeSurvey, lookAfterSetAsides, releaseOf, retryAsWished, startSurveys } from '#app/services/publication.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { hasBox, placeOf } from '#db/boxes.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Six people of the small company have answered; the database is a file. */
async function answered(): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-aside-'));
  folders.push(folder);
  const app = await ballotApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), smtp: 'smtp://localhost' });
  await app.data.surveys.add(aDraft('pulse'));
  return app;
}

async function voted(app: TestApp): Promise<void> {
  await rehearse(app, 'pulse', [1, 2, 3, 4, 5, 6].map((number) => ({ personId: `operations-${number}`, answers: { 'PAY-01': 4 } })));
}

async function again(app: TestApp): Promise<TestApp> {
  await letGo(app);
  const next = { ...app, data: { ...app.data } };
  await (await startSurveys(next)).closing;
  return next;
}

const seal = (app: TestApp) => import('#app/services/publication.server.ts').then(({ sealSurvey }) => sealSurvey(app, 'pulse'));

/** A copy of the database as it was before, put back: what a power cut or an old copy of the disk leaves. */
async function withOlderDatabase(app: TestApp, work: () => Promise<void>): Promise<TestApp> {
  const { database, dataFolder, buildFolder } = app.config;
  const older = `${database}.older`;
  const { default: Database } = await import('#db/dialects/sqlite-driver.ts');
  const before = new Database(database);
  await before.backup(older);
  before.close();
  await work();
  await letGo(app);
  await app.data.close();
  for (const suffix of ['-wal', '-shm']) rmSync(database + suffix, { force: true });
  copyFileSync(older, database);
  return testApp({ dataFolder, database, buildFolder, smtp: 'smtp://localhost' });
}

test('a sealing that the database lost is restored from the folder, with every ballot', async () => {
  const app = await answered();
  const next = await withOlderDatabase(app, async () => {
    expect((await seal(app)).ok).toBe(true);
    await voted(app);
  });
  expect((await next.data.surveys.get('pulse'))?.state).toBe('draft');
  await startSurveys(next);
  expect((await next.data.surveys.get('pulse'))?.state).toBe('sealed');
  expect(await next.data.setAsides.all()).toEqual([]);
  expect((await closeSurvey(next, 'pulse')).ok).toBe(true);
  expect((await releaseOf(next, 'pulse'))?.release.counts.ballots).toBe(6);
  await letGo(next);
});

test('a draft that is not what was sealed leaves the box set aside; those who decide and those who were asked are told', async () => {
  const app = await answered();
  const next = await withOlderDatabase(app, async () => {
    const draft = (await app.data.surveys.get('pulse'))!;
    await app.data.surveys.replace({ ...draft, closes: addDays(draft.closes, 1) }, 'draft');
    expect((await seal(app)).ok).toBe(true);
    await voted(app);
  });
  await startSurveys(next);
  const [aside] = await keptSurveys(next);
  expect(aside).toMatchObject({ surveyId: 'pulse', reason: 'not-sealed', since: '2026-11-22', last: '2026-12-22' });
  expect(hasBox(next.config.dataFolder, 'pulse')).toBe(true);
  // Everybody who was asked, and HR and administrators once more as those who decide.
  const asked = (await next.data.people.current()).filter(({ email, departmentId }) => email !== null && departmentId !== null).length;
  const { waiting } = await next.data.letters.counts();
  expect(waiting).toBeGreaterThanOrEqual(asked + 2);
  expect(await keptFor(next, 'north-1')).toMatchObject([{ surveyId: 'pulse', state: 'waits', day: '2026-12-22' }]);
  expect((await homeOf(next, await actorFor(next, 'hr'))).undecided).toBe(1);
  expect((await seal(next)).ok).toBe(false);
  await letGo(next);
});

test('a survey the database gave up is kept when its folder comes back, and counted when somebody asks for it', async () => {
  const app = await answered();
  await seal(app);
  await voted(app);
  const lost = loseSurvey((await app.data.surveys.get('pulse'))!, app.now().toISOString(), app.today());
  if (!lost.ok) throw new Error(lost.because);
  await app.data.surveys.replace(lost.value, 'sealed');
  const next = await again(app);
  expect(await next.data.setAsides.get('pulse')).toMatchObject({ reason: 'lost', ended: null });
  expect((await decide(next, { surveyId: 'pulse', wish: 'retry', actorId: 'hr', title: '' })).ok).toBe(true);
  await retryAsWished(next);
  expect(await next.data.setAsides.get('pulse')).toMatchObject({ ended: 'taken-up' });
  expect((await closeSurvey(next, 'pulse')).ok).toBe(true);
  expect((await releaseOf(next, 'pulse'))?.release.counts.ballots).toBe(6);
});

test('a folder that is not there sets the survey aside at closing; when it is back it goes on by itself', async () => {
  const app = await answered();
  await seal(app);
  await voted(app);
  await letGo(app);
  const { folder } = placeOf(app.config.dataFolder, 'pulse');
  renameSync(folder, `${app.config.dataFolder}/elsewhere`);
  const without = { ...app, data: { ...app.data } };
  expect(await closeSurvey(without, 'pulse')).toMatchObject({ because: 'set-aside' });
  expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  renameSync(`${app.config.dataFolder}/elsewhere`, folder);
  const back = await again(without);
  expect(await back.data.setAsides.get('pulse')).toMatchObject({ ended: 'taken-up' });
  expect((await closeSurvey(back, 'pulse')).ok).toBe(true);
  expect((await releaseOf(back, 'pulse'))?.release.counts.ballots).toBe(6);
});

test.each(['box', 'people', 'roll', 'keys'] as const)('damaged in its %s, a survey is set aside and named; everything else starts', async (part) => {
  const app = await answered();
  await seal(app);
  await voted(app);
  await sealed(app, aDraft('other'));
  await letGo(app);
  const place = placeOf(app.config.dataFolder, 'pulse');
  writeFileSync(part === 'keys' ? join(place.keys, 'block-0.pem') : place[part], 'damaged');
  const next = await again(app);
  expect(await keptSurveys(next)).toMatchObject([{ surveyId: 'pulse', reason: 'damaged' }]);
  expect(next.logged.join('\n')).toContain('«Pulse» is set aside');
  expect((await offerPaper(next, 'north-1', 'other')).ok).toBe(true);
  expect(await offerPaper(next, 'north-1', 'pulse')).toMatchObject({ because: 'closed' });
  expect(existsSync(place.box)).toBe(true);
});

test('a folder of a survey nobody knows is set aside, and other things among the folders are left alone', async () => {
  const app = await answered();
  await seal(app);
  await voted(app);
  await letGo(app);
  renameSync(placeOf(app.config.dataFolder, 'pulse').folder, placeOf(app.config.dataFolder, 'stranger').folder);
  writeFileSync(join(app.config.dataFolder, 'open', 'lost+found'), '');
  const next = await again(app);
  expect((await keptSurveys(next)).map(({ surveyId, reason }) => `${surveyId} ${reason}`).sort()).toEqual(['pulse missing', 'stranger unknown']);
});

test('giving up asks for the title, is on the log that everybody reads, and alone destroys what was not counted', async () => {
  const app = await answered();
  await seal(app);
  await voted(app);
  await letGo(app);
  writeFileSync(placeOf(app.config.dataFolder, 'pulse').roll, 'damaged');
  const next = await again(app);
  const give = (title: string) => decide(next, { surveyId: 'pulse', wish: 'give-up', actorId: 'admin', title });
  expect(await give('pulse!')).toMatchObject({ because: 'other-title' });
  await lookAfterSetAsides(next);
  expect(hasBox(next.config.dataFolder, 'pulse')).toBe(true);
  expect((await give(' Pulse ')).ok).toBe(true);
  await lookAfterSetAsides(next);
  expect(hasBox(next.config.dataFolder, 'pulse')).toBe(false);
  expect((await next.data.surveys.get('pulse'))?.state).toBe('lost');
  expect(await next.data.organisation.changes()).toEqual(expect.arrayContaining([expect.objectContaining({ setting: 'survey-given-up', from: 'Pulse', to: 'damaged', actorId: 'admin' })]));
  expect(await keptFor(next, 'north-1')).toMatchObject([{ state: 'destroyed' }]);
  expect(await give('Pulse')).toMatchObject({ because: 'not-set-aside' });
});

test('undecided, it is told again after 7 and 21 days and destroyed after 30, and that is told too', async () => {
  const app = await answered();
  await seal(app);
  await voted(app);
  await letGo(app);
  writeFileSync(placeOf(app.config.dataFolder, 'pulse').roll, 'damaged');
  const next = await again(app);
  const waiting = async () => (await next.data.letters.counts()).waiting;
  const onDay = async (days: number) => {
    const before = await waiting();
    next.setNow(addDays(aDraft('pulse').opens, days));
    await lookAfterSetAsides(next);
    await lookAfterSetAsides(next);
    return (await waiting()) - before;
  };
  const deciders = await onDay(8);
  expect(deciders).toBeGreaterThan(0);
  expect([await onDay(20), await onDay(23), await onDay(29)]).toEqual([0, deciders, 0]);
  expect(hasBox(next.config.dataFolder, 'pulse')).toBe(true);
  expect(await onDay(30)).toBeGreaterThan(deciders);
  expect(hasBox(next.config.dataFolder, 'pulse')).toBe(false);
  expect(await next.data.setAsides.get('pulse')).toMatchObject({ ended: 'expired', endedOn: '2026-12-22' });
  expect((await everybody(next)).length).toBeGreaterThan(0);
});

test('stopped while keys are made, a survey stays a draft and is sealed by itself at the next start', async () => {
  const app = await answered();
  const { resumeSealing, startSealing, stopWork } = await import('#app/services/publication.server.ts');
  const started = await startSealing(app, 'pulse');
  if (!started.ok) throw new Error(started.because);
  const sealing = expect(started.value.sealed).rejects.toThrow('the next start goes on');
  await stopWork(app);
  await sealing;
  expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
  const next = await again(app);
  await resumeSealing(next);
  expect((await next.data.surveys.get('pulse'))?.state).toBe('sealed');
});
