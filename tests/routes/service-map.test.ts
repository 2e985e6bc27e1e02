import { describe, expect, test } from 'vitest';
import type { ServiceMapPage } from '#app/domain/organisation/service-map-page.ts';
import { action, loader } from '#app/routes/surveys.services.tsx';
import { loader as csv } from '#app/routes/surveys.services[.]csv.tsx';
import { action as ofFile } from '#app/routes/surveys.services_.file.tsx';
import { action as saveLines } from '#app/routes/surveys.services_.lines.tsx';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';

const at = '/surveys/services';

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  return app;
}

const shown = async (app: TestApp) => ((await visit(app, loader, at, { as: 'hr' })) as { map: ServiceMapPage }).map;
const act = (app: TestApp, form: Record<string, string>) => visit(app, action, at, { as: 'hr', form }) as Promise<Response>;
const add = (app: TestApp, provider: string, customer: string, { kind = '', revision = '0' } = {}) => act(app, { act: 'add', revision, provider, customer, kind });
const lines = (app: TestApp, text: string, revision = '0') => visit(app, saveLines, `${at}/lines`, { as: 'hr', form: { revision, lines: text } }) as Promise<Response>;
const told = async (response: Promise<Response>) => {
  const reply = await response;
  const said = (await reply.json()) as { errors: Record<string, string>; words: Record<string, string>; values: object };
  return [reply.status, said.errors, Object.values(said.words)[0]];
};

describe('the map of who serves whom', () => {
  test('grows and shrinks pair by pair, a provider of fewer than k people beside the one it is rated with', async () => {
    const app = await company();
    expect((await add(app, 'Operations', 'amber', { kind: 'Transport' })).headers.get('location')).toBe(`${at}?saved`);
    await add(app, 'Key accounts', 'Finance', { revision: '1' });
    const page = await shown(app);
    expect(page.departments[0]).toBe('Amber');
    expect(page).toMatchObject({ revision: 2, missing: 0, k: 5, lines: 'Operations; Amber; Transport\nKey accounts; Finance' });
    expect(page.providers).toMatchObject([
      { id: 'operations', people: 14, gone: false, together: ['Key accounts'], links: [{ customer: { id: 'amber', name: 'Amber' }, kind: 'Transport' }] },
      { id: 'key-accounts', people: 3, together: ['Operations'], links: [{ customer: { name: 'Finance' }, kind: '' }] },
    ]);
    await act(app, { act: 'remove', revision: '2', from: 'operations', to: 'amber', what: 'Transport' });
    expect(await shown(app)).toMatchObject({ revision: 3, missing: 2, providers: [{ id: 'key-accounts', together: [] }] });
  });

  test('is refused in one sentence at the field that can mend it, and stays as it was', async () => {
    const app = await company();
    await add(app, 'Sales', 'Finance');
    expect(await told(add(app, 'Finanse', 'Operations', { revision: '1' }))).toEqual([422, { provider: 'services-department-near' }, 'There is no department “Finanse”. Is it “Finance”?']);
    expect(await told(add(app, 'Operations', 'Moon base', { revision: '1' }))).toMatchObject([422, { customer: 'services-department' }, expect.anything()]);
    expect(await told(add(app, 'Sales', 'North', { revision: '1' }))).toEqual([422, { customer: 'services-own' }, '“North” is part of “Sales”, and nobody is a customer of the own department. Choose a customer outside it']);
    expect(await told(add(app, 'North', 'Finance', { revision: '1' }))).toMatchObject([422, { provider: 'services-within' }, expect.anything()]);
    expect(await told(add(app, 'Operations', 'Finance', { revision: '0' }))).toMatchObject([422, { '': 'yardsticks-changed' }, expect.anything()]);
    expect(await shown(app)).toMatchObject({ revision: 1, lines: 'Sales; Finance' });
  });

  test('keeps a dissolved department where HR sees it, and rates nobody with it', async () => {
    const app = await company();
    await lines(app, 'Operations; Amber\nKey accounts; Finance');
    const operations = (await app.data.departments.get('operations'))!;
    await app.data.departments.saveAll([{ ...operations, closed: true }]);
    expect(await shown(app)).toMatchObject({ missing: 2, providers: [{ id: 'operations', gone: true, people: null, together: [] }, { id: 'key-accounts', gone: false, together: [] }] });
    await act(app, { act: 'remove', revision: '1', from: 'operations', to: 'amber', what: '' });
    expect((await shown(app)).providers.map(({ id }) => id)).toEqual(['key-accounts']);
  });

  test('goes out as a file and comes in again, looked at before it is saved', async () => {
    const app = await company();
    await lines(app, 'Operations; Amber; =1+1\nSales; Finance');
    const file = await (await visit(app, csv, `${at}.csv`, { as: 'hr' }) as Response).text();
    expect(file).toBe("Provider,Customer,What for\r\nOperations,Amber,'=1+1\r\nSales,Finance,\r\n");
    const right = await uploadTo(app, ofFile, { as: 'hr', files: { file: '\uFEFFProvider,Customer,What for\nFinance,Sales,Bills\nOperations,Finance,\n' } });
    expect([right.status, await right.json()]).toMatchObject([200, { errors: {}, values: { lines: 'Provider; Customer; What for\nFinance; Sales; Bills\nOperations; Finance; ' } }]);
    const wrong = await uploadTo(app, ofFile, { as: 'hr', files: { file: 'Provider,Customer\nFinance,Moon base\n' } });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: { lines: 'services-wrong' }, details: { problems: 'Line 2: There is no department “Moon base”. Write it as the list of departments does, for example “Amber”' } }]);
    expect((await shown(app)).lines).toBe('Operations; Amber; =1+1\nSales; Finance');
    await lines(app, 'Provider; Customer; What for\nFinance; Sales; Bills\nOperations; Finance; ', '1');
    expect((await shown(app)).lines).toBe('Finance; Sales; Bills\nOperations; Finance');
    expect(await told(lines(app, 'Finance; Finance', '2'))).toMatchObject([422, { lines: 'services-wrong' }, expect.anything()]);
    expect((await shown(app)).revision).toBe(2);
  });

  test('is kept by HR alone', async () => {
    const app = await company();
    for (const as of ['admin', 'north-1', 'north-2']) expect(((await visit(app, loader, at, { as })) as Response).status).toBe(403);
  });
});
