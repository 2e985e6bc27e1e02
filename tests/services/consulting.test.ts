// Objections to a draft: everybody of the block may take part, nothing is known before the one result, and one answer is owed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { liveWith, whatWouldChange } from '#app/domain/surveys/own/consultation-questions.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { answerToAll, commitPlan, dailyPlanLetters, dutiesOfPerson, editPlan, feedFor, lockOf, objectByName, planList, planPage, startPlan } from '#app/services/plans.server.ts';
import { latestWave, releasedWaves } from '#app/services/plans/waves.server.ts';
import { rehearse, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { closeDueSurveys, closeSurvey, fixParticipation, orderClosing, participationOf, startSurveys } from '#app/services/publication.server.ts';
import { closedSurveys, readMethod, readOwn } from '#app/services/reports/read-results.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { letGo, offerPaper } from '#app/services/responses.server.ts';
import { groundOf } from '#app/services/surveys/compose-draft.server.ts';
import { giveUpPlan, openForObjections } from '#app/services/surveys/consult.server.ts';
import { listSurveys } from '#app/services/surveys/list-surveys.server.ts';
import { openMeanwhile } from '#app/services/surveys/sealing-preview.server.ts';
import { publishedSurveys } from '#app/services/surveys/survey-standing.server.ts';
import { beginClosing } from '#app/services/surveys/seal-and-invite.server.ts';
import { placeOf } from '#db/boxes.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { aSurveyOfAmber, head, hr, later, wished } from '#tests/support/planning.ts';
import { publishWaves } from '#tests/support/published.ts';

const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);
const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

/** Monday noon; North (12 people) liked its workload least. */
async function consultingApp(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  await publishWaves(app, [aSurveyOfAmber()]);
  return app;
}

async function drafted(app: TestApp, more: Parameters<typeof wished>[0] = {}, by = 'north-1'): Promise<string> {
  return value(await startPlan(app, await actorFor(app, by), wished({ measures: ['M-WKL-5'], ...more }))).planId;
}

async function opened(app: TestApp, more: Parameters<typeof wished>[0] = {}, by = 'north-1'): Promise<{ planId: string; surveyId: string }> {
  const planId = await drafted(app, more, by);
  const plan = value(await openForObjections(app, await actorFor(app, by), planId));
  return { planId, surveyId: plan.consultation?.surveyId ?? '' };
}

const north = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `north-${from + at}`);
const voting = (app: TestApp, surveyId: string, people: readonly string[], answers: (at: number) => Answers) => rehearse(app, surveyId, people.map((personId, at) => ({ personId, answers: answers(at) })));
const seenBy = async (app: TestApp, personId: string, planId: string) => value(await planPage(app, await actorFor(app, personId), planId, 'en')).consultation!;

/** Takes people out of North, so that it is as large as this. */
async function northOf(app: TestApp, people: number): Promise<void> {
  const all = await app.data.people.all();
  await app.data.people.saveAll(all.filter(({ departmentId }) => departmentId === 'north').map((one, at) => (at < people ? one : { ...one, leftOn: app.today() })));
}

