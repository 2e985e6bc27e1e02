// A question of some groups from the draft to the ballot page, the release and the pages: named by who was asked, beside nothing of everybody.
import { expect, test } from 'vitest';
import { askOffer } from '#app/ballot/issuance.ts';
import { flowOf } from '#app/ballot/flow.ts';
import { emptyDraft } from '#app/ballot/draft.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { releaseIn } from '#app/domain/publication/release-text.ts';
import { tablesOf } from '#app/domain/reports/document/document.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { ownId } from '#app/domain/surveys/own/own-question.ts';
import { castBallot, sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey, type Sealed } from '#app/services/publication.server.ts';
import { readQuestions } from '#app/services/reports/read-results.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import { offerPaper } from '#app/services/responses.server.ts';
import { openSurveysFor } from '#app/services/responses/show-invitations.server.ts';
import { changeDraft, createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { changeOwn, decideGates } from '#app/services/surveys/own-questions.server.ts';
import { routeQuestion, routedIn, routingView } from '#app/services/surveys/route-questions.server.ts';
import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { attack } from '#tests/support/attacker.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

async function company(kinds: readonly OwnKind[] = ['satisfaction']): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  for (const kind of kinds) {
    const wishes = { ...ownWishes(kind), text: { ...ownWishes(kind).text, 'zh-Hant': '您對餐廳滿意嗎？' }, answers: { ...ownWishes(kind).answers, 'zh-Hant': '無\n少\n多\n全部' } };
    const own = given(await createOwn(app, wishes));
    expect(ownId(given(await decideGates(app, own.number, passing)))).toMatch(/^OWN-/);
  }
  return app;
}

const wishesOf = (app: TestApp, own: readonly string[]) => ({ template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own });

async function drafted(app: TestApp, own: readonly string[] = ['OWN-1']): Promise<string> {
  return given(await createDraft(app, await actorFor(app, 'hr'), wishesOf(app, own))).id;
}

async function sealedWith(app: TestApp, departments: readonly string[] | null, own: readonly string[] = ['OWN-1']): Promise<{ id: string } & Sealed> {
  const id = await drafted(app, own);
  for (const question of own) given(await routeQuestion(app, id, { question, asking: departments && { departments } }));
  return { id, ...given(await sealSurvey(app, id)) };
}

/** As the ballot page asks. */
async function askedOf(app: TestApp, person: string, { id, manifest, hash }: { id: string } & Sealed): Promise<readonly string[]> {
  const offer = given(await offerPaper(app, person, id));
  const { block, asked } = given(await askOffer(() => Promise.resolve(new Response(JSON.stringify(offer))), { manifest, hash }));
  return flowOf(manifest.questions, { ...emptyDraft, block, asked }).questions.map((question) => question.id);
}

