import { textOf } from '#app/text/text.ts';
import { expect, test } from 'vitest';
import type { DraftOffer } from '#app/domain/surveys/draft-offer.ts';
import { action as create, loader as newLoader } from '#app/routes/surveys.new.tsx';
import { action as change, loader as editLoader } from '#app/routes/surveys.$id.edit.tsx';
import { action as seal, loader as sealLoader } from '#app/routes/surveys.$id.seal.tsx';
import { loader as one } from '#app/routes/surveys.$id._index/route.tsx';
import type { FormReply } from '#app/text/form-reply.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aPerson } from '#tests/support/directory.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

const form = {
  template: 'pulse-core',
  'title-en': 'Autumn pulse',
  'title-zh-Hans': '秋季调查',
  'title-zh-Hant': '秋季調查',
  'purpose-en': 'To learn',
  'purpose-zh-Hans': '为了了解',
  'purpose-zh-Hant': '為了了解',
  opens: '2026-11-22',
  closes: '2026-12-04',
};

const asHr = { as: 'hr' } as const;
type Fields = Record<string, string | readonly string[]>;

const posted = (app: TestApp, more: Fields) => visit(app, create, '/surveys/new', { ...asHr, form: { ...form, ...more } }) as Promise<Response>;

async function drafted(app: TestApp, more: Fields): Promise<string> {
  const answer = await posted(app, more);
  expect(answer.status).toBe(302);
  return answer.headers.get('location')!.split('/').at(-1)!;
}

const definitionOf = async (app: TestApp, id: string) => (await app.data.surveys.get(id))!.definition;
const tablesOf = async (app: TestApp, id: string) => (await definitionOf(app, id)).cuts.map(({ question, scope }) => `${question}@${scope}`);

test('tables that are ticked are declared in the order told, without a script in the order of the page', async () => {
  const app = await ballotApp();
  const cuts = ['tenure@company', 'tenure@sales', 'place@company'];
  expect(await tablesOf(app, await drafted(app, { cuts }))).toEqual(cuts);
  // As browsers send a hidden field with lines; the table that no order names comes last.
  const id = await drafted(app, { cuts, order: 'place@company\r\ntenure@sales\r\nlevel@company' });
  expect(await tablesOf(app, id)).toEqual(['place@company', 'tenure@sales', 'tenure@company']);
  expect(await tablesOf(app, await drafted(app, { cuts: 'hours@company' }))).toEqual(['hours@company']);
  expect(await tablesOf(app, await drafted(app, {}))).toEqual([]);
});

test('tables show every usual question unless others are named', async () => {
  const app = await ballotApp();
  const usual = await definitionOf(app, await drafted(app, { cuts: 'tenure@company', shown: ['PAY-01'] }));
  expect(usual.cuts[0]!.items.length).toBeGreaterThan(4);
  const named = await definitionOf(app, await drafted(app, { cuts: 'tenure@company', shows: 'chosen', shown: ['PAY-01', 'BEN-01', 'PAY-02'] }));
  // PAY-02 is offered, but not asked in this survey.
  expect(named.cuts[0]!.items).toEqual(['PAY-01', 'BEN-01']);
});

test.each([
  ['a background question that is not offered', { cuts: 'shoe-size@company' }, { cuts: 'unknown-background' }],
  ['a department that is not there', { cuts: 'tenure@west' }, { cuts: 'unknown-division' }],
  ['what is no table at all', { cuts: 'tenure' }, { cuts: 'unknown-background' }],
  ['four background questions', { cuts: ['tenure@company', 'level@company', 'place@company', 'hours@company'] }, { cuts: 'too-many-backgrounds' }],
  ['no question to show', { cuts: 'tenure@company', shows: 'chosen' }, { shown: 'cut-without-items' }],
  ['a question that cannot stand in a table', { cuts: 'tenure@company', shows: 'chosen', shown: 'importance-pick3' }, { shown: 'cut-item' }],
])('a form with %s comes back with what was typed', async (_name, wrong, errors) => {
  const app = await ballotApp();
  const answer = await posted(app, wrong);
  const reply = (await answer.json()) as FormReply;
  expect([answer.status, reply.errors]).toEqual([422, errors]);
  expect(reply.values).toMatchObject({ ...form, ...wrong });
  expect(await app.data.surveys.all()).toEqual([]);
});

