import { expect, test, vi } from 'vitest';
import { action as create } from '#app/routes/surveys.new.tsx';
import { action as change, loader as editLoader } from '#app/routes/surveys.$id.edit.tsx';
import { action as seal, loader as sealLoader } from '#app/routes/surveys.$id.seal.tsx';
import { action as close, loader as closeLoader } from '#app/routes/surveys.$id.close.tsx';
import { action as remove } from '#app/routes/surveys.$id.delete.tsx';
import { loader as one } from '#app/routes/surveys.$id._index/route.tsx';
import { loader as list } from '#app/routes/surveys._index.tsx';
import { loader as results } from '#app/routes/results._index.tsx';
import { loader as ownResults } from '#app/routes/results.$id._index.tsx';
import { loader as home } from '#app/routes/_index.tsx';
import type { FormReply } from '#app/text/form-reply.ts';
import type { TestApp } from '#tests/support/app.ts';
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
  opens: '2026-11-23',
  closes: '2026-12-04',
};

// Letters leave on working days.
const monday = { now: '2026-11-23T12:00:00Z' };

const asHr = { as: 'hr' } as const;

async function drafted(app: TestApp, more: Record<string, string | readonly string[]> = {}): Promise<string> {
  const answer = (await visit(app, create, '/surveys/new', { ...asHr, form: { ...form, ...more } })) as Response;
  expect(answer.status).toBe(302);
  return answer.headers.get('location')!.split('/').at(-1)!;
}

/** Seals on HR's word and waits for the letters: the page itself does not wait for long. */
async function sealed(app: TestApp, id: string): Promise<Response> {
  const answer = (await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params: { id }, form: {} })) as Response;
  const letters = async () => expect(await app.data.surveyLetters.ofSurvey(id)).toHaveLength((await app.data.surveys.get(id))!.opens <= app.today() ? 1 : 0);
  await vi.waitFor(async () => expect((await app.data.surveys.get(id))?.state).toBe('sealed'), { timeout: 100_000 });
  await vi.waitFor(letters, { timeout: 100_000 });
  return answer;
}

async function refusal(answer: unknown): Promise<FormReply & { status: number }> {
  const response = answer as Response;
  return { status: response.status, ...((await response.json()) as FormReply) };
}

test.each([
  ['days that cross', { closes: '2026-11-01' }, { closes: 'closes-before-opening' }],
  ['a day in the past', { opens: '2026-11-01' }, { opens: 'opens-in-the-past' }],
  ['a day that is none', { opens: '2026-02-30' }, { opens: 'day' }],
  ['a missing name', { 'title-zh-Hans': ' ' }, { 'title-zh-Hans': 'required' }],
  ['five further questions', { further: ['PAY-02', 'PAY-04', 'PAY-05', 'BEN-02', 'BEN-03'] }, { further: 'too-many-further' }],
])('a form with %s comes back with what was typed', async (_name, wrong, errors) => {
  const app = await ballotApp(monday);
  const answer = await refusal(await visit(app, create, '/surveys/new', { ...asHr, form: { ...form, ...wrong } }));
  expect(answer.status).toBe(422);
  expect(answer.errors).toEqual(errors);
  expect(answer.values).toMatchObject({ ...form, ...wrong });
  expect(await app.data.surveys.all()).toEqual([]);
});

test('one further question and several are both read', async () => {
  const app = await ballotApp(monday);
  const ids = async (further: string | string[]) => {
    const survey = await app.data.surveys.get(await drafted(app, { further }));
    return survey!.definition.questions.map(({ id }) => id).slice(6, -2);
  };
  expect(await ids('PAY-02')).toEqual(['PAY-02']);
  expect(await ids(['PAY-02', 'BEN-03'])).toEqual(['PAY-02', 'BEN-03']);
});

