import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonical } from '#app/domain/publication/release/canonical.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { addServiceLink, bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { resultsLetters } from '#app/services/notifications/results-letter.server.ts';
import { toldOfService } from '#app/services/notifications/service-letter.server.ts';
import { rehearse, type Voter } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, planSealing, releaseOf, sealSurvey } from '#app/services/publication.server.ts';
import { closedSurveys } from '#app/services/reports/read-results.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { changeDraft, createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { listSurveys } from '#app/services/surveys/list-surveys.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

const template = 'internal-service';

async function drafted(app: TestApp): Promise<string> {
  const { initial } = await draftOffer(app, { template });
  const draft = await createDraft(app, await actorFor(app, 'hr'), { ...initial, template, pair: null, cuts: [], opens: app.today() });
  if (!draft.ok) throw new Error(draft.because);
  return draft.value.id;
}

async function mapped(lines = 'Operations; Amber; Transport\nFinance; Sales\nKey accounts; Operations; Samples'): Promise<TestApp> {
  const app = await ballotApp();
  const saved = await bringServiceMap(app, 'en', { revision: 0, lines });
  if (!saved.ok) throw new Error(saved.because);
  return app;
}

describe('a service survey', () => {
  test('is offered where there is a map, and asks of each provider what the map says', async () => {
    expect((await draftOffer(await ballotApp(), { template })).templates.map(({ id }) => id)).not.toContain(template);
    const app = await mapped();
    expect(await draftOffer(app, { template })).toMatchObject({ template, fromMap: true });
    const survey = (await app.data.surveys.get(await drafted(app)))!;
    expect(survey.definition.service?.providers.map(({ departments, customers, name }) => [departments, customers, name.en])).toEqual([
      [['operations'], ['amber'], 'Operations'],
      [['key-accounts', 'finance'], ['sales', 'operations'], 'Key accounts and Finance'],
    ]);
    const [depended] = survey.definition.questions;
    expect(depended?.kind === 'several' && depended.options.map(({ label }) => label)).toMatchObject([{ en: 'Operations (Transport)', 'zh-Hans': 'Operations（Transport）' }, { en: 'Key accounts (Samples) and Finance' }]);
  });

  test('is sealed as it was drafted or not at all: a provider that was dissolved or shrank under k meanwhile is said', async () => {
    const app = await mapped('Operations; Amber\nFinance; Sales');
    const id = await drafted(app);
    expect((await planSealing(app, id)).ok).toBe(true);
    const finance = (await app.data.people.current()).filter(({ departmentId }) => departmentId === 'finance');
    await app.data.people.saveAll(finance.slice(0, 3).map((person) => ({ ...person, leftOn: app.today() })));
    expect(await planSealing(app, id)).toMatchObject({ ok: false, because: 'service-map-changed' });
    const { initial } = await draftOffer(app, { survey: (await app.data.surveys.get(id))! });
    const saved = await changeDraft(app, id, { ...initial, template, pair: null, cuts: [], opens: app.today() });
    expect(saved.ok && saved.value.definition.service?.providers.map(({ departments }) => departments)).toEqual([['finance', 'operations']]);
    expect((await planSealing(app, id)).ok).toBe(true);
    await app.data.departments.saveAll([{ ...(await app.data.departments.get('operations'))!, closed: true }]);
    expect(await planSealing(app, id)).toMatchObject({ ok: false, because: 'service-map-changed' });
  });

  test('from the map to a verified release: each provider by its customers, and none with fewer than eight raters', async () => {
    const app = await mapped('Operations; Amber\nFinance; Amber\nKey accounts; Finance');
    const id = await drafted(app);
    const sealed = await sealSurvey(app, id);
    if (!sealed.ok) throw new Error(sealed.because);
    expect(sealed.value.manifest.survey.readers?.en).toMatch(/^After .* the heads of a provider or of departments above it and HR read/);
    const ratings = (provider: string, score: number) => Object.fromEntries(serviceItems.map((item) => [`${item}@${provider}`, score]));
    const [first] = sealed.value.manifest.service!.providers;
    const people = (await everybody(app)).filter((person) => person.startsWith('north') || person.startsWith('south') || person.startsWith('operations'));
    await rehearse(app, id, people.map((personId, index): Voter => ({ personId, answers: personId.startsWith('operations') ? { 'own@p1': 5 } : { [dependedId]: index < 7 ? ['p1', 'p2'] : ['p1'], ...ratings('p1', 1 + (index % 5)), ...ratings('p2', 2) } })));
    const department = (await app.data.departments.get('operations'))!;
    await app.data.departments.saveAll([{ ...department, headId: 'operations-1', closed: true }, { ...(await app.data.departments.get('finance'))!, headId: 'finance-1' }, { ...(await app.data.departments.get('sales'))!, headId: 'north-1' }]);
    const closed = await closeSurvey(app, id);
    if (!closed.ok) throw new Error(closed.because);
    expect(verifyText(closed.value.text, { hash: closed.value.hash }).problems).toEqual([]);
    const release = (await releaseOf(app, id))!.release;
    // Those who may read it are written to, with no figure: the head of a provider, the one above another, HR, and nobody else.
    expect([...(await toldOfService(app, id))].sort()).toEqual(['finance-1', 'hr', 'north-1']);
    expect(await app.data.owedLetters.count()).toBe(3);
    const letter = (await resultsLetters(app, id))!((await app.data.people.get('finance-1'))!)!.letter.text;
    expect(letter).toContain(`/results/${id}/services`);
    expect(letter).not.toMatch(/of 100|n = /);
    // HR is told that there are results, and where.
    const results = { published: true, results: `/results/${id}/services` };
    expect(await listSurveys(app)).toMatchObject([results]);
    expect(await sealedView(app, id)).toMatchObject({ ok: true, value: results });
    // Nothing of it says how everybody answered: its figures are for providers.
    expect((await homeOf(app, await actorFor(app, 'hr'))).last).toBeNull();
    expect(first?.departments).toContain('operations');
    expect(Object.keys(release.items).sort()).toEqual([...serviceItems.map((item) => `${item}@p1`), 'own@p1'].sort());
    for (const { cells } of Object.values(release.items)) for (const cell of Object.values(cells)) expect(cell.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(8);
  });

  test('is a survey in the list of surveys, and no wave of any line', async () => {
    const app = await mapped('Operations; Amber');
    const id = await drafted(app);
    await sealSurvey(app, id);
    await closeSurvey(app, id);
    expect((await listSurveys(app)).map(({ survey, published }) => [survey.id, published])).toEqual([[id, false]]);
    expect(await closedSurveys(app, 'en')).toEqual([]);
    expect(await app.data.news.since(app.today())).toEqual([]);
  });

  test('of twelve providers costs the answer page a few kilobytes more', async () => {
    const app = await ballotApp();
    const made = Array.from({ length: 12 }, (_, at) => ({ ...aDepartment(`d-${at}`, { parentId: 'amber', name: `Department of matters ${at}` }), position: 20 + at }));
    await app.data.departments.saveAll(made);
    await app.data.people.saveAll(made.flatMap(({ id }) => Array.from({ length: 8 }, (_, at) => aPerson(`${id}-${at}`, { departmentId: id }))));
    for (const [at, { name }] of made.entries()) expect(await addServiceLink(app, { revision: at, provider: name, customer: 'Amber', kind: `service ${at}` })).toMatchObject({ ok: true });
    const id = await drafted(app);
    const sealed = await sealSurvey(app, id);
    if (!sealed.ok) throw new Error(sealed.because);
    const whole = canonical(sealed.value.manifest);
    const without = canonical({ ...sealed.value.manifest, questions: [] });
    const more = gzipSync(whole).length - gzipSync(without).length;
    expect([sealed.value.manifest.questions.length, more < 5_000]).toEqual([1 + 12 * 9 + 1, true]);
  });
});
