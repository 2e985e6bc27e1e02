// A random half as an audience, from the seed to the figures.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPeople, placeOf } from '#db/boxes.server.ts';
import { halfIn } from '#app/domain/surveys/asking/audience.ts';
import { levelOf } from '#app/domain/analysis/level.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { closeSurvey, planSealing, sealSurvey } from '#app/services/publication.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { offerPaper, openSurveysFor } from '#app/services/responses.server.ts';
import { readResults } from '#app/services/reports/read-results.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft } from '#tests/support/drafts.ts';
import { ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

/** The small company with a plant of 71 people, each with a number. */
async function companyWithPlant(): Promise<TestApp> {
  const app = await ballotApp();
  await app.data.departments.saveAll([aDepartment('plant', { parentId: 'amber', name: 'Plant', position: 3 })]);
  await app.data.people.saveAll(Array.from({ length: 71 }, (_, at) => aPerson(`plant-${at}`, { departmentId: 'plant', employeeId: `N${500 + at}` })));
  return app;
}

function aHalf(id: string, more: Partial<Survey> = {}): Survey {
  const draft = aDraft(id, { programme: '2026', ...more });
  return { ...draft, definition: { ...draft.definition, audience: { kind: 'half' } } };
}

const onRoll = (app: TestApp, surveyId: string) => readPeople(placeOf(app.config.dataFolder, surveyId).people).people.map(({ person }) => person);
const plantOf = (people: readonly string[]) => people.filter((id) => id.startsWith('plant-')).sort();
const seedOf = ({ audience }: Manifest) => (audience?.kind === 'half' ? audience.seed : null);

/** What docs/random-half.md tells everybody to do. */
async function repeated(app: TestApp, seed: string, many: number): Promise<string[]> {
  const hash = (who: string) => createHash('sha256').update(`${seed}\n${who}`).digest('hex');
  const plant = (await app.data.people.current()).filter(({ departmentId }) => departmentId === 'plant');
  return plant.map(({ id, employeeId }) => [hash(employeeId!), id] as const).sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, many).map(([, id]) => id).sort();
}

test('half of a large group is on the roll, as the seed in the description draws it, and small ones are in full', async () => {
  const app = await companyWithPlant();
  const { manifest } = await sealed(app, aHalf('half'));
  const plant = manifest.blocks.find(({ departments }) => departments.includes('plant'))!;
  expect([plant.invited, plant.people]).toEqual([36, 71]);
  expect(manifest.blocks.filter((block) => block !== plant).every(({ people }) => people === undefined)).toBe(true);
  expect(halfIn(manifest)).toMatchObject({ invited: 80, of: 115 });
  const roll = onRoll(app, 'half');
  expect(roll).toHaveLength(80);
  expect(seedOf(manifest)).toMatch(/^[0-9a-f]{64}$/);
  expect(plantOf(roll)).toEqual(await repeated(app, seedOf(manifest)!, 36));
});

test('whoever was not drawn gets no answer sheet and is not asked', async () => {
  const app = await companyWithPlant();
  await sealed(app, aHalf('half'));
  const drawn = new Set(onRoll(app, 'half'));
  const out = (await app.data.people.current()).find(({ id }) => !drawn.has(id))!;
  expect((await offerPaper(app, out.id, 'half')).ok).toBe(false);
  expect(await openSurveysFor(app, { personId: out.id, language: 'en' })).toEqual([]);
});

test('before it is sealed nobody is drawn: the plan tells how many and never who', async () => {
  const app = await companyWithPlant();
  await app.data.surveys.add(aHalf('half'));
  const plan = await planSealing(app, 'half');
  if (!plan.ok) throw new Error(plan.because);
  expect(plan.value.plan.blocks.reduce((sum, { invited }) => sum + invited, 0)).toBe(80);
  expect(plan.value.plan.invited).toHaveLength(115);
});

test('a survey that was given up, or closed before anybody answered, passes its seed on, and one with results does not', async () => {
  const app = await companyWithPlant();
  const first = await sealed(app, aHalf('first'));
  await app.data.surveys.replace({ ...(await app.data.surveys.get('first'))!, state: 'lost' }, 'sealed');
  const second = await sealed(app, aHalf('second'));
  expect(seedOf(second.manifest)).toBe(seedOf(first.manifest));
  expect(plantOf(onRoll(app, 'second'))).toEqual(plantOf(onRoll(app, 'first')));
  await closeSurvey(app, 'second');
  const third = await sealed(app, aHalf('third'));
  expect(seedOf(third.manifest)).toBe(seedOf(first.manifest));
  for (const personId of onRoll(app, 'third')) await castBallot(app, 'third', { personId, answers: { 'PAY-01': 3 } });
  await closeSurvey(app, 'third');
  const fourth = await sealed(app, aHalf('fourth'));
  expect(seedOf(fourth.manifest)).not.toBe(seedOf(first.manifest));
});

test('two that are open at once have one seed: there are no two draws to choose from', async () => {
  const app = await companyWithPlant();
  const [first, second] = [await sealed(app, aHalf('first')), await sealed(app, aHalf('second'))];
  expect(seedOf(second.manifest)).toBe(seedOf(first.manifest));
});

test('where no group is large enough a half is refused, and nothing is made', async () => {
  const app = await ballotApp();
  await app.data.surveys.add(aHalf('half'));
  expect(await sealSurvey(app, 'half')).toMatchObject({ because: 'half-too-small', details: { least: 60 } });
  expect((await app.data.surveys.get('half'))!.state).toBe('draft');
});

test('the figure of the company weighs departments by their people, and its interval knows who was not asked', async () => {
  const app = await companyWithPlant();
  await sealed(app, aHalf('half'));
  // In the plant everybody is content, elsewhere nobody is: who was asked would be half and half.
  for (const personId of onRoll(app, 'half')) await castBallot(app, 'half', { personId, answers: { 'PAY-01': personId.startsWith('plant-') ? 5 : 1 + (personId.length % 2) } });
  const closed = await closeSurvey(app, 'half');
  if (!closed.ok) throw new Error(closed.because);
  const release = releaseIn(closed.value.text);
  expect(verifyRelease(release).problems).toEqual([]);
  const wave = (await waveOfRelease(app, closed.value.hash))!;
  const atoms = release.partitions['5']!.atoms;
  expect(atoms.reduce((sum, { people }) => sum + people!, 0)).toBe(115);
  const company = readFor(wave, { kind: 'item', id: 'PAY-01' }, wave.root)!;
  const expected = atoms.reduce((sum, { id, people }) => sum + (people! / 115) * readFor(wave, { kind: 'item', id: 'PAY-01' }, atoms.find((one) => one.id === id)!.departments[0]!)!.moments.mean, 0);
  expect(company.moments.n).toBe(80);
  expect(company.moments.mean).toBeCloseTo(expected, 8);
  // Among those asked the plant is 45 %, of those who work there 62 %.
  expect(company.moments.mean).toBeGreaterThan(60);
  const level = levelOf(company)!;
  expect(level.size).toBe(115);
  const read = await readResults(app, await actorFor(app, 'hr'), { surveyId: 'half', department: null, language: 'en', compared: 'rest' });
  expect(read.ok && read.value.survey.half).toEqual({ invited: 80, of: 115 });
  expect(read.ok && read.value.participation).toMatchObject({ answered: 80, invited: 80, percent: 100 });
});
