// Own questions in the year: they take turns with those of the library, with whom they are asked of, and nothing of it goes past what a draft made by hand refuses.
import { expect, test } from 'vitest';
import { addDays, day, type Day } from '#app/domain/kernel/day.ts';
import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import type { OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { releaseIn } from '#app/domain/publication/release-text.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { budget, countedIn, mostAsked } from '#app/domain/surveys/programme/programme-budget.ts';
import type { ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeDueSurveys, sealSurvey } from '#app/services/publication.server.ts';
import { draftNextWave } from '#app/services/surveys/draft-wave.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { changeOwn, decideGates, placeOwn } from '#app/services/surveys/own-questions.server.ts';
import { programmeView } from '#app/services/surveys/programme-page.server.ts';
import { programmeRouting, routeInProgramme } from '#app/services/surveys/route-programme.server.ts';
import { setProgramme } from '#app/services/surveys/set-programme.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { ruleOf } from '#tests/support/programmes.ts';

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const saying = (kind: OwnKind, text: string): OwnWishes => ({ ...ownWishes(kind), text: same(text), expected: same('What do you expect?'), experienced: same('What do you get?'), label: same('Canteen'), answers: kind === 'choice' || kind === 'background' ? same('None\nSome\nAll') : {} });

/** OWN-1 …, each through its checks. */
async function company(kinds: readonly OwnKind[]): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  for (const [at, kind] of kinds.entries()) {
    expect((await createOwn(app, saying(kind, `How is number ${at + 1} for you?`))).ok).toBe(true);
    expect((await decideGates(app, at + 1, passing)).ok).toBe(true);
  }
  return app;
}

const set = async (app: TestApp, changes: Partial<ProgrammeRule>) => setProgramme(app, await actorFor(app, 'hr'), { rule: ruleOf({ from: day('2027-01-12'), ...changes }), language: 'en' });

async function on(app: TestApp, at: Day | string): Promise<void> {
  app.setNow(`${at}T10:00:00Z`);
  await draftNextWave(app);
}

const drafts = async (app: TestApp) => (await app.data.surveys.all()).filter(({ state }) => state === 'draft');
const idsOf = async (app: TestApp) => (await drafts(app))[0]!.definition.questions.map(({ id }) => id);

/** Seals each draft on the day after it came, and has people answer on the first day. */
async function walk(app: TestApp, until: Day, daily: (on: Day) => Promise<void> = async () => undefined, voters = 60): Promise<void> {
  for (let today = day(app.today()); today < until; today = addDays(today, 1)) {
    await on(app, today);
    await closeDueSurveys(app);
    await daily(today);
    for (const { id, state, createdAt, opens } of await app.data.surveys.all()) {
      if (state === 'draft' && createdAt < today) expect(await sealSurvey(app, id)).toMatchObject({ ok: true });
      if (state === 'sealed' && opens === today) await rehearse(app, id, (await app.data.people.current()).slice(0, voters).flatMap(({ id: personId, departmentId }) => (departmentId === null ? [] : [{ personId, answers: { 'OUT-01': 4, 'PAY-01': 4, 'OWN-1': 4, 'OWN-2': 4, 'OWN-2-v2': 2, 'OWN-3': 'yes' } as never }])));
    }
  }
}