test('divisions are offered from thirty people on, sites where there are several, and a draft shows again what it has', async () => {
  const app = await ballotApp();
  const offered = async () => ((await visit(app, newLoader, '/surveys/new', asHr)) as unknown as { offer: DraftOffer }).offer;
  expect((await offered()).tables.divisions).toEqual([]);
  expect((await offered()).tables.backgrounds.some(({ id }) => id === 'site')).toBe(false);
  await app.data.people.saveAll(Array.from({ length: 6 }, (_, index) => aPerson(`new-${index}`, { departmentId: 'north', site: index % 2 === 0 ? 'Kiel' : 'Graz' })));
  expect((await offered()).tables.divisions).toEqual([{ id: 'sales', name: 'Sales', people: 30 }]);
  expect((await offered()).tables.backgrounds.at(-1)).toMatchObject({ id: 'site' });

  const cuts = ['site@company', 'tenure@sales'];
  const id = await drafted(app, { cuts, order: cuts.join('\n'), shows: 'chosen', shown: ['PAY-01'] });
  const { offer } = (await visit(app, editLoader, `/surveys/${id}/edit`, { ...asHr, params: { id } })) as unknown as { offer: DraftOffer };
  expect(offer.initial).toMatchObject({ cuts, shows: 'chosen', shown: ['PAY-01'] });
  expect((await definitionOf(app, id)).questions.find((question) => question.id === 'site')).toMatchObject({ options: [{ id: 'Graz' }, { id: 'Kiel' }] });
});

test('a table of a department that was closed since cannot be sealed; it is named, and gone from the form', async () => {
  const app = await ballotApp();
  const id = await drafted(app, { cuts: ['tenure@key-accounts', 'tenure@company'] });
  const params = { id };
  const [moved, closed] = [(await app.data.people.current()).filter(({ departmentId }) => departmentId === 'key-accounts'), (await app.data.departments.get('key-accounts'))!];
  await app.data.people.saveAll(moved.map((person) => ({ ...person, departmentId: 'south' })));
  await app.data.departments.saveAll([{ ...closed, closed: true }]);

  const shown = (await visit(app, one, `/surveys/${id}`, { ...asHr, params })) as unknown as { draft: { plan: unknown; scopes: unknown } };
  expect(shown.draft.plan).toMatchObject({ ok: false, said: textOf('en').error('unknown-division') });
  expect(shown.draft.scopes).toEqual([{ id: 'key-accounts', name: 'Key accounts' }]);
  const asked = (await visit(app, sealLoader, `/surveys/${id}/seal`, { ...asHr, params })) as unknown as { plan: unknown };
  expect(asked.plan).toMatchObject({ ok: false, said: textOf('en').error('unknown-division') });
  const refused = (await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: {} })) as Response;
  expect([refused.status, ((await refused.json()) as FormReply).errors]).toEqual([422, { '': 'unknown-division' }]);
  expect((await app.data.surveys.get(id))!.state).toBe('draft');

  const { offer } = (await visit(app, editLoader, `/surveys/${id}/edit`, { ...asHr, params })) as unknown as { offer: DraftOffer };
  expect(offer.initial.cuts).toEqual(['tenure@company']);
  const saved = (await visit(app, change, `/surveys/${id}/edit`, { ...asHr, params, form: { ...form, cuts: offer.initial.cuts } })) as Response;
  expect(saved.status).toBe(302);
  expect((await visit(app, one, `/surveys/${id}`, { ...asHr, params })) as unknown).toMatchObject({ draft: { plan: { ok: true } } });
});