test('open, answer, five working days, one result on the plan, one answer, agreed', async () => {
  const app = await consultingApp();
  const { planId, surveyId } = await opened(app);
  expect(await app.data.surveys.get(surveyId)).toMatchObject({ state: 'sealed', opens: '2026-11-23', closes: '2026-11-29', programme: null });
  expect(await seenBy(app, 'north-4', planId)).toMatchObject({ stand: 'asking', asking: 'texts', people: 12, resultOn: '2026-11-30', sheet: { taken: false }, result: null });
  await voting(app, surveyId, north(2, 11), (at) => ({ [liveWith]: at < 4 ? 1 : 4, ...(at === 5 && { [whatWouldChange]: 'Begin after the fair' }) }));
  expect((await seenBy(app, 'north-2', planId)).sheet).toMatchObject({ taken: true });

  later(app, 6);
  await closeDueSurveys(app);
  expect(await seenBy(app, 'north-1', planId)).toMatchObject({ stand: 'asking', result: null, answering: false });
  expect(because(await answerToAll(app, await head(app), planId, 'We listen'))).toBe('still-in-consultation');

  later(app, 1);
  expect(await seenBy(app, 'north-1', planId)).toMatchObject({ stand: 'counting', answering: false });
  expect(because(await answerToAll(app, await head(app), planId, 'We listen'))).toBe('still-counting');
  await closeDueSurveys(app);
  const seen = await seenBy(app, 'north-12', planId);
  expect(seen).toMatchObject({ stand: 'result', result: { answered: 10, asked: 12, texts: ['Begin after the fair'] }, answering: false });
  expect(seen.result!.counts.map(({ people }) => people)).toEqual([4, 0, 0, 6, 0]);
  expect(existsSync(placeOf(app.config.dataFolder, surveyId).folder)).toBe(false);

  expect(because(await commitPlan(app, await hr(app), planId))).toBe('objections-unanswered');
  // Its owner is told that it waits: at home, and by a letter on the day of the result.
  expect(await dutiesOfPerson(app, await head(app), 'en')).toMatchObject([{ kind: 'objections', planId, due: '2026-11-30' }]);
  app.setNow('2026-11-30T09:00:00Z');
  await dailyPlanLetters(app);
  expect(await app.data.letters.get('plans-2026-11-30-north-1')).toMatchObject({ text: expect.stringContaining('It waits for your answer to all') as string });
  expect(await app.data.letters.get('plans-2026-11-30-north-2')).toBeNull();
  expect((await planList(app, await hr(app), 'agree', 'en')).plans).toHaveLength(0);
  expect(because(await answerToAll(app, await actorFor(app, 'north-3'), planId, 'I decide'))).toBe('forbidden');
  expect(because(await answerToAll(app, await head(app), planId, ' '))).toBe('needs-answer');
  value(await answerToAll(app, await head(app), planId, 'We begin in May'));
  expect(await dutiesOfPerson(app, await head(app), 'en')).toEqual([]);
  expect(because(await answerToAll(app, await head(app), planId, 'Once more'))).toBe('answered-already');
  const feed = await feedFor(app, await actorFor(app, 'north-7'), 'en');
  expect(feed.entries[0]).toMatchObject({ news: { code: 'objections-answered', about: 'We begin in May' } });
  expect((await planList(app, await hr(app), 'agree', 'en')).plans).toHaveLength(1);
  expect(because(await commitPlan(app, await hr(app), planId))).toBe('done');
});

test('everything below the department is one group: no figure of a part can exist, whoever it was shown together with before', async () => {
  const app = await consultingApp();
  const { planId, surveyId } = await opened(app, { departmentId: 'sales' }, 'south-1');
  const below = [...north(1, 6), 'south-2', 'south-3', 'key-accounts-1', 'key-accounts-2', 'key-accounts-3'];
  await voting(app, surveyId, below, () => ({ [liveWith]: 5 }));
  later(app, 7);
  await closeDueSurveys(app);
  const release = JSON.parse((await app.data.releases.ofSurvey(surveyId))!.text) as { partitions: Record<string, { atoms: unknown[]; departments: { id: string }[] }> };
  for (const { atoms, departments } of Object.values(release.partitions)) {
    expect(atoms).toHaveLength(1);
    expect(departments.map(({ id }) => id)).toEqual(['sales']);
  }
  expect(await seenBy(app, 'key-accounts-1', planId)).toMatchObject({ stand: 'result', people: 24, result: { answered: 11, asked: 24 } });
});

test('where nobody was asked by ballot, the letter to the owner claims nothing about what was said', async () => {
  const app = await consultingApp();
  await northOf(app, 5);
  const { planId } = await opened(app);
  expect(await seenBy(app, 'north-1', planId)).toMatchObject({ asking: 'words', objections: [] });
  app.setNow('2026-11-30T09:00:00Z');
  await dailyPlanLetters(app);
  const { text } = (await app.data.letters.get('plans-2026-11-30-north-1'))!;
  expect(text).toContain('It waits for your answer to all');
  expect(text).not.toContain('What people said');
});

