// Who is asked a question, chosen on its page: kept, refused in its field with what was typed, and out of reach of everybody else.
import { expect, test } from 'vitest';
import { action, loader } from '#app/routes/surveys.$id.routing.tsx';
import { addDays } from '#app/domain/kernel/day.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { visit } from '#tests/support/visit.ts';

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

async function drafted(): Promise<{ app: TestApp; id: string }> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  for (const kind of ['satisfaction', 'applies'] as const) {
    const own = await createOwn(app, { ...ownWishes(kind), text: { ...ownWishes(kind).text, 'zh-Hant': '您對餐廳滿意嗎？' } });
    if (own.ok) await decideGates(app, own.value.number, passing);
  }
  const draft = await createDraft(app, await actorFor(app, 'hr'), { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own: ['OWN-1', 'OWN-2'] });
  if (!draft.ok) throw new Error(draft.because);
  return { app, id: draft.value.id };
}

interface Shown {
  readonly rows: readonly { readonly id: string; readonly asking: unknown; readonly said: string | null }[];
  readonly chosen: { readonly id: string } | null;
  readonly screeners: readonly { readonly id: string }[];
  readonly parts: readonly { readonly id: string }[];
}

const looked = (app: TestApp, id: string, search = '') => visit(app, loader, `/surveys/${id}/routing${search}`, { as: 'hr', params: { id } }) as unknown as Promise<Shown>;
const posted = (app: TestApp, id: string, form: Readonly<Record<string, string | readonly string[]>>) => visit(app, action, `/surveys/${id}/routing?question=OWN-1`, { as: 'hr', params: { id }, form: { question: 'OWN-1', ...form } }) as Promise<Response>;

test('the page lists the own questions, and one of them with the parts and the questions that can open it', async () => {
  const { app, id } = await drafted();
  expect((await looked(app, id)).rows.map((row) => [row.id, row.asking])).toEqual([['OWN-1', null], ['OWN-2', null]]);
  const one = await looked(app, id, '?question=OWN-1');
  expect([one.chosen?.id, one.screeners.map((screener) => screener.id), one.parts.length]).toEqual(['OWN-1', ['OWN-2'], 6]);
});

test('what is chosen is kept, and everybody is asked again after that', async () => {
  const { app, id } = await drafted();
  expect((await posted(app, id, { asked: 'parts', 'route-parts': ['north', 'finance'] })).headers.get('location')).toBe(`/surveys/${id}/routing?kept=OWN-1`);
  expect((await looked(app, id)).rows[0]!.asking).toEqual({ question: 'OWN-1', departments: ['north', 'finance'] });
  expect((await posted(app, id, { asked: 'answer', screener: 'OWN-2', 'route-parts': ['north'] })).status).toBe(302);
  expect((await looked(app, id)).rows[0]!.asking).toEqual({ question: 'OWN-1', screener: 'OWN-2' });
  await posted(app, id, { asked: 'everybody' });
  expect((await looked(app, id)).rows[0]!.asking).toBeNull();
});

test.each([
  ['no department', { asked: 'parts' }, 'route-parts', 'routed-no-parts'],
  ['a rating that should open it', { asked: 'answer', screener: 'PAY-01' }, 'asked', 'screener-unfit'],
  ['itself', { asked: 'answer', screener: 'OWN-1' }, 'asked', 'screener-unfit'],
  ['a question that is not there', { asked: 'answer', screener: 'OWN-9' }, 'asked', 'screener-gone'],
])('refuses %s in its field, with what was typed, and changes nothing', async (_name, form, field, code) => {
  const { app, id } = await drafted();
  const answer = await posted(app, id, form);
  const { errors, values } = (await answer.json()) as { errors: Record<string, string>; values: Record<string, unknown> };
  expect([answer.status, errors[field], values['asked']]).toEqual([422, code, form.asked]);
  expect((await app.data.surveys.get(id))!.definition.routing).toBeUndefined();
});
