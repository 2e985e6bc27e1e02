// What people read of a survey that does not ask everybody, and what it counts for beside those that do.
import { expect, test } from 'vitest';
import type { AudienceWords } from '#app/domain/surveys/asking/audience.ts';
import { day } from '#app/domain/kernel/day.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { mapWishOf } from '#app/forms/map-wish.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { lettersView } from '#app/services/notifications/write-letters.server.ts';
import { closedSurveys, latestOfDepartment, readResults } from '#app/services/reports/read-results.server.ts';
import { readMap } from '#app/services/reports/read-map.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { offerPaper } from '#app/services/responses.server.ts';
import { listSurveys } from '#app/services/surveys/list-surveys.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

type Wished = { readonly kind: 'parts'; readonly departments: readonly string[] } | { readonly kind: 'half' } | null;

function aDraftFor(id: string, audience: Wished, more: Partial<Survey> = {}): Survey {
  const draft = aDraft(id, { programme: '2026', ...more });
  // A working day on which letters leave.
  const days = { opens: day('2026-11-23'), closes: day('2026-12-04') };
  return { ...draft, ...days, ...more, definition: { ...draft.definition, languages: ['en', 'zh-Hans', 'zh-Hant'], ...(audience && { audience }) } };
}

const sales: Wished = { kind: 'parts', departments: ['sales'] };

/** The small company with a plant of 71 people. */
async function companyWithPlant(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await app.data.departments.saveAll([aDepartment('plant', { parentId: 'amber', name: 'Plant', position: 3 })]);
  await app.data.people.saveAll(Array.from({ length: 71 }, (_, at) => aPerson(`plant-${at}`, { departmentId: 'plant' })));
  return app;
}

async function published(app: TestApp, draft: Survey): Promise<void> {
  await sealed(app, draft);
  for (const [at, { id: personId }] of (await app.data.people.current()).entries()) {
    if ((await offerPaper(app, personId, draft.id)).ok) await castBallot(app, draft.id, { personId, answers: { 'PAY-01': 1 + (at % 5) } });
  }
  const closed = await closeSurvey(app, draft.id);
  if (!closed.ok) throw new Error(closed.because);
}

const lettersTo = async (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1000 });
const ofOthers = async (app: TestApp, person: string) => (await homeOf(app, await actorFor(app, person))).ofOthers;

test('parts: the sealed description says in every language who is asked, and so do the letters', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  const { manifest } = await sealed(app, aDraftFor('sales', sales));
  const { asked, others } = manifest.audience!.said as AudienceWords;
  expect(asked).toEqual({
    en: 'Asked this time: Sales (24 of 44 people). Whole groups are asked; nobody was picked by hand.',
    'zh-Hans': '这次受邀的有：Sales（44 人中的 24 人）。受邀的都是整个群体，没有挑选任何个人。',
    'zh-Hant': '這次受邀的有：Sales（44 人中的 24 人）。受邀的都是整個群體，沒有挑選任何個人。',
  });
  expect(others.en).toContain('nobody was left out by hand');
  expect(await inviteToOpenSurveys(app)).toBe(24);
  const letters = await lettersTo(app);
  expect(letters).toHaveLength(24);
  expect(letters.every(({ text }) => text.includes('Asked this time: Sales (24 of 44 people).') || text.includes('这次受邀的有：Sales'))).toBe(true);
});

test('a half: the description, the letters and the preview of both say that chance draws, before anybody is drawn too', async () => {
  const app = await companyWithPlant();
  const draft = aDraftFor('half', { kind: 'half' });
  await app.data.surveys.add(draft);
  const plan = await planOf(app, draft, { departmentId: null, find: '', page: 1 });
  if (!plan.ok) throw new Error(plan.because);
  const words = 'a random half of every large group, and all of every small one (80 of 115 people)';
  expect(plan.value.manifest.audience?.said?.asked.en).toContain(words);
  const seen = async () => (await lettersView(app, (await app.data.surveys.get('half'))!, { kind: 'opening', language: 'en', reader: 'Hana', seenIn: 'en' })).letter.preview.body;
  expect(await seen()).toContain(words);
  await app.data.surveys.removeDraft('half');
  const { manifest } = await sealed(app, draft);
  expect(manifest.audience?.said?.asked.en).toContain(words);
  expect(await seen()).toContain(words);
  expect(await inviteToOpenSurveys(app)).toBe(80);
  const spoken = manifest.audience!.said!.asked as Readonly<Record<string, string>>;
  expect((await lettersTo(app)).every(({ text, language }) => text.includes(spoken[language!]!))).toBe(true);
});

