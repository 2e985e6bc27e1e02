// The company changes under a service survey: each change is said in one sentence or does nothing, and nobody is rated twice or by name.
import { describe, expect, test } from 'vitest';
import type { ServiceMapPage } from '#app/domain/organisation/service-map-page.ts';
import type { ServicePage } from '#app/domain/reports/service-page.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { loader as services } from '#app/routes/results.$id.services.tsx';
import { toldOfService } from '#app/services/notifications/service-letter.server.ts';
import { bringServiceMap, serviceMapPage } from '#app/services/organisation/service-map.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, planSealing } from '#app/services/publication.server.ts';
import { listSurveys } from '#app/services/surveys/list-surveys.server.ts';
import { changeDraft, createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDepartment } from '#tests/support/directory.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { aServiceWave, depends, given, openService } from '#tests/support/service-waves.ts';
import { visit } from '#tests/support/visit.ts';

const lines = 'Operations; Sales; Transport\nFinance; Sales; Bills';

async function mapped(written = lines): Promise<TestApp> {
  const app = await ballotApp();
  given(await bringServiceMap(app, 'en', { revision: 0, lines: written }));
  return app;
}

async function change(app: TestApp, id: string, to: object): Promise<void> {
  await app.data.departments.saveAll([{ ...(await app.data.departments.get(id))!, ...to }]);
}

const template = 'internal-service';

async function drafted(app: TestApp): Promise<string> {
  const { initial } = await draftOffer(app, { template });
  return given(await createDraft(app, await actorFor(app, 'hr'), { ...initial, template, pair: null, cuts: [], opens: app.today() })).id;
}

async function savedAgain(app: TestApp, id: string) {
  const { initial } = await draftOffer(app, { survey: (await app.data.surveys.get(id))! });
  return changeDraft(app, id, { ...initial, template, pair: null, cuts: [], opens: app.today() });
}

const mapOf = async (app: TestApp): Promise<ServiceMapPage> => serviceMapPage(app);
const pageOf = async (app: TestApp, id: string) => ((await visit(app, services, `/results/${id}/services`, { as: 'hr', params: { id } })) as { service: ServicePage }).service;
const providersIn = async (app: TestApp, id: string) => (await app.data.surveys.get(id))!.definition.service!.providers.map(({ departments, customers, name }) => [departments, customers, name.en]);

describe('before sealing', () => {
  test.each([
    ['a provider is dissolved', 'finance', { closed: true }],
    ['a customer is dissolved', 'key-accounts', { closed: true }],
    ['a provider has another name', 'finance', { name: 'Accounts' }],
    ['a provider comes to lie in another', 'finance', { parentId: 'operations' }],
    ['a customer comes to lie in its provider', 'sales', { parentId: 'operations' }],
  ])('%s: the draft says so once and stays as it was', async (_what, id, to) => {
    const app = await mapped('Operations; Sales; Transport\nOperations; Key accounts\nFinance; Sales; Bills');
    const draft = await drafted(app);
    const before = (await app.data.surveys.get(draft))!;
    await change(app, id, to);
    expect(await planSealing(app, draft)).toMatchObject({ ok: false, because: 'service-map-changed' });
    expect(await app.data.surveys.get(draft)).toEqual(before);
  });

  test('a provider that lies in another is asked about with that other alone, and the map says why', async () => {
    const app = await mapped();
    const draft = await drafted(app);
    await change(app, 'finance', { parentId: 'operations' });
    expect((await mapOf(app)).providers).toMatchObject([{ id: 'operations', inside: null }, { id: 'finance', inside: 'Operations' }]);
    given(await savedAgain(app, draft));
    expect(await providersIn(app, draft)).toEqual([[['operations'], ['sales'], 'Operations']]);
    expect((await planSealing(app, draft)).ok).toBe(true);
  });

  test('a customer that lies in its provider is none any more, and the map says so', async () => {
    const app = await mapped('Operations; Finance; Transport\nOperations; North');
    await change(app, 'finance', { parentId: 'operations' });
    expect((await mapOf(app)).providers).toMatchObject([{ id: 'operations', links: [{ customer: { id: 'finance' }, own: true }, { customer: { id: 'north' }, own: false }] }]);
    expect(await providersIn(app, await drafted(app))).toEqual([[['operations'], ['north'], 'Operations']]);
  });

  test('where nobody is left on the map, a draft is refused in one sentence', async () => {
    const app = await mapped('Operations; Key accounts');
    const draft = await drafted(app);
    await change(app, 'key-accounts', { closed: true });
    expect(await savedAgain(app, draft)).toMatchObject({ ok: false, because: 'no-providers' });
  });
});

