// The pages of proposals: what is refused says so and keeps what was typed, hostile words are words, and every door knows its role.
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { action as send, loader as own } from '#app/routes/propose.tsx';
import { action as answer, loader as one } from '#app/routes/surveys.proposals.$id.tsx';
import { loader as list } from '#app/routes/surveys.proposals._index.tsx';
import { action as create, loader as begin } from '#app/routes/surveys.own.new.tsx';
import { loader as feed } from '#app/routes/feed.tsx';
import type { ProposalView } from '#app/domain/reports/proposal-view.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

const form = { request: 'form-1', words: 'Whether the bus comes earlier', why: 'I wait', 'may-show': 'on' };
const sent = (app: TestApp, more: Record<string, string> = {}, as: string | undefined = 'north-2') => visit(app, send, '/propose', { ...(as && { as }), form: { ...form, ...more } }) as Promise<Response>;
const answering = (app: TestApp, fields: Record<string, string>, id = 'form-1') => visit(app, answer, `/surveys/proposals/${id}`, { as: 'hr', params: { id }, form: fields }) as Promise<Response>;
const refusal = async (response: Response) => ({ status: response.status, ...((await response.json()) as { errors: Record<string, string>; values: Record<string, unknown>; words?: Record<string, string> }) });
const stored = async (app: TestApp) => (await app.data.proposals.all()).map(({ words, authorId, mayShow, answers }) => ({ words, authorId, mayShow, answers: answers.length }));

test('what was sent leads back to the page, where it stands; sent again it stands there once', async () => {
  const app = await ballotApp();
  for (const response of [await sent(app), await sent(app)]) expect([response.status, response.headers.get('location')]).toEqual([302, '/propose?sent']);
  expect(await stored(app)).toEqual([{ words: form.words, authorId: 'north-2', mayShow: true, answers: 0 }]);
  const page = (await visit(app, own, '/propose?sent', { as: 'north-2' })) as unknown as { proposals: readonly ProposalView[]; sent: boolean };
  expect([page.sent, page.proposals.map(({ words, standing }) => [words, standing])]).toEqual([true, [[form.words, 'waiting']]]);
});

test.each([
  [{ words: '   ' }, { words: 'required' }],
  [{ words: 'x'.repeat(301) }, { words: 'proposal-long' }],
  [{ why: 'x'.repeat(1001) }, { why: 'too-long' }],
  [{ request: '' }, { request: 'required' }],
  [{ request: '"><script>' }, { request: 'required' }],
])('%j is refused by its field, kept, and changes nothing', async (more, errors) => {
  const app = await ballotApp();
  const refused = await refusal(await sent(app, more));
  expect([refused.status, refused.errors, refused.values]).toEqual([422, errors, { ...form, ...more }]);
  expect(await stored(app)).toEqual([]);
});

test('too many in a week are told when the next may come, in the reader’s words, and the text is kept', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  for (const at of [1, 2, 3, 4, 5]) expect((await sent(app, { request: `form-${at}`, words: `Number ${at}` })).status).toBe(302);
  const refused = await refusal(await sent(app, { request: 'form-6', words: 'Number 6' }));
  expect([refused.status, refused.errors, refused.values['words']]).toEqual([422, { '': 'proposal-too-many' }, 'Number 6']);
  expect(JSON.stringify(refused.words)).toContain('30 November 2026');
});