async function closed(app: TestApp, id: string, answers: (person: string, at: number) => Answers) {
  for (const [at, personId] of (await everybody(app)).entries()) await castBallot(app, id, { personId, answers: answers(personId, at) });
  app.setNow(`${addDays(app.today(), 8)}T12:00:00Z`);
  const { text, hash } = given(await closeSurvey(app, id));
  expect(verifyText(text, { hash }).problems).toEqual([]);
  const release = releaseIn(text);
  for (const finding of attack(release)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
  return release;
}

const read = async (app: TestApp, surveyId: string, department: string | null = null) => given(await readQuestions(app, await actorFor(app, 'hr'), { surveyId, department, language: 'en' }));

test('each person’s page asks what the own group is asked, the start page counts it, and everybody can read who that is', async () => {
  const app = await company();
  const pulse = await sealedWith(app, ['sales']);
  expect(pulse.manifest.routing).toEqual([{ question: 'OWN-1', departments: ['sales'] }]);
  for (const person of ['north-2', 'south-2', 'key-accounts-1']) expect(await askedOf(app, person, pulse), person).toContain('OWN-1');
  for (const person of ['operations-3', 'hr']) expect(await askedOf(app, person, pulse), person).not.toContain('OWN-1');
  const counts = await Promise.all(['north-2', 'hr'].map(async (personId) => (await openSurveysFor(app, { personId, language: 'en' }))[0]!.questions));
  expect(counts[0]! - counts[1]!).toBe(1);
  expect(given(await sealedView(app, pulse.id)).routed['OWN-1']).toMatchObject({ to: { people: 24, names: ['Sales'], with: [] }, screener: null });
});

test('whoever is counted together is asked together, and the draft says whom the question reaches and from how many it is shown', async () => {
  const app = await company();
  const id = await drafted(app);
  given(await routeQuestion(app, id, { question: 'OWN-1', asking: { departments: ['finance'] } }));
  const draft = (await app.data.surveys.get(id))!;
  const [row] = (await routingView(app, draft)).questions;
  expect(row).toMatchObject({ id: 'OWN-1', k: 5, lines: { to: { people: 20, names: ['Finance'], with: ['Operations'], of: 1 } }, wrong: null });
  expect(await routedIn(app, draft)).toMatchObject({ 'OWN-1': { to: { people: 20 } } });
  const preview = async (departmentId: string) => given(await planOf(app, draft, { departmentId, find: '', page: 1 })).manifest.questions.map((question) => question.id);
  expect([(await preview('finance')).includes('OWN-1'), (await preview('operations')).includes('OWN-1'), (await preview('north')).includes('OWN-1')]).toEqual([true, true, false]);
});

test('a change of the draft keeps who is asked, as long as the question is in it', async () => {
  const app = await company();
  const id = await drafted(app);
  given(await routeQuestion(app, id, { question: 'OWN-1', asking: { departments: ['sales'] } }));
  given(await changeDraft(app, id, { ...wishesOf(app, ['OWN-1']), title: same('Another') }));
  expect((await app.data.surveys.get(id))!.definition.routing).toEqual([{ question: 'OWN-1', departments: ['sales'] }]);
  given(await changeDraft(app, id, wishesOf(app, [])));
  expect((await app.data.surveys.get(id))!.definition.routing).toBeUndefined();
});

test('what nobody can reach is refused where it is chosen and before sealing, and nothing is lost', async () => {
  const app = await company();
  const id = await drafted(app);
  const refusalOf = async (departments: readonly string[], question = 'OWN-1') => {
    const outcome = await routeQuestion(app, id, { question, asking: departments && { departments } });
    return outcome.ok ? 'kept' : [outcome.because, outcome.details['question']];
  };
  const words = 'How satisfied are you with the canteen?';
  expect(await refusalOf([])).toEqual(['routed-no-parts', words]);
  expect(await refusalOf(['nowhere'])).toEqual(['routed-part-gone', words]);
  expect((await refusalOf(['sales'], 'PAY-01'))[0]).toBe('routed-fixed');
  expect((await app.data.surveys.get(id))!.definition.routing).toBeUndefined();
  expect(await refusalOf(['north'])).toBe('kept');
  // The survey asks another part of the company now.
  given(await changeDraft(app, id, { ...wishesOf(app, ['OWN-1']), audience: { kind: 'parts', departments: ['operations'] } }));
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'routed-nobody', details: { question: words } });
  expect((await app.data.surveys.get(id))!.definition.routing).toEqual([{ question: 'OWN-1', departments: ['north'] }]);
});