describe('while people rate', () => {
  test.each([
    ['dissolved', { closed: true }],
    ['renamed', { name: 'Works' }],
    ['moved', { parentId: 'finance' }],
    ['without a head', { headId: null }],
  ])('a provider that is %s goes on under its sealed name, and HR reads it', async (_what, to) => {
    const app = await mapped();
    const { id, idOf } = await openService(app);
    await change(app, 'operations', to);
    await rehearse(app, id, (await everybody(app)).filter((one) => /^(north|south)/.test(one)).map((personId) => ({ personId, answers: depends({ [idOf('operations')]: 4 }) })));
    given(await closeSurvey(app, id));
    const { providers, few } = await pageOf(app, id);
    expect(providers.map(({ name, index }) => [name, index])).toEqual([['Operations', 75]]);
    expect(few).toEqual(['Finance']);
    expect(providers[0]!.plans.length).toBe('closed' in to ? 0 : 1);
    // Nobody who does not lead it or all of it hears of it but HR.
    expect(await toldOfService(app, id)).toContain('hr');
  }, 60_000);

  test('a customer that is dissolved has rated all the same', async () => {
    const app = await mapped('Operations; South\nFinance; North\nFinance; South');
    const { id, idOf } = await openService(app);
    const people = (await everybody(app)).filter((one) => /^(north|south)/.test(one));
    await rehearse(app, id, people.map((personId) => ({ personId, answers: depends({ [idOf('finance')]: 3 }) })));
    await change(app, 'north', { closed: true });
    given(await closeSurvey(app, id));
    expect((await pageOf(app, id)).providers.map(({ name, n }) => [name, n])).toEqual([['Finance', people.length]]);
  }, 60_000);

  test('nobody depended on anybody: the page says that nothing is shown, and of whom', async () => {
    const app = await mapped();
    const id = await aServiceWave(app, () => ({ [dependedId]: [] }));
    const page = await pageOf(app, id);
    expect([page.providers, [...page.few].sort(), page.matrix, page.reciprocity, page.comments]).toEqual([[], ['Finance', 'Operations'], null, null, []]);
  }, 60_000);

  test('nobody answered at all: there are no results, and the list of surveys promises none', async () => {
    const app = await mapped();
    const id = await aServiceWave(app, () => null);
    expect(((await visit(app, services, `/results/${id}/services`, { as: 'hr', params: { id } })) as Response).status).toBe(404);
    expect((await listSurveys(app)).map(({ published }) => published)).toEqual([false]);
  }, 60_000);
});

describe('a map from a file', () => {
  test('with errors is refused whole, as often as it is brought, and brought right twice it is the same map', async () => {
    const app = await mapped();
    const wrong = 'Operations; Sales; Transport\nFinance; Moon base\nOperations; Sales; Transport';
    for (let time = 0; time < 2; time += 1) {
      expect(await bringServiceMap(app, 'en', { revision: 1, lines: wrong })).toMatchObject({ ok: false, because: 'services-wrong', details: { n: 2, problems: 'Line 2: There is no department “Moon base”. Write it as the list of departments does, for example “Amber”\nLine 3: This is on the map already: “Operations” serves “Sales” with it' } });
      expect(await mapOf(app)).toMatchObject({ revision: 1, lines });
    }
    given(await bringServiceMap(app, 'en', { revision: 1, lines }));
    expect(await bringServiceMap(app, 'en', { revision: 1, lines })).toMatchObject({ ok: false, because: 'yardsticks-changed' });
    expect(await mapOf(app)).toMatchObject({ revision: 2, lines });
  });

  test('of 500 departments is read; more pairs or more providers than a map holds are told line by line', async () => {
    const app = await ballotApp();
    await app.data.departments.saveAll(Array.from({ length: 490 }, (_, at) => ({ ...aDepartment(`d-${at}`, { parentId: 'amber', name: `Department ${at}` }), position: 20 + at })));
    const pair = (provider: number, customer: number) => `Department ${provider}; Department ${customer}`;
    const full = Array.from({ length: 480 }, (_, at) => pair(at % 12, 10 + at < 12 ? 400 : 10 + (at % 478) + 2)).filter((one) => one.split('; ')[0] !== one.split('; ')[1]);
    given(await bringServiceMap(app, 'en', { revision: 0, lines: full.join('\n') }));
    expect((await mapOf(app)).providers).toHaveLength(12);
    expect(await bringServiceMap(app, 'en', { revision: 1, lines: [...full, pair(13, 14)].join('\n') })).toMatchObject({ ok: false, details: { n: 1, problems: `Line ${full.length + 1}: A map holds up to 12 providers, so that people find theirs at a glance. Remove one first` } });
    const tooMany = Array.from({ length: 501 }, (_, at) => `Department ${at % 12}; Department ${20 + Math.floor(at / 12)}`);
    expect(await bringServiceMap(app, 'en', { revision: 1, lines: tooMany.join('\n') })).toMatchObject({ ok: false, details: { n: 1, problems: 'Line 501: A map holds up to 500 pairs. Choose customers higher up in the tree' } });
    expect((await mapOf(app)).revision).toBe(1);
  }, 60_000);
});