test('a draft is looked at, changed and deleted; what is gone is not found', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app);
  const params = { id };
  const shown = (await visit(app, one, `/surveys/${id}`, { ...asHr, params })) as unknown as { draft: { plan: { value: { counted: { blocks: unknown } } } } };
  expect(shown.draft.plan.value.counted.blocks).toEqual([
    { names: ['North'], invited: 12 },
    { names: ['South', 'Key accounts'], invited: 12 },
    { names: ['Operations', 'Finance'], invited: 20 },
  ]);
  const changed = (await visit(app, change, `/surveys/${id}/edit`, { ...asHr, params, form: { ...form, 'title-en': 'Winter pulse' } })) as Response;
  expect(changed.headers.get('location')).toBe(`/surveys/${id}`);
  expect((await app.data.surveys.get(id))?.title.en).toBe('Winter pulse');
  expect(((await visit(app, remove, `/surveys/${id}/delete`, { ...asHr, params, form: {} })) as Response).headers.get('location')).toBe('/surveys');
  for (const loader of [one, editLoader, sealLoader, closeLoader]) {
    expect(((await visit(app, loader, `/surveys/${id}`, { ...asHr, params })) as Response).status).toBe(404);
  }
});

test('what somebody else changed since the page was opened is not sealed unseen, and the page opened again seals it', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app);
  const params = { id };
  const seen = async (): Promise<string> => ((await visit(app, sealLoader, `/surveys/${id}/seal`, { ...asHr, params })) as { plan: { seen: string } }).plan.seen;
  const before = await seen();
  const draft = (await app.data.surveys.get(id))!;
  await app.data.surveys.replace({ ...draft, title: { ...draft.title, en: 'Another title' } }, 'draft');
  const answer = await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: { seen: before } });
  expect(await refusal(answer)).toMatchObject({ status: 422, errors: { '': 'changed-meanwhile' } });
  expect((await app.data.surveys.get(id))?.state).toBe('draft');
  const again = (await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: { seen: await seen() } })) as Response;
  expect(again.status).toBe(302);
  await vi.waitFor(async () => expect((await app.data.surveys.get(id))?.state).toBe('sealed'), { timeout: 100_000 });
  await vi.waitFor(async () => expect(await app.data.surveyLetters.ofSurvey(id)).toHaveLength(1), { timeout: 100_000 });
});

test('sealing answers with the sealed page, writes the letters, and cannot be done twice', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app);
  const params = { id };
  expect((await sealed(app, id)).headers.get('location')).toBe(`/surveys/${id}?sealed=1`);
  const shown = (await visit(app, one, `/surveys/${id}`, { ...asHr, params })) as { sealed: Record<string, unknown> };
  expect(shown.sealed).toMatchObject({ phase: 'open', invited: 44, participation: null });
  expect((shown.sealed['letters'] as { state: string }[]).map(({ state }) => state)).toEqual(['sent', 'planned', 'planned']);
  const again = await refusal(await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params, form: {} }));
  expect([again.status, again.errors['']]).toEqual([422, 'not-a-draft']);
  const late = await refusal(await visit(app, change, `/surveys/${id}/edit`, { ...asHr, params, form }));
  expect([late.status, late.errors['']]).toEqual([422, 'not-a-draft']);
  expect(((await visit(app, remove, '/', { ...asHr, params, form: {} })) as Response).status).toBe(422);
});

test('an audience that is too small is refused with the number that is missing', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app);
  for (const person of (await app.data.people.current()).slice(5)) await app.data.people.save({ ...person, leftOn: app.today() });
  const params = { id };
  const as = (await app.data.people.current())[0]!.id;
  await app.data.roles.grant(as, 'hr');
  const answer = await refusal(await visit(app, seal, `/surveys/${id}/seal`, { as, params, form: {} }));
  expect([answer.status, answer.errors, answer.details]).toEqual([422, { '': 'audience-too-small' }, { missing: 3 }]);
  expect((await app.data.surveys.get(id))?.state).toBe('draft');
});