test('results stand apart, named by who was asked, and what others sent all the same counts nowhere', async () => {
  const app = await company(['satisfaction', 'choice', 'long']);
  const own = ['OWN-1', 'OWN-2', 'OWN-3'];
  const pulse = await sealedWith(app, ['sales'], own);
  const release = await closed(app, pulse.id, (person, at) => ({ 'PAY-01': 4, 'OWN-1': person.startsWith('operations') ? 1 : 3 + (at % 3), 'OWN-2': ['a1'], 'OWN-3': person.startsWith('operations') ? 'from the store' : at % 2 ? 'warmer soup' : '' }));
  const { partition, cells } = release.items['OWN-1']!;
  expect(release.partitions[partition]!.atoms.flatMap(({ departments }) => departments).sort()).toEqual(['key-accounts', 'north', 'south']);
  expect(Object.values(cells).flat().reduce((sum, n) => sum + n, 0)).toBe(24);
  expect(release.comments.map(({ text }) => text)).not.toContain('from the store');
  const page = await read(app, pulse.id);
  expect([page.alone, page.chosen]).toEqual([[], []]);
  expect(page.ofSome.map(({ id, to, group }) => [id, to?.people, to?.names, group?.names.map(({ name }) => name), group?.answered])).toEqual([['OWN-1', 24, ['Sales'], ['Sales'], 24], ['OWN-2', 24, ['Sales'], ['Sales'], 24]]);
  expect(page.ofSome[0]!.question).toMatchObject({ level: { n: 24 }, favourable: { percent: 67 } });
  // Two of every group are shown without a choice.
  expect(page.ofSome[1]!.chosen!.options[0]!.chosen!.people).toBeLessThanOrEqual(22);
  expect((await read(app, pulse.id, 'operations')).ofSome).toEqual([]);
  expect((await read(app, pulse.id, 'north')).ofSome[0]).toMatchObject({ group: { names: [{ name: 'North' }], answered: 12 } });
});

test('a line goes on while the same people are asked, and breaks where others are', async () => {
  const app = await company();
  const line: (string | null)[][] = [];
  for (const [at, departments] of [['sales'], ['sales'], ['north'], null].entries()) {
    app.setNow(`${2027 + at}-03-01T12:00:00Z`);
    const { id } = await sealedWith(app, departments);
    await app.data.surveys.replace({ ...(await app.data.surveys.get(id))!, programme: '2026' }, 'sealed');
    await closed(app, id, (_, n) => ({ 'PAY-01': 4, 'OWN-1': 3 + (n % 3) }));
    const page = await read(app, id);
    const trend = page.ofSome[0]?.line ?? page.lines[0];
    line.push(trend?.points.map(({ broken }) => broken) ?? []);
  }
  expect(line).toEqual([[], ['first-wave', null], ['first-wave', null, 'wording'], ['first-wave', null, 'wording', 'wording']]);
});

test('whoever watches sizes learns nothing: sheets with and without the question are sealed to one size', async () => {
  const app = await company();
  const pulse = await sealedWith(app, ['sales']);
  const sizes = new Set<number>();
  for (const [person, answers] of [['north-2', { 'PAY-01': 4, 'OWN-1': 5 }], ['north-3', {}], ['operations-2', { 'PAY-01': 4 }], ['hr', {}]] as const) {
    sizes.add((await sealWith(app, await takePaper(app, pulse.id, person), answers)).length);
  }
  expect(sizes.size).toBe(1);
});

test('what «yes» opens is sealed after its question, shown for the company from thirty answers on, and never says to how many it applies', async () => {
  const app = await company(['satisfaction', 'applies']);
  const id = await drafted(app, ['OWN-1', 'OWN-2']);
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'screener-idle', details: { question: 'How satisfied are you with the canteen?' } });
  given(await routeQuestion(app, id, { question: 'OWN-1', asking: { screener: 'OWN-2' } }));
  expect(await routeQuestion(app, id, { question: 'OWN-1', asking: { screener: 'PAY-01' } })).toMatchObject({ ok: false, because: 'screener-unfit' });
  expect(await routeQuestion(app, id, { question: 'OWN-2', asking: { screener: 'OWN-2' } })).toMatchObject({ ok: false, because: 'screened-kind' });
  const { manifest } = given(await sealSurvey(app, id));
  expect(manifest.questions.map((question) => question.id).slice(-4)).toEqual(['importance-pick3', 'OWN-2', 'OWN-1', 'OPN-01']);
  const release = await closed(app, id, (person, at) => ({ 'PAY-01': 4, 'OWN-2': at % 8 === 0 ? 'no' : 'yes', 'OWN-1': 2 + (at % 4) }));
  expect(release.items['OWN-2']).toBeUndefined();
  const page = await read(app, id);
  expect(page.ofSome).toMatchObject([{ id: 'OWN-1', to: null, screener: 'How satisfied are you with the canteen?', question: { level: { n: 38, size: null } } }]);
  expect(page.alone).toEqual([]);
});

