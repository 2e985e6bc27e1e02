// Who is asked, chosen in the form of a draft.
import { describe, expect, test } from 'vitest';
import { action as create, loader as newLoader } from '#app/routes/surveys.new.tsx';
import { action as change, loader as editLoader } from '#app/routes/surveys.$id.edit.tsx';
import { action as seal } from '#app/routes/surveys.$id.seal.tsx';
import { loader as one } from '#app/routes/surveys.$id._index/route.tsx';
import type { DraftOffer } from '#app/domain/surveys/draft-offer.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

const form = {
  template: 'pulse-core',
  'title-en': 'Autumn pulse', 'title-zh-Hans': '秋季调查', 'title-zh-Hant': '秋季調查',
  'purpose-en': 'To learn', 'purpose-zh-Hans': '为了了解', 'purpose-zh-Hant': '為了了解',
  opens: '2026-11-23', closes: '2026-12-04',
};
type Fields = Readonly<Record<string, string | readonly string[]>>;

const asHr = { as: 'hr' } as const;
const posted = (app: TestApp, more: Fields) => visit(app, create, '/surveys/new', { ...asHr, form: { ...form, ...more } }) as Promise<Response>;
const offered = async (app: TestApp) => ((await visit(app, newLoader, '/surveys/new', asHr)) as unknown as { offer: DraftOffer }).offer;

async function drafted(app: TestApp, more: Fields): Promise<string> {
  const answer = await posted(app, more);
  expect(answer.status).toBe(302);
  return answer.headers.get('location')!.split('/').at(-1)!;
}

async function refusal(answer: Response) {
  const { errors, values } = (await answer.json()) as { errors: Record<string, string>; values: Record<string, unknown> };
  return { status: answer.status, errors, values };
}

test('the form offers every department with people, as the tree reads, and everybody is asked unless parts are chosen', async () => {
  const app = await ballotApp();
  const { parts, initial } = await offered(app);
  expect(parts.map(({ id, above, people }) => [id, above, people])).toEqual([
    ['sales', null, 24], ['north', 'Sales', 12], ['south', 'Sales', 9], ['key-accounts', 'Sales', 3], ['operations', null, 14], ['finance', null, 6],
  ]);
  expect(initial.parts).toEqual([]);
  const survey = await app.data.surveys.get(await drafted(app, { parts: ['north'] }));
  expect(survey!.definition.audience).toBeUndefined();
});

test('parts are kept with the draft, shown by their names and people, and come back in the form', async () => {
  const app = await ballotApp();
  const id = await drafted(app, { audience: 'parts', parts: ['north', 'finance'] });
  expect((await app.data.surveys.get(id))!.definition.audience).toEqual({ kind: 'parts', departments: ['north', 'finance'] });
  const params = { id };
  const shown = (await visit(app, one, `/surveys/${id}`, { ...asHr, params })) as unknown as { draft: { plan: { value: { asked: unknown; invited: number } } } };
  expect(shown.draft.plan.value).toMatchObject({ asked: { names: ['North', 'Finance'], with: ['Operations'], invited: 32, of: 44 }, invited: 32 });
  const { offer } = (await visit(app, editLoader, `/surveys/${id}/edit`, { ...asHr, params })) as unknown as { offer: DraftOffer };
  expect(offer.initial.parts).toEqual(['north', 'finance']);
  await visit(app, change, `/surveys/${id}/edit`, { ...asHr, params, form: { ...form, audience: 'everybody' } });
  expect((await app.data.surveys.get(id))!.definition.audience).toBeUndefined();
});

test.each([
  ['no part', { audience: 'parts' }, 'no-parts'],
  ['a department that is not there', { audience: 'parts', parts: ['north', 'gone'] }, 'part-gone'],
  ['the top, which is everybody', { audience: 'parts', parts: ['amber'] }, 'part-gone'],
] as const)('%s is refused at its field, with what was typed', async (_name, wrong, code) => {
  const app = await ballotApp();
  const answer = await refusal(await posted(app, wrong));
  expect([answer.status, answer.errors]).toEqual([422, { parts: code }]);
  expect(answer.values).toMatchObject({ ...form, audience: 'parts' });
  if ('parts' in wrong) expect([answer.values['parts']].flat()).toEqual(wrong.parts);
  expect(await app.data.surveys.all()).toEqual([]);
});

test('a random half is kept with the draft and comes back in the form; with a table by background it is refused at the tables', async () => {
  const app = await ballotApp();
  const id = await drafted(app, { audience: 'half' });
  expect((await app.data.surveys.get(id))!.definition.audience).toEqual({ kind: 'half' });
  const params = { id };
  const { offer } = (await visit(app, editLoader, `/surveys/${id}/edit`, { ...asHr, params })) as unknown as { offer: DraftOffer };
  expect(offer.initial.whoIsAsked).toBe('half');
  const shown = (await visit(app, one, `/surveys/${id}`, { ...asHr, params })) as unknown as { draft: { plan: { said: string } } };
  expect(shown.draft.plan.said).toContain('60');
  const answer = await refusal(await posted(app, { audience: 'half', cuts: ['tenure@company'], order: 'tenure@company' }));
  expect([answer.status, answer.errors]).toEqual([422, { cuts: 'half-with-tables' }]);
});