describe('whoever attacks', () => {
  test('learns nothing before the fifth working day, by whatever door', async () => {
    const app = await consultingApp();
    const { planId, surveyId } = await opened(app);
    await voting(app, surveyId, north(2, 12), () => ({ [liveWith]: 1 }));
    await fixParticipation(app);
    expect(await participationOf(app, surveyId)).toBeNull();
    for (const days of [0, 2, 4]) {
      later(app, days === 0 ? 0 : 2);
      await fixParticipation(app);
      expect(because(await closeSurvey(app, surveyId))).toBe('consultation-runs');
      expect(because(await beginClosing(app, await hr(app), surveyId))).toBe('consultation-runs');
      expect(because(await orderClosing(app, surveyId))).toBe('consultation-runs');
      await closeDueSurveys(app);
    }
    expect(await participationOf(app, surveyId)).toBeNull();
    expect(await app.data.releases.ofSurvey(surveyId)).toBeNull();
    for (const who of ['north-1', 'south-1', 'hr', 'north-9']) expect(await seenBy(app, who, planId)).toMatchObject({ stand: 'asking', result: null });
  });

  const blocks = [
    [12, 'texts', true],
    [10, 'texts', true],
    [9, 'counts', false],
    [8, 'counts', false],
    [7, 'words', null],
  ] as const;

  test.each(blocks)('gets of a block of %s people no more than it can hide: %s', async (people, asking, texts) => {
    const app = await consultingApp();
    await northOf(app, people);
    const { planId, surveyId } = await opened(app);
    expect(await seenBy(app, 'north-2', planId)).toMatchObject({ asking, people, stand: texts === null ? 'by-name' : 'asking' });
    const questions = (await app.data.surveys.get(surveyId))?.definition.questions.map(({ id }) => id) ?? null;
    expect(questions).toEqual(texts === null ? null : texts ? [liveWith, whatWouldChange] : [liveWith]);
  });

  test('finds no text where nine of twelve answered, and no complaint that is certain', async () => {
    const app = await consultingApp();
    const { planId, surveyId } = await opened(app);
    await voting(app, surveyId, north(2, 10), (at) => ({ [liveWith]: 1, [whatWouldChange]: `Never, says number ${at}` }));
    later(app, 7);
    await closeDueSurveys(app);
    const stored = (await app.data.releases.ofSurvey(surveyId))!;
    expect(verifyText(stored.text, { hash: stored.hash }).problems).toEqual([]);
    expect(stored.text).not.toContain('Never');
    expect((await seenBy(app, 'hr', planId)).result).toMatchObject({ texts: [], counts: [{ people: 7 }, { people: 0 }, { people: 2 }, { people: 0 }, { people: 0 }] });
  });

  test('learns nothing from four answers but that they were too few', async () => {
    const app = await consultingApp();
    const { planId, surveyId } = await opened(app);
    await voting(app, surveyId, north(2, 5), () => ({ [liveWith]: 1 }));
    later(app, 7);
    await closeDueSurveys(app);
    expect(await seenBy(app, 'north-1', planId)).toMatchObject({ stand: 'too-few', result: null, answering: true });
  });

  test('learns nothing from who took a paper: all of the block may, the owner too, nobody else, and no table knows', async () => {
    const app = await consultingApp();
    const { surveyId } = await opened(app);
    for (const who of ['north-1', 'north-2', 'north-12']) await takePaper(app, surveyId, who);
    expect(because(await offerPaper(app, 'south-2', surveyId))).not.toBe('done');
    expect(because(await offerPaper(app, 'hr', surveyId))).not.toBe('done');
    const home = async (who: string) => (await homeOf(app, await actorFor(app, who))).open.length;
    expect([await home('north-1'), await home('north-5'), await home('south-2'), await home('hr')]).toEqual([1, 1, 0, 0]);
    const manifest = (await app.data.manifests.ofSurvey(surveyId))!.text;
    expect(manifest).not.toContain('north-2');
  });

  test('finds no word of what people said after a plan was given up, in any file', async () => {
    const app = await consultingApp();
    const { planId, surveyId } = await opened(app);
    await voting(app, surveyId, north(2, 12), () => ({ [liveWith]: 1, [whatWouldChange]: 'Unspeakable' }));
    expect(because(await giveUpPlan(app, await head(app), planId, 'x'))).toBe('forbidden');
    expect(existsSync(placeOf(app.config.dataFolder, surveyId).folder)).toBe(true);
    value(await giveUpPlan(app, await hr(app), planId, 'The budget is gone'));
    expect(existsSync(placeOf(app.config.dataFolder, surveyId).folder)).toBe(false);
    expect(await app.data.surveys.get(surveyId)).toMatchObject({ state: 'lost' });
    expect(await seenBy(app, 'north-3', planId)).toMatchObject({ stand: 'ended', result: null, sheet: null });
    later(app, 10);
    await closeDueSurveys(app);
    expect(because(await closeSurvey(app, surveyId))).toBe('not-sealed');
    expect(await app.data.releases.ofSurvey(surveyId)).toBeNull();
    const files = readdirSync(app.config.dataFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.some((one) => readFileSync(join(one.parentPath, one.name)).includes('Unspeakable'))).toBe(false);
    expect((await app.data.journal.pendingBefore(day('2027-01-01'))).some(({ text }) => text.includes('consultation-ended'))).toBe(true);
  });
});