test('a draft whose screener is taken out says that nobody can reach the question, and keeps what was chosen', async () => {
  const app = await company(['satisfaction', 'applies']);
  const id = await drafted(app, ['OWN-1', 'OWN-2']);
  given(await routeQuestion(app, id, { question: 'OWN-1', asking: { screener: 'OWN-2' } }));
  given(await changeDraft(app, id, wishesOf(app, ['OWN-1'])));
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'screener-gone' });
  expect((await app.data.surveys.get(id))!.definition.routing).toEqual([{ question: 'OWN-1', screener: 'OWN-2' }]);
});

test('a report says in every line who was asked, and puts none of it beside figures of everybody', async () => {
  const app = await company(['satisfaction', 'choice', 'applies', 'agreement']);
  const id = await drafted(app, ['OWN-1', 'OWN-2', 'OWN-3', 'OWN-4']);
  for (const question of ['OWN-1', 'OWN-2']) given(await routeQuestion(app, id, { question, asking: { departments: ['sales'] } }));
  given(await routeQuestion(app, id, { question: 'OWN-4', asking: { screener: 'OWN-3' } }));
  given(await sealSurvey(app, id));
  await closed(app, id, (_, at) => ({ 'PAY-01': 4, 'OWN-1': 3 + (at % 3), 'OWN-2': ['a1'], 'OWN-3': 'yes', 'OWN-4': 2 + (at % 4) }));
  const { document } = given(await writeReport(app, await actorFor(app, 'hr'), { surveyId: id, department: null, language: 'en' }));
  const rows = (table: string) => tablesOf(document).find((one) => one.id === table)?.rows.map((row) => row.slice(1, 4).map(({ text }) => text)) ?? [];
  expect(rows('asked-of-some')).toEqual([
    ['Asked of 24 people in Sales', 'Sales', '24'],
    ['Asked of those who say “yes” to “How satisfied are you with the canteen?”', 'Amber', '42'],
  ]);
  expect(rows('asked-of-some-chosen')[0]).toEqual(['Asked of 24 people in Sales', 'Sales', 'None']);
  expect(rows('chosen')).toEqual([]);
  expect(tablesOf(document).filter(({ id: one }) => !one.startsWith('asked-of-some') && one !== 'questionnaire').flatMap(({ rows: all }) => all.flat()).some(({ text }) => text.includes('canteen'))).toBe(false);
});

test('new words for a question that was asked before keep who is asked in the drafts that hold it, and what «yes» opens', async () => {
  const app = await company(['satisfaction', 'applies', 'agreement']);
  const own = ['OWN-1', 'OWN-2', 'OWN-3'];
  const route = async (id: string) => {
    given(await routeQuestion(app, id, { question: 'OWN-1', asking: { screener: 'OWN-2' } }));
    given(await routeQuestion(app, id, { question: 'OWN-3', asking: { departments: ['sales'] } }));
  };
  const before = await drafted(app, own);
  await route(before);
  given(await sealSurvey(app, before));
  const id = await drafted(app, own);
  await route(id);
  for (const [number, kind] of [[1, 'satisfaction'], [2, 'applies'], [3, 'agreement']] as const) {
    const { text, ...wishes } = ownWishes(kind);
    given(await changeOwn(app, number, { ...wishes, text: { ...text, en: 'And now, how satisfied are you with the canteen?', 'zh-Hant': '您對餐廳滿意嗎？' }, answers: { ...wishes.answers, 'zh-Hant': '無\n少\n多\n全部' } }));
  }
  const { questions, routing } = (await app.data.surveys.get(id))!.definition;
  expect(questions.map((question) => question.id).filter((one) => one.startsWith('OWN-')).sort()).toEqual(['OWN-1-v2', 'OWN-2-v2', 'OWN-3-v2']);
  expect(routing).toEqual([{ question: 'OWN-1-v2', screener: 'OWN-2-v2' }, { question: 'OWN-3-v2', departments: ['sales'] }]);
});