test('without a session it is not taken, and leads to signing in and back', async () => {
  const app = await ballotApp();
  const response = await visit(app, send, '/propose', { form }) as Response;
  expect([response.status, response.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fpropose']);
  expect(await stored(app)).toEqual([]);
});

test('hostile words stay words, without the sign that turns round what stands beside them', async () => {
  const app = await ballotApp();
  const hostile = '<script>alert(1)</script>{name} \u202e"\'; drop table proposals;--';
  const seen = hostile.replace('\u202e', '');
  expect((await sent(app, { words: hostile })).status).toBe(302);
  expect((await stored(app)).map(({ words }) => words)).toEqual([seen]);
  expect((await answering(app, { decision: 'declined', reason: hostile })).status).toBe(302);
  const told = (await visit(app, feed, '/feed', { as: 'north-3' })) as unknown as { proposals: readonly ProposalView[] };
  expect(told.proposals.map(({ words, reason }) => [words, reason])).toEqual([[seen, seen]]);
  expect(renderToString(<p>{told.proposals[0]!.words}</p>)).not.toContain('<script>');
});

test('an answer that lacks something names the field and keeps what was typed', async () => {
  const app = await ballotApp();
  await sent(app);
  const asked = await refusal(await answering(app, { decision: 'asked', 'text-en': 'How important?', reason: 'kept' }));
  expect([asked.status, asked.errors, asked.values]).toEqual([422, { 'text-zh-Hans': 'proposal-no-words', 'text-zh-Hant': 'proposal-no-words' }, { decision: 'asked', 'text-en': 'How important?', reason: 'kept' }]);
  expect((await refusal(await answering(app, { decision: 'parked', reason: 'x', review: '' }))).errors).toEqual({ review: 'proposal-review' });
  expect((await refusal(await answering(app, { decision: 'declined', reason: ' ' }))).errors).toEqual({ reason: 'proposal-reason' });
  expect((await refusal(await answering(app, { reason: 'x' }))).errors).toEqual({ decision: 'required' });
  expect((await answering(app, { decision: 'declined', reason: 'x' }, 'nothing')).status).toBe(404);
  expect((await stored(app)).map(({ answers }) => answers)).toEqual([0]);
});

test('an own question that begins with a proposal has its words, and keeping it answers the proposal', async () => {
  const app = await ballotApp();
  await sent(app);
  const path = '/surveys/own/new?proposal=form-1&kind=satisfaction';
  expect(await visit(app, begin, path, { as: 'hr' })).toMatchObject({ from: { id: 'form-1', words: form.words } });
  const refused = await refusal((await visit(app, create, path, { as: 'hr', form: { kind: 'satisfaction', 'text-en': '' } })) as Response);
  expect([refused.status, refused.errors]).toEqual([422, { 'text-en': 'own-no-words' }]);
  expect((await stored(app)).map(({ answers }) => answers)).toEqual([0]);
  const created = (await visit(app, create, path, { as: 'hr', form: { kind: 'satisfaction', 'text-en': 'How satisfied are you with the bus?' } })) as Response;
  expect(created.headers.get('location')).toBe('/surveys/own/1/checks');
  expect((await stored(app)).map(({ answers }) => answers)).toEqual([1]);
});

test.each(['north-2', 'north-1', 'admin'])('%s does not reach the pages on which names stand', async (as) => {
  const app = await ballotApp();
  await sent(app);
  for (const loader of [list, one]) expect(((await visit(app, loader, '/surveys/proposals', { as, params: { id: 'form-1' } })) as Response).status).toBe(403);
  const refused = (await visit(app, answer, '/surveys/proposals/form-1', { as, params: { id: 'form-1' }, form: { decision: 'declined', reason: 'no' } })) as Response;
  expect(refused.status).toBe(403);
  expect((await stored(app)).map(({ answers }) => answers)).toEqual([0]);
});

test('the list stays small however much is proposed', async () => {
  const app = await ballotApp();
  for (let at = 0; at < 90; at += 1) await app.data.proposals.add({ id: `p${at}`, authorId: `operations-${(at % 14) + 1}`, day: app.today(), words: `${at} ${'w'.repeat(290)}`, why: 'y'.repeat(1000), mayShow: true, keptBack: false, answers: at % 2 === 0 ? [] : [{ kind: 'declined', on: app.today(), reason: 'no' }] });
  const page = (await visit(app, list, '/surveys/proposals', { as: 'hr' })) as unknown as { rows: readonly unknown[]; more: number };
  expect([page.rows.length, page.more]).toEqual([60, 30]);
});