test('a survey is refused where browsers could not seal answers', async () => {
  const app = await ballotApp({ publicUrl: 'http://murmur.amber.example' });
  const id = await drafted(app);
  const answer = await refusal(await visit(app, seal, `/surveys/${id}/seal`, { ...asHr, params: { id }, form: {} }));
  expect(answer.errors['']).toBe('insecure-address');
});

test('an employee finds the open survey at home, with the group to be counted in; nobody else is asked', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app);
  await sealed(app, id);
  const at = async (personId: string) => (await visit(app, home, '/', { as: personId })) as unknown as { open: Record<string, unknown>[]; steps: unknown };
  const found = await at('key-accounts-1');
  expect(found.open).toHaveLength(1);
  expect(found.open[0]).toMatchObject({ surveyId: id, seconds: 70, counted: { names: ['South', 'Key accounts'], people: 12 }, taken: false });
  expect(found.steps).toBeNull();
  const newcomer = (await app.data.people.get('north-1'))!;
  await app.data.people.save({ ...newcomer, id: 'late', employeeId: 'late', email: 'late@amber.example' });
  expect((await at('late')).open).toEqual([]);
});

test('a survey that too few answered ends without results, and breaks no page', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app);
  await sealed(app, id);
  await visit(app, close, `/surveys/${id}/close`, { ...asHr, params: { id }, form: {} });
  await vi.waitFor(async () => expect((await app.data.surveys.get(id))?.state).toBe('closed'), { timeout: 100_000 });
  const shown = (await visit(app, one, `/surveys/${id}`, { ...asHr, params: { id } })) as { sealed: unknown };
  expect(shown.sealed).toMatchObject({ phase: 'closed', published: false, lastDay: '2026-11-23' });
  expect(await visit(app, results, '/results', asHr)).toMatchObject({ surveys: [] });
  expect(((await visit(app, ownResults, `/results/${id}`, { ...asHr, params: { id } })) as Response).status).toBe(404);
  expect(await visit(app, home, '/', asHr)).toMatchObject({ last: null });
});

test('closing early needs an open survey; afterwards the page leads on to the results', async () => {
  const app = await ballotApp(monday);
  const id = await drafted(app, { opens: '2026-11-30' });
  const params = { id };
  await sealed(app, id);
  expect(((await visit(app, closeLoader, `/surveys/${id}/close`, { ...asHr, params })) as Response).headers.get('location')).toBe(`/surveys/${id}`);
  expect((await refusal(await visit(app, close, `/surveys/${id}/close`, { ...asHr, params, form: {} }))).errors['']).toBe('not-sealed');
  app.setNow('2026-11-30');
  expect(((await visit(app, close, `/surveys/${id}/close`, { ...asHr, params, form: {} })) as Response).headers.get('location')).toBe(`/surveys/${id}`);
  await vi.waitFor(async () => expect((await app.data.surveys.get(id))?.state).toBe('closed'), { timeout: 100_000 });
  const { surveys } = (await visit(app, list, '/surveys', asHr)) as unknown as { surveys: { phase: string; participation: number | null }[] };
  expect(surveys.map(({ phase, participation }) => [phase, participation])).toEqual([['closed', null]]);
});

test('before sealing HR hears of another survey that is open on the same days', async () => {
  const app = await ballotApp(monday);
  const first = await drafted(app);
  const before = await visit(app, sealLoader, `/surveys/${first}/seal`, { ...asHr, params: { id: first } });
  expect(before).toMatchObject({ meanwhile: [] });
  await sealed(app, first);
  const [beside, later] = [await drafted(app, { opens: '2026-12-04', closes: '2026-12-11' }), await drafted(app, { opens: '2026-12-05', closes: '2026-12-11' })];
  expect(await visit(app, sealLoader, `/surveys/${beside}/seal`, { ...asHr, params: { id: beside } })).toMatchObject({ meanwhile: [{ title: 'Autumn pulse', closes: '2026-12-04' }] });
  expect(await visit(app, sealLoader, `/surveys/${later}/seal`, { ...asHr, params: { id: later } })).toMatchObject({ meanwhile: [] });
});