test('a stop in the middle of giving up goes on at the next start: nothing is counted and nothing set aside', async () => {
  const app = await consultingApp();
  const { planId, surveyId } = await opened(app);
  await voting(app, surveyId, north(2, 12), () => ({ [liveWith]: 1 }));
  const stopped: TestApp = { ...app, checkpoint: (at) => { if (at === 'withdraw:noted') throw new Error('power cut'); } };
  await expect(giveUpPlan(stopped, await hr(app), planId, 'No money')).rejects.toThrow('power cut');
  expect(existsSync(placeOf(app.config.dataFolder, surveyId).folder)).toBe(true);
  await letGo(app);
  await (await startSurveys(app)).closing;
  expect(existsSync(placeOf(app.config.dataFolder, surveyId).folder)).toBe(false);
  expect(await app.data.setAsides.all()).toEqual([]);
  expect(await app.data.releases.ofSurvey(surveyId)).toBeNull();
});

test('a consultation is no pulse: no list, line, lock, participation or rest meets it, before and after', async () => {
  const app = await consultingApp();
  const { planId, surveyId } = await opened(app);
  await sealed(app, { ...aDraft('pulse'), opens: app.today(), closes: app.today() });
  const nowhere = async () => {
    const seen = {
      listed: (await listSurveys(app)).map(({ survey }) => survey.id),
      all: (await app.data.surveys.all()).map(({ id }) => id),
      releases: (await app.data.releases.listed()).map((one) => one.surveyId),
      published: [...(await publishedSurveys(app))],
      closed: (await closedSurveys(app, 'en')).map(({ id }) => id),
      waves: (await releasedWaves(app)).map(({ wave }) => wave.release.survey.id),
      latest: [(await latestWave(app))!.wave.release.survey.id],
      meanwhile: (await openMeanwhile(app, aDraft('other', { opens: app.today(), closes: app.today() }))).map(({ title }) => title.en ?? ''),
      last: [(await homeOf(app, await head(app))).last?.id],
    };
    for (const [place, ids] of Object.entries(seen)) expect([place, ids.includes(surveyId) || ids.some((one) => one?.includes('can you live with it'))]).toEqual([place, false]);
    const survey = (await app.data.surveys.get(surveyId))!;
    expect(isCorePulse(survey)).toBe(false);
    expect(await lockOf(app, survey, 'en')).toEqual([]);
    expect((await groundOf(app)).lastAsked.has(liveWith)).toBe(false);
    for (const answer of [await readOwn(app, await head(app), surveyId, 'en'), await readMethod(app, surveyId, 'en')]) expect(because(answer)).toBe('not-found');
  };
  await nowhere();
  await voting(app, surveyId, north(1, 12), () => ({ [liveWith]: 2 }));
  later(app, 7);
  await closeDueSurveys(app);
  expect((await seenBy(app, 'north-1', planId)).stand).toBe('result');
  await nowhere();
  expect((await app.data.surveys.withConsultations()).map(({ id }) => id)).toContain(surveyId);
  expect((await app.data.releases.all()).at(-1)?.surveyId ?? '').not.toBe('');
});

test('one letter and no reminder', async () => {
  const app = await consultingApp();
  const people = await app.data.people.all();
  await app.data.people.saveAll(people.filter(({ departmentId }) => departmentId === 'north').map((one) => ({ ...one, email: `${one.id}@amber.example` })));
  const { surveyId } = await opened(app);
  for (let day = 0; day < 6; day += 1) {
    await inviteToOpenSurveys(app);
    later(app, 1);
    app.setNow(`${app.today()}T12:00:00Z`);
  }
  expect((await app.data.surveyLetters.ofSurvey(surveyId)).map(({ kind, people: sent }) => [kind, sent])).toEqual([['opening', 12]]);
});

