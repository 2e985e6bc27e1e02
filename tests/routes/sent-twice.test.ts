// A form that is sent twice, by a double click, a reload or the way back, makes one thing: each page that makes something is here, sent
// again and sent at the same moment, and a page that is new has to say which kind it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionnaireFile } from '#app/services/surveys/questionnaire-files.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { action as newDraft, loader as newDraftForm } from '#app/routes/surveys.new.tsx';
import { action as newOwn, loader as newOwnForm } from '#app/routes/surveys.own.new.tsx';
import { action as bring, loader as bringForm } from '#app/routes/surveys.bring.tsx';
import { action as setRule, loader as ruleForm } from '#app/routes/surveys.programme_.rule.tsx';
import { action as turn } from '#app/routes/surveys.programme.tsx';
import { action as propose, loader as proposeForm } from '#app/routes/propose.tsx';
import { action as makePaper, loader as paperForm } from '#app/routes/privacy.papers.tsx';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;
type Handler = (args: never) => Promise<unknown>;

const languages = ['en', 'zh-Hans', 'zh-Hant'];
const inEach = (name: string, said: string) => Object.fromEntries(languages.map((one) => [`${name}-${one}`, said]));
const draft = { template: 'pulse-core', ...inEach('title', 'Autumn pulse'), ...inEach('purpose', 'To learn'), opens: '2026-12-14', closes: '2026-12-18' };
const rule = { everyWeeks: '12', from: '2027-01-12', weekday: '2', length: '10', hour: '9', announced: '3', drafted: '10', 'weekdays[]': ['1', '2', '3', '4', '5'], free: '', blackouts: '', 'rotating[]': ['OUT-03'] };
const own = { kind: 'satisfaction', ...inEach('text', 'How satisfied are you with the canteen?'), ...inEach('label', 'Canteen'), 'as-is': 'on' };
const surveys = async (app: TestApp) => (await app.data.surveys.all()).length;
const settings = async (app: TestApp) => (await app.data.organisation.changes()).filter(({ setting }) => setting.startsWith('programme')).length;

interface Page {
  readonly file: string;
  readonly form: Handler;
  readonly action: Handler;
  readonly as: string;
  readonly fields: Fields;
  /** The same with other words. */
  readonly other: Fields;
  readonly made: (app: TestApp) => Promise<number>;
}

const pages: readonly Page[] = [
  { file: 'surveys.new', form: newDraftForm, action: newDraft, as: 'hr', fields: draft, other: { ...draft, ...inEach('title', 'Winter pulse') }, made: surveys },
  { file: 'surveys.own.new', form: newOwnForm, action: newOwn, as: 'hr', fields: own, other: { ...own, ...inEach('text', 'How satisfied are you with the lifts?') }, made: async (app) => (await app.data.ownQuestions.all()).length },
  { file: 'propose', form: proposeForm, action: propose, as: 'north-2', fields: { words: 'Whether the bus comes', why: '' }, other: { words: 'Whether the lifts work', why: '' }, made: async (app) => (await app.data.proposals.all()).length },
  { file: 'surveys.programme_.rule', form: ruleForm, action: setRule, as: 'hr', fields: rule, other: { ...rule, everyWeeks: '8' }, made: settings },
];

const formOf = async (app: TestApp, { form, file, as }: Pick<Page, 'form' | 'file' | 'as'>) => ((await visit(app, form, `/${file}`, { as })) as unknown as { request: string }).request;

async function sent(app: TestApp, { action, file, as }: Page, form: Fields): Promise<string | null> {
  const answer = (await visit(app, action, `/${file}`, { as, form })) as Response;
  expect([answer.status, answer.status === 302 ? '' : await answer.text()]).toEqual([302, '']);
  return answer.headers.get('location');
}

describe.each(pages)('$file', (page) => {
  test('sent again as it was it makes nothing more and leads to the same place; with other words it loses nothing', async () => {
    const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
    const request = await formOf(app, page);
    const first = await sent(app, page, { ...page.fields, request });
    const made = await page.made(app);
    expect(await sent(app, page, { ...page.fields, request })).toBe(first);
    expect(await page.made(app)).toBe(made);
    await sent(app, page, { ...page.other, request });
    expect(await page.made(app)).toBe(made + 1);
  });

  test('sent three times at one moment it makes one', async () => {
    const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
    const request = await formOf(app, page);
    const before = await page.made(app);
    const led = await Promise.all([1, 2, 3].map(() => sent(app, page, { ...page.fields, request })));
    expect(new Set(led).size).toBe(1);
    expect(await page.made(app)).toBe(before + 1);
  });
});