test('a survey of everybody says nothing of it, in no letter and nowhere else', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  const { manifest } = await sealed(app, aDraftFor('all', null));
  expect(manifest.audience).toBeUndefined();
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect((await lettersTo(app)).some(({ text }) => text.includes('Asked this time'))).toBe(false);
  expect(await ofOthers(app, 'operations-1')).toEqual([]);
});

test('whoever is not asked finds so after signing in, with who is and that nobody was left out by hand; whoever is asked does not', async () => {
  const app = await companyWithPlant();
  await sealed(app, aDraftFor('sales', sales));
  expect(await ofOthers(app, 'north-1')).toEqual([]);
  expect(await ofOthers(app, 'operations-1')).toMatchObject([{ surveyId: 'sales', said: { en: expect.stringMatching(/^Asked this time: Sales\. .*nobody was left out by hand\.$/) as string } }]);
  await closeSurvey(app, 'sales');
  expect(await ofOthers(app, 'operations-1')).toEqual([]);
  await sealed(app, aDraftFor('half', { kind: 'half' }));
  const told = await Promise.all(Array.from({ length: 71 }, (_, at) => ofOthers(app, `plant-${at}`)));
  expect(told.filter((one) => one.length > 0)).toHaveLength(35);
  expect(told.flat()[0]?.said.en).toContain('Chance decided');
});

test('the lists of surveys and of results say of each who is asked', async () => {
  const app = await companyWithPlant();
  await published(app, aDraftFor('sales', sales));
  await sealed(app, aDraftFor('half', { kind: 'half' }));
  await app.data.surveys.add(aDraftFor('draft', { kind: 'parts', departments: ['north', 'plant'] }));
  await app.data.surveys.add(aDraftFor('all', null));
  const asked = new Map((await listSurveys(app)).map(({ survey, asked: who }) => [survey.id, who]));
  expect(Object.fromEntries(asked)).toEqual({ sales: { kind: 'parts', names: 'Sales' }, half: { kind: 'half' }, draft: { kind: 'parts', names: 'North · Plant' }, all: null });
  expect((await closedSurveys(app, 'en')).map(({ id, asked: who }) => [id, who])).toEqual([['sales', { kind: 'parts', names: 'Sales' }]]);
});

test('parts that leave nobody out are no parts in the list either', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, aDraftFor('whole', { kind: 'parts', departments: ['sales', 'operations', 'finance'] }));
  expect((await listSurveys(app)).map(({ asked }) => asked)).toEqual([null]);
});

async function threeSurveys(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await published(app, aDraftFor('first', null));
  await published(app, aDraftFor('between', sales));
  await published(app, aDraftFor('last', null));
  return app;
}

test('a survey of parts is no point of the line of everybody, which goes on past it', async () => {
  const app = await threeSurveys();
  const read = await readResults(app, await actorFor(app, 'hr'), { surveyId: 'last', department: null, language: 'en', compared: 'before' });
  if (!read.ok) throw new Error(read.because);
  const line = read.value.dimensions.length > 0 ? read.value.trends[0]! : null;
  expect(line?.points.map(({ survey, broken }) => [survey, broken])).toEqual([['first', 'first-wave'], ['last', null]]);
  expect(line?.leftOut).toBe(1);
  const own = await readResults(app, await actorFor(app, 'hr'), { surveyId: 'last', department: 'sales', language: 'en', compared: 'before' });
  if (!own.ok) throw new Error(own.because);
  expect(own.value.trends[0]?.points.map(({ survey }) => survey)).toEqual(['first', 'between', 'last']);
});

test('offered for comparison, a survey of parts is called by its parts, and is never the year before of everybody', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await published(app, aDraftFor('parts-then', sales, { programme: null }));
  app.setNow('2027-11-22');
  await published(app, aDraftFor('now', null, { programme: null, opens: day('2027-11-22'), closes: day('2027-12-03') }));
  const year = await readMap(app, await actorFor(app, 'hr'), { surveyId: 'now', language: 'en', wish: mapWishOf(new URLSearchParams('compare=year')) });
  if (!year.ok) throw new Error(year.because);
  expect(year.value.notices).toMatchObject([{ code: 'no-survey', asked: 'year' }]);
  expect(year.value.earlier).toMatchObject([{ id: 'parts-then', asked: 'Sales', as: 'before' }]);
});

test('a head whose department was not asked last goes on seeing its latest own results', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await published(app, aDraftFor('first', null));
  await published(app, aDraftFor('second', sales));
  const latest = async (department: string) => {
    const page = await latestOfDepartment(app, await actorFor(app, 'hr'), { department, language: 'en' });
    return page?.ok ? page.value.survey.id : page;
  };
  expect([await latest('sales'), await latest('operations')]).toEqual(['second', 'first']);
});