describe('words under a name', () => {
  test('are read by the owner they were written to, HR and their writer, and by nobody else', async () => {
    const app = await consultingApp();
    const { planId } = await opened(app);
    const form = { planId, request: 'o1', text: 'It breaks our shifts' };
    value(await objectByName(app, await actorFor(app, 'north-5'), form));
    value(await objectByName(app, await actorFor(app, 'north-5'), form));
    const reads = async (who: string) => (await seenBy(app, who, planId)).objections.map(({ authorId, text }) => `${authorId}: ${text}`);
    expect([await reads('north-1'), await reads('hr'), await reads('north-5')]).toEqual(Array.from({ length: 3 }, () => ['north-5: It breaks our shifts']));
    expect([await reads('south-1'), await reads('north-6')]).toEqual([[], []]);
    expect(because(await objectByName(app, await actorFor(app, 'north-1'), { ...form, request: 'o2' }))).toBe('forbidden');
    expect(because(await objectByName(app, await actorFor(app, 'operations-2'), { ...form, request: 'o3' }))).toBe('not-found');
    const plan = (await app.data.plans.get(planId))!;
    await app.data.plans.replace({ ...plan, ownerId: 'north-2', revision: plan.revision + 1 }, plan.revision);
    expect(await reads('north-2')).toEqual([]);
    later(app, 7);
    expect(because(await objectByName(app, await actorFor(app, 'north-6'), { ...form, request: 'o4' }))).toBe('consultation-over');
  });

  test('are the only way in a block too small for a scale, and are answered alike', async () => {
    const app = await consultingApp();
    await northOf(app, 7);
    const { planId, surveyId } = await opened(app);
    expect(surveyId).toBe('');
    value(await objectByName(app, await actorFor(app, 'north-2'), { planId, request: 'o1', text: 'No' }));
    expect(because(await answerToAll(app, await head(app), planId, 'Yes'))).toBe('still-in-consultation');
    later(app, 7);
    expect(because(await commitPlan(app, await hr(app), planId))).toBe('objections-unanswered');
    value(await answerToAll(app, await head(app), planId, 'We wait until May'));
    expect(because(await commitPlan(app, await hr(app), planId))).toBe('done');
  });
});

describe('in the middle of it', () => {
  test('the department is dissolved: what was said is counted, for whoever still leads the plan', async () => {
    const app = await consultingApp();
    const { planId, surveyId } = await opened(app);
    await voting(app, surveyId, north(2, 8), () => ({ [liveWith]: 5 }));
    const all = await app.data.departments.all();
    await app.data.people.saveAll((await app.data.people.all()).filter(({ departmentId }) => departmentId === 'north').map((one) => ({ ...one, departmentId: 'south' })));
    await app.data.departments.saveAll(all.filter(({ id }) => id === 'north').map((one) => ({ ...one, closed: true, headId: null })));
    expect((await homeOf(app, await actorFor(app, 'north-9'))).open).toHaveLength(1);
    await voting(app, surveyId, ['north-9'], () => ({ [liveWith]: 1 }));
    later(app, 7);
    await closeDueSurveys(app);
    expect(await seenBy(app, 'hr', planId)).toMatchObject({ stand: 'result', result: { answered: 8 }, answering: true });
  });

  test('the owner leaves: head and HR can answer, and the page says so', async () => {
    const app = await consultingApp();
    const { planId } = await opened(app);
    const owner = (await app.data.people.get('north-1'))!;
    await app.data.people.saveAll([{ ...owner, leftOn: app.today() }]);
    later(app, 7);
    await closeDueSurveys(app);
    expect(await seenBy(app, 'hr', planId)).toMatchObject({ ownerLeft: true, answering: true });
    value(await answerToAll(app, await actorFor(app, 'south-1'), planId, 'We go on'));
  });

  test('the draft stands still while people are asked about it', async () => {
    const app = await consultingApp();
    const { planId } = await opened(app);
    const { revision } = (await app.data.plans.get(planId))!;
    const change = async (seen: number) => because(await editPlan(app, await head(app), { ...wished({ measures: ['M-WKL-5'] }), planId, seen, ownerId: 'north-1', target: wished().target! } as Parameters<typeof editPlan>[2]));
    expect(await change(revision)).toBe('in-consultation');
    later(app, 7);
    expect(await change(revision)).toBe('done');
  });

  test('two drafts of one block, and one above it, are three consultations that know nothing of each other', async () => {
    const app = await consultingApp();
    const one = await opened(app);
    const other = await opened(app, { dimension: 'pay', request: 'form-pay', measures: [], own: { text: 'Publish the bands', kind: 'substantive' } });
    const above = await opened(app, { departmentId: 'sales', request: 'form-sales' }, 'south-1');
    expect((await homeOf(app, await actorFor(app, 'north-5'))).open.map(({ plan }) => plan).sort()).toEqual([one.planId, other.planId, above.planId].sort());
    await voting(app, one.surveyId, north(2, 12), () => ({ [liveWith]: 1 }));
    await voting(app, above.surveyId, [...north(1, 12), 'south-2'], () => ({ [liveWith]: 5 }));
    value(await giveUpPlan(app, await hr(app), other.planId, 'Not now'));
    later(app, 7);
    await closeDueSurveys(app);
    expect([(await seenBy(app, 'hr', one.planId)).result?.answered, (await seenBy(app, 'hr', other.planId)).stand, (await seenBy(app, 'hr', above.planId)).result?.answered]).toEqual([11, 'ended', 13]);
  });
});