test('a questionnaire that is brought twice by one form is one draft', async () => {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const same = (text: string) => Object.fromEntries(languages.map((one) => [one, text])) as never;
  const made = await createDraft(app, await actorFor(app, 'hr'), { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: app.today(), further: [], pair: null });
  const file = (await questionnaireFile(app, made.ok ? made.value.id : ''))!;
  const request = await formOf(app, { form: bringForm, file: 'surveys.bring', as: 'hr' });
  const brought = () => uploadTo(app, bring, { as: 'hr', files: { file }, texts: { request } });
  const led = [await brought(), ...(await Promise.all([brought(), brought()]))].map((answer) => answer.headers.get('location'));
  expect([new Set(led).size, await surveys(app)]).toEqual([1, 2]);
  await uploadTo(app, bring, { as: 'hr', files: { file }, texts: { request: await formOf(app, { form: bringForm, file: 'surveys.bring', as: 'hr' }) } });
  expect(await surveys(app)).toBe(3);
});

test('a turn of the programme that is pressed twice is one turn, and stands in the log once', async () => {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const page = pages.find(({ file }) => file === 'surveys.programme_.rule')!;
  await sent(app, page, { ...rule, request: await formOf(app, page) });
  const pressed = { ...page, file: 'surveys.programme', action: turn };
  for (const intent of ['pause', 'pause', 'resume', 'resume', 'end', 'end']) expect(await sent(app, pressed, { intent })).toBe(`/surveys/programme?done=${intent}`);
  expect(await settings(app)).toBe(4);
});

test('a paper of the works council whose button is pressed twice is one paper', async () => {
  const app = await ballotApp();
  const request = await formOf(app, { form: paperForm, file: 'privacy.papers', as: 'hr' });
  const made = await Promise.all([1, 2].map(() => visit(app, makePaper, '/privacy/papers', { as: 'hr', form: { request } }) as Promise<Response>));
  expect(made.map((answer) => answer.headers.get('location'))).toEqual(['/privacy/papers?made=1', '/privacy/papers?made=1']);
});

/** Pages whose form makes something, and where it is sent twice in a test. */
const making: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...pages.map(({ file }) => file), 'surveys.bring', 'surveys.programme', 'privacy.papers'].map((file) => [file, 'tests/routes/sent-twice.test.ts'])),
  'surveys.proposals.$id': 'tests/services/answers-told.test.ts',
  'results.$id.comments_.propose': 'tests/services/proposals-from-texts.test.ts',
  'results.$id.comments_.answer': 'tests/services/passing-words.test.ts',
  'surveys.own.$number': 'tests/routes/own-questions.test.ts',
  'surveys.own.$number_.checks': 'tests/routes/own-questions.test.ts',
  'surveys.languages_.bring_.$stage': 'tests/services/bringing-tongues.test.ts',
  'surveys.$id.seal': 'tests/services/sealing.test.ts',
  'plans.new': 'tests/services/planning.test.ts',
  'plans.$id': 'tests/services/planning.test.ts',
};

/** Pages that change what is there, lead on or send something on trial: done again they leave the same. */
const changing = [
  'kept', 'language', 'people.$id', 'people.addresses', 'people.import.$stage', 'people.import.$stage_.columns', 'people.letters', 'people.scheduled', 'people.scheduled_.look', 'privacy.check', 'privacy.sessions', 'privacy.settings', 'privacy.slips',
  'results.$id.comments', 'results.letterhead', 'results.yardsticks', 'results.yardsticks_.file', 'setup.$secret', 'setup._index', 'sign-in.$token', 'sign-in._index', 'sign-out', 'slips.$id',
  'surveys.$id.close', 'surveys.$id.delete', 'surveys.$id.edit', 'surveys.$id.letters', 'surveys.$id.order', 'surveys.$id.routing', 'surveys.$id.slips', 'surveys.channel', 'surveys.languages', 'surveys.languages_.$tongue', 'surveys.own._index', 'surveys.programme_.routing',
  'surveys.past.$stage._index', 'surveys.past.$stage.encoding', 'surveys.past.$stage.give-up', 'surveys.past.$stage.names', 'surveys.past.$stage.plan', 'surveys.services', 'surveys.services_.file', 'surveys.services_.lines', 'plans.secondary', 'plans.secondary_.file',
];

/** What they make lies for some days where nobody counts it, or is told by its own revision, number or key. */
const otherwise = ['people.import._index', 'people.import.paste', 'surveys.past.new', 'surveys.languages_.bring', 'plans.answer', 'plans.answers.$issueId', 'plans.hand', 'plans.inquiries', 'plans.talk', 'plans.$id_.edit', 'plans.$id_.promises.$promiseId', 'plans.$id_.steps.$stepId', 'privacy.machines', 'surveys.$id.slips_.print'];

test('every page that takes a form is of one of these kinds', () => {
  const files = readdirSync('app/routes').filter((name) => name.endsWith('.tsx') && readFileSync(join('app/routes', name), 'utf8').includes('export const action'));
  expect(files.map((name) => name.replace(/\.tsx$/, '')).sort()).toEqual([...Object.keys(making), ...changing, ...otherwise].sort());
  for (const place of Object.values(making)) expect(readFileSync(place, 'utf8')).toMatch(/twice/);
});