test('a year with own questions in turn under a moved clock: when each is asked, of whom, and what is published of it', { timeout: 600_000 }, async () => {
  const app = await company(['satisfaction', 'quality', 'applies', 'long']);
  expect(await set(app, { rotating: ['OWN-1', 'OUT-03', 'OWN-2', 'TOL-01', 'OWN-4'] })).toMatchObject({ ok: true });
  expect(await routeInProgramme(app, { question: 'OWN-1', asking: { departments: ['north', 'operations'] } })).toMatchObject({ ok: true });
  expect(await routeInProgramme(app, { question: 'OWN-2', asking: { screener: 'OWN-3' } })).toMatchObject({ ok: true });
  // What the page says in December comes so.
  const told = (await programmeView(app, 'en'))!.waves.map(({ opens, rotating }) => [opens, rotating.map(({ text }) => text.en)]);
  const routed = (await programmeView(app, 'en'))!.waves[0]!.rotating[0]!.routed;
  expect(routed!.to!.names).toEqual(['North', 'Operations']);
  // New words in the summer: the same turn, another line.
  await walk(app, day('2027-12-20'), async (today) => {
    if (today === '2027-07-20') expect(await changeOwn(app, 2, saying('quality', 'How good is number 2 by now?'))).toMatchObject({ ok: true });
  });
  const surveys = (await app.data.surveys.all()).toReversed();
  const turned = surveys.map(({ opens, definition }) => [opens, definition.questions.map(({ id }) => id).filter((id) => id.startsWith('OWN') || ['OUT-03', 'TOL-01'].includes(id)).sort()]);
  expect(turned).toEqual([
    ['2027-01-12', ['OUT-03', 'OWN-1']],
    ['2027-04-06', ['OWN-2', 'OWN-3', 'TOL-01']],
    ['2027-06-29', ['OWN-1', 'OWN-4']],
    ['2027-09-21', ['OUT-03', 'OWN-2-v2', 'OWN-3']],
    ['2027-12-14', ['OWN-1', 'TOL-01']],
  ]);
  expect(told.map(([opens]) => opens)).toEqual(turned.map(([opens]) => opens));
  expect(told[1]).toEqual(['2027-04-06', expect.arrayContaining(['How is number 2 for you?'])]);
  for (const { definition } of surveys) expect(definition.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04']));
  const counted = surveys.map(countedIn);
  for (const { opens, rated } of counted) expect([rated <= 10, mostAsked(counted, opens) <= budget.rated]).toEqual([true, true]);
  // Published of those who were asked, in groups of their own; of what opens others nothing is.
  const releases = await Promise.all(surveys.slice(0, 4).map(async ({ id }) => (await app.data.releases.ofSurvey(id))!.text));
  const items = releases.map((text) => releaseIn(text).items);
  expect([items[0]!['OWN-1']!.partition, items[1]!['OWN-1'], items[2]!['OWN-1']!.partition]).toEqual(['5:some:OWN-1', undefined, '5:some:OWN-1']);
  expect([items[1]!['OWN-2'] !== undefined, items[1]!['OWN-3'], items[3]!['OWN-2'], items[3]!['OWN-2-v2'] !== undefined]).toEqual([true, undefined, undefined, true]);
  for (const text of releases) expect(verifyText(text)).toMatchObject({ problems: [] });
});

test.each([
  ['one that nobody wrote', ['OWN-9'], 'unknown-own', async () => undefined],
  ['a version of its words', ['OWN-1-v2'], 'unknown-item', async () => undefined],
  ['what only opens others', ['OWN-2'], 'unknown-own', async () => undefined],
  ['a background', ['OWN-3'], 'unknown-own', async () => undefined],
  ['one that is asked no more', ['OWN-1'], 'own-retired', (app: TestApp) => placeOwn(app, 1, 'retired')],
  ['one that waits', ['OWN-1'], 'own-parked', (app: TestApp) => decideGates(app, 1, { ...passing, decision: 'park', reason: 'No money', review: day('2027-06-01') })],
  ['one without its checks', ['OWN-4'], 'own-not-through', (app: TestApp) => createOwn(app, saying('level', 'How much of it is there?'))],
  ['one without words in a language', ['OWN-4'], 'own-untranslated', async (app: TestApp) => {
    await createOwn(app, { ...saying('level', 'How much?'), text: { en: 'How much of it is there?' } });
    await decideGates(app, 4, passing);
  }],
] as const)('%s is refused in one sentence, and nothing is set', async (_name, rotating, because, prepare) => {
  const app = await company(['satisfaction', 'applies', 'background']);
  await prepare(app);
  expect(await set(app, { rotating })).toMatchObject({ ok: false, because, details: { field: 'rotating[]' } });
  expect(await app.data.programme.get()).toBeNull();
});

test.each([
  ['a rating', 'OWN-2', { screener: 'OWN-1' }, 'screener-unfit'],
  ['itself', 'OWN-1', { screener: 'OWN-1' }, 'screener-unfit'],
  ['a choice that depends on an answer', 'OWN-4', { screener: 'OWN-3' }, 'screened-kind'],
  ['a question that nobody wrote', 'OWN-1', { screener: 'OWN-9' }, 'screener-gone'],
  ['too few people', 'OWN-4', { departments: ['south'] }, 'routed-too-few'],
  ['a department that is not there', 'OWN-1', { departments: ['moon'] }, 'routed-part-gone'],
  ['no department', 'OWN-1', { departments: [] }, 'routed-no-parts'],
  ['the library', 'OUT-03', { departments: ['north'] }, 'routed-fixed'],
] as const)('who is asked cannot be chosen by %s, as in a draft', async (_name, question, asking, because) => {
  const app = await company(['satisfaction', 'quality', 'applies', 'choice']);
  await set(app, { rotating: ['OWN-1', 'OWN-2', 'OWN-4', 'OUT-03'] });
  for (const person of (await app.data.people.current()).filter(({ departmentId }) => departmentId === 'key-accounts')) await app.data.people.save({ ...person, leftOn: day('2026-11-30') });
  expect(await routeInProgramme(app, { question, asking })).toMatchObject({ ok: false, because });
  expect((await app.data.programme.get())!.programme.asking ?? []).toEqual([]);
});

test('an own question that cannot be asked any more stays away, the page says why, and the wave is drafted without it', async () => {
  const app = await company(['satisfaction', 'quality']);
  await set(app, { rotating: ['OWN-1', 'OWN-2'] });
  await routeInProgramme(app, { question: 'OWN-2', asking: { departments: ['north'] } });
  await placeOwn(app, 1, 'retired');
  for (const person of (await app.data.people.current()).filter(({ departmentId }) => departmentId === 'north')) await app.data.people.save({ ...person, departmentId: 'operations' });
  await app.data.departments.saveAll([{ ...(await app.data.departments.open()).find(({ id }) => id === 'north')!, closed: true }]);
  const view = (await programmeView(app, 'en'))!;
  expect([view.stuck, view.away.length]).toEqual([null, 2]);
  expect(view.away[0]).toBe('Left out of the year for now: “How is number 1 for you?” is asked no more: take it out of the draft, or allow it again under own questions');
  expect(view.away[1]).toContain('“How is number 2 for you?”');
  await on(app, '2026-12-29');
  expect((await idsOf(app)).filter((id) => id.startsWith('OWN'))).toEqual([]);
  expect(await sealSurvey(app, (await drafts(app))[0]!.id)).toMatchObject({ ok: true });
});

test('new words are no way round the rest', async () => {
  const app = await company(['satisfaction']);
  await set(app, { everyWeeks: 4, rotating: ['OWN-1'] });
  await walk(app, day('2027-01-28'), undefined, 0);
  expect(await changeOwn(app, 1, saying('satisfaction', 'How is it for you by now?'))).toMatchObject({ ok: true, value: { version: 2 } });
  const asked = (await programmeView(app, 'en'))!.waves.map(({ opens, rotating }) => [opens, rotating.length]);
  expect(asked.slice(0, 3)).toEqual([['2027-02-09', 0], ['2027-03-09', 0], ['2027-04-06', 1]]);
});

test('who is asked stays when another rule takes the place of the first, as long as its question does', async () => {
  const app = await company(['satisfaction', 'quality', 'applies']);
  await set(app, { rotating: ['OWN-1', 'OWN-2'] });
  await routeInProgramme(app, { question: 'OWN-1', asking: { departments: ['north'] } });
  await routeInProgramme(app, { question: 'OWN-2', asking: { screener: 'OWN-3' } });
  expect((await programmeRouting(app))!.questions.map(({ id, asking }) => [id, asking])).toEqual([['OWN-1', { question: 'OWN-1', departments: ['north'] }], ['OWN-2', { question: 'OWN-2', screener: 'OWN-3' }], ['OWN-3', null]]);
  await set(app, { everyWeeks: 8, rotating: ['OWN-1'] });
  expect((await app.data.programme.get())!.programme.asking).toEqual([{ question: 'OWN-1', departments: ['north'] }]);
  await routeInProgramme(app, { question: 'OWN-1', asking: null });
  expect((await app.data.programme.get())!.programme.asking).toEqual([]);
});
