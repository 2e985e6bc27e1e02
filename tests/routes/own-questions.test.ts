// The pages of own questions: who is refused, what a mistake says and keeps, and what is sent twice.
import { expect, test } from 'vitest';
import { action as create, loader as begin } from '#app/routes/surveys.own.new.tsx';
import { action as change, loader as one } from '#app/routes/surveys.own.$number.tsx';
import { action as decide, loader as checks } from '#app/routes/surveys.own.$number_.checks.tsx';
import { action as place, loader as list } from '#app/routes/surveys.own._index.tsx';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

const words = { kind: 'satisfaction', 'text-en': 'How satisfied are you with the canteen?', sensitivity: 'normal' };
const passing = { decision: 'ask', important: 'Two talks', measurable: 'on', controllable: 'Another caterer', owner: 'hr', comparable: 'past', reason: '', review: '' };
const doors = { create: [create, words], change: [change, words], decide: [decide, passing], place: [place, { intent: 'retire', number: '1' }] } as const;
const pages = { begin, one, checks, list };

const sent = (app: TestApp, door: keyof typeof doors, form: Fields = doors[door][1], as = 'hr') =>
  visit(app, doors[door][0] as typeof create, '/surveys/own', { as, params: { number: '1' }, form }) as Promise<Response>;
const refusal = async (response: Response) => ({ status: response.status, ...((await response.json()) as { errors: Record<string, string>; values: Fields }) });
const kept = async (app: TestApp) => (await app.data.ownQuestions.all()).map(({ number, version, standing, gates }) => ({ number, version, standing, checked: gates !== null }));

test.each(['north-2', 'north-1', 'admin'])('%s is refused at every door and changes nothing', async (as) => {
  const app = await ballotApp();
  await sent(app, 'create');
  for (const loader of Object.values(pages)) expect(((await visit(app, loader as typeof list, '/surveys/own', { as, params: { number: '1' } })) as Response).status).toBe(403);
  for (const door of Object.keys(doors) as (keyof typeof doors)[]) expect((await sent(app, door, doors[door][1], as)).status, door).toBe(403);
  expect(await kept(app)).toEqual([{ number: 1, version: 1, standing: 'active', checked: false }]);
});

test.each([
  [{ 'text-en': '' }, { 'text-en': 'own-no-words' }],
  [{ 'text-en': 'x'.repeat(301) }, { 'text-en': 'own-too-long' }],
  [{ 'text-en': 'How is the canteen and the gym?' }, { 'text-en': 'own-wording' }],
  [{ 'text-en': 'What is your age?', 'as-is': 'on' }, { 'text-en': 'own-personal' }],
  [{ 'text-en': words['text-en'], 'text-zh-Hans': 'x'.repeat(301) }, { 'text-zh-Hans': 'own-too-long' }],
  [{ kind: 'choice', 'answers-en': 'One' }, { 'answers-en': 'own-answers-number' }],
  [{ kind: 'choice', 'answers-en': 'One\nOne' }, { 'answers-en': 'own-answers-twice' }],
  [{ kind: 'choice', 'answers-en': 'One\nTwo', 'answers-zh-Hans': '一' }, { 'answers-zh-Hans': 'own-answers-differ' }],
  [{ about: 'moon' }, { about: 'own-about' }],
  [{ kind: 'mood' }, { kind: 'own-kind' }],
] as const)('%j is refused by its field with everything as it was typed', async (change_, errors) => {
  const app = await ballotApp();
  const typed = { ...words, 'text-zh-Hant': '您對餐廳滿意嗎？', ...change_ };
  const refused = await refusal(await sent(app, 'create', typed));
  expect([refused.status, refused.errors, refused.values]).toEqual([422, errors, typed]);
  expect(await kept(app)).toEqual([]);
});

test.each([
  [{ important: ' ' }, { important: 'gate-important' }],
  [{ measurable: '' }, { measurable: 'gate-measurable' }],
  [{ controllable: '' }, { controllable: 'gate-controllable' }],
  [{ owner: '' }, { owner: 'gate-owner' }],
  [{ comparable: '' }, { comparable: 'gate-comparable' }],
  [{ decision: 'park' }, { reason: 'gate-reason', review: 'gate-review' }],
  [{ decision: 'park', reason: 'No money' }, { review: 'gate-review' }],
  [{ decision: 'park', reason: 'No money', review: '2020-01-01' }, { review: 'gate-review' }],
  [{ review: 'soon' }, { review: 'day' }],
] as const)('of the four checks, %j is refused by its field with everything as it was typed', async (change_, errors) => {
  const app = await ballotApp();
  await sent(app, 'create');
  const typed = { ...passing, ...change_ };
  const refused = await refusal(await sent(app, 'decide', typed));
  expect([refused.status, refused.errors, refused.values]).toEqual([422, errors, typed]);
  expect(await kept(app)).toMatchObject([{ checked: false }]);
});

test('a change and a decision that are sent twice are made once', async () => {
  const app = await ballotApp();
  expect((await sent(app, 'create')).headers.get('location')).toBe('/surveys/own/1/checks');
  for (let twice = 0; twice < 2; twice += 1) {
    expect((await sent(app, 'change', { ...words, 'text-en': 'How satisfied are you with the food?' })).headers.get('location')).toBe('/surveys/own?saved=OWN-1');
    expect((await sent(app, 'decide')).headers.get('location')).toBe('/surveys/own?checked');
    expect((await sent(app, 'place')).status).toBe(302);
  }
  expect(await kept(app)).toEqual([{ number: 1, version: 1, standing: 'retired', checked: true }]);
});

test('a new question that is sent twice is one question', async () => {
  const app = await ballotApp();
  for (let twice = 0; twice < 2; twice += 1) expect((await sent(app, 'create')).headers.get('location')).toBe('/surveys/own/1/checks');
  expect(await kept(app)).toHaveLength(1);
});

test('what is not there is not found, by page and by form', async () => {
  const app = await ballotApp();
  for (const loader of [one, checks]) expect(((await visit(app, loader as typeof one, '/surveys/own/1', { as: 'hr', params: { number: '1' } })) as Response).status).toBe(404);
  for (const door of ['change', 'decide', 'place'] as const) expect((await sent(app, door)).status, door).toBe(404);
});