test('what keeps an audience from being sealed stands on the page and changes nothing', async () => {
  const app = await ballotApp();
  const first = await drafted(app, { audience: 'parts', parts: ['sales'] });
  await visit(app, seal, `/surveys/${first}/seal`, { ...asHr, params: { id: first }, form: {} });
  await expect.poll(async () => (await app.data.surveys.get(first))!.state, { timeout: 100_000 }).toBe('sealed');
  const second = await drafted(app, {});
  const params = { id: second };
  const shown = (await visit(app, one, `/surveys/${second}`, { ...asHr, params })) as unknown as { draft: { plan: { ok: boolean; said: string } } };
  expect(shown.draft.plan.said).toContain('Autumn pulse');
  const answer = await refusal((await visit(app, seal, `/surveys/${second}/seal`, { ...asHr, params, form: {} })) as Response);
  expect([answer.status, answer.errors]).toEqual([422, { '': 'audience-meanwhile' }]);
  expect((await app.data.surveys.get(second))!.state).toBe('draft');
});

test('of a company of thousands of departments the form offers forty, those near the top', async () => {
  const app = await ballotApp();
  await app.data.departments.saveAll(Array.from({ length: 300 }, (_, at) => aDepartment(`team-${at}`, { parentId: 'north', name: `Team ${at}`, position: at })));
  await app.data.people.saveAll(Array.from({ length: 300 }, (_, at) => aPerson(`more-${at}`, { departmentId: `team-${at}` })));
  const { parts } = await offered(app);
  expect(parts).toHaveLength(40);
  expect(parts.map(({ id }) => id)).toEqual(expect.arrayContaining(['sales', 'north', 'south', 'operations', 'finance']));
});

describe('departments are looked for in the form, which comes back with everything that was typed', () => {
  async function large(): Promise<TestApp> {
    const app = await ballotApp();
    await app.data.departments.saveAll(Array.from({ length: 300 }, (_, at) => aDepartment(`team-${at}`, { parentId: at % 2 === 0 ? 'north' : 'operations', name: `Team Ärger ${at}`, position: at })));
    await app.data.people.saveAll(Array.from({ length: 300 }, (_, at) => aPerson(`more-${at}`, { departmentId: `team-${at}` })));
    return app;
  }
  const looked = async (app: TestApp, more: Fields) => {
    const answer = await posted(app, { looking: 'parts', ...more });
    const { offered: found, errors, values } = (await answer.json()) as Pick<FormReply, 'offered' | 'errors' | 'values'>;
    return { status: answer.status, errors, values, ...found!, names: found!.parts.map(({ name }) => name) };
  };

  test('by words of the own name, in any case, and nothing is kept', async () => {
    const app = await large();
    const answer = await looked(app, { audience: 'parts', 'find-parts': ' ärger  29 ' });
    expect(answer).toMatchObject({ status: 200, errors: {}, find: 'ärger  29', found: 13 });
    expect(answer.names).toContain('Team Ärger 290');
    expect(answer.values).toMatchObject({ ...form, audience: 'parts' });
    expect(await app.data.surveys.all()).toEqual([]);
  });

  test('by words of a department above, the own name first; no more than forty are shown, and what is ticked stays', async () => {
    const app = await large();
    const answer = await looked(app, { audience: 'parts', 'find-parts': 'operations', parts: ['team-0', 'operations'] });
    expect([answer.found, answer.parts.length, answer.names[0]]).toEqual([151, 41, 'Operations']);
    expect(answer.parts.map(({ id }) => id)).toContain('team-0');
  });

  test('with words that no department has, what is ticked is left; with none, those near the top are there again', async () => {
    const app = await large();
    expect(await looked(app, { 'find-parts': 'zebra', parts: 'team-7' })).toMatchObject({ find: 'zebra', found: 0, names: ['Team Ärger 7'] });
    expect(await looked(app, { 'find-parts': ' ' })).toMatchObject({ find: '', found: 0, parts: { length: 40 } });
  });

  test('a draft that is refused comes back with what was found and ticked', async () => {
    const app = await large();
    const answer = await posted(app, { audience: 'parts', parts: ['team-299', 'gone'] });
    const { offered: found } = (await answer.json()) as Pick<FormReply, 'offered'>;
    expect(answer.status).toBe(422);
    expect(found!.parts.map(({ id }) => id)).toContain('team-299');
    expect(await drafted(app, { audience: 'parts', parts: ['team-299'] })).toBeTruthy();
  });
});

test('a survey that lies in another one for some of the same people is not sealed: one sentence says which, and one for other people is', async () => {
  const app = await ballotApp();
  const sealing = (id: string) => visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params: { id }, form: {} }) as Promise<Response>;
  const first = await drafted(app, { audience: 'parts', parts: ['sales'] });
  await sealing(first);
  await expect.poll(async () => (await app.data.surveys.get(first))!.state, { timeout: 100_000 }).toBe('sealed');
  const second = await drafted(app, { audience: 'parts', parts: ['sales'], 'title-en': 'Another', opens: '2026-12-04', closes: '2026-12-11' });
  const answer = await sealing(second);
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as FormReply).words).toEqual({ '': '“Autumn pulse” is open until 4 December 2026 and asks some of the same people, who would be asked twice at once. Choose days after that, or other parts of the company.' });
  expect((await app.data.surveys.get(second))!.state).toBe('draft');
  for (const other of [await drafted(app, { audience: 'parts', parts: ['operations'] }), await drafted(app, { audience: 'parts', parts: ['sales'], opens: '2026-12-07', closes: '2026-12-11' })]) {
    expect((await sealing(other)).status).toBe(302);
    await expect.poll(async () => (await app.data.surveys.get(other))!.state, { timeout: 100_000 }).toBe('sealed');
  }
});
