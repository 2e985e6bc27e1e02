import { expect, test } from 'vitest';
import { action as write, loader as look } from '#app/routes/surveys.$id.letters.tsx';
import { action as create } from '#app/routes/surveys.new.tsx';
import { action as setChannel, loader as channel } from '#app/routes/surveys.channel.tsx';
import { action as choose, loader as languages } from '#app/routes/surveys.languages.tsx';
import type { LettersView } from '#app/domain/surveys/letters/letters-view.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

const asHr = { as: 'hr' } as const;
const form = { template: 'pulse-core', 'title-en': 'Autumn pulse', 'title-zh-Hans': '秋季调查', 'title-zh-Hant': '秋季調查', 'purpose-en': 'To learn', 'purpose-zh-Hans': '为了了解', 'purpose-zh-Hant': '為了了解', opens: '2026-11-30', closes: '2026-12-11' };

test('a letter that cannot stay so comes back with its field, what would be right, and what was typed', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const made = (await visit(app, create, '/surveys/new', { ...asHr, form })) as Response;
  const id = made.headers.get('location')!.split('/')[2]!;
  const at = `/surveys/${id}/letters`;
  const post = async (fields: Record<string, string>) => (await visit(app, write, at, { ...asHr, params: { id }, form: fields })) as Response;
  const refused = await post({ intent: 'write', kind: 'opening', language: 'en', subject: 'Hello', body: 'Dear {nam}' });
  expect(refused.status).toBe(422);
  const reply = (await refused.json()) as FormReply;
  expect(reply.errors).toEqual({ body: 'unknown-place' });
  expect(Object.values(reply.words)[0]).toBe('“{nam}” cannot stand in this letter. In braces may stand: {name} {organisation} {title} {closes} {purpose} {time} {end} {link}');
  expect(reply.values['body']).toBe('Dear {nam}');
  const sunday = await post({ intent: 'days', kind: 'opening', language: 'en', announcement: '2026-11-29' });
  expect(((await sunday.json()) as FormReply).errors).toEqual({ announcement: 'letter-day-free' });
  expect((await post({ intent: 'write', kind: 'opening', language: 'en', subject: 'Hello', body: 'Dear {name} {link}' })).status).toBe(302);
  expect((await post({ intent: 'days', kind: 'opening', language: 'en', announcement: '2026-11-27', 'first-reminder': '', 'last-reminder': '', 'last-off': 'off' })).status).toBe(302);
  const { view } = (await visit(app, look, `${at}?kind=opening&in=en`, { ...asHr, params: { id } })) as { view: LettersView };
  expect(view.letter.own).toBe(true);
  expect(view.planned.map(({ kind, day }) => `${kind} ${day}`)).toEqual(['announcement 2026-11-27', 'opening 2026-11-30', 'first-reminder 2026-12-07']);
  expect(view.letter.preview.html).toContain('Dear ');
});

test('languages and the channel are HR’s, and what they refuse they say', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const strange = (await visit(app, choose, '/surveys/languages', { ...asHr, form: { 'tongues[]': ['xx'] } })) as Response;
  expect(((await strange.json()) as FormReply).errors).toEqual({ '': 'tongue-unknown' });
  expect(JSON.stringify(await visit(app, languages, '/surveys/languages', asHr))).toContain('"tongue":"ja"');
  const plain = (await visit(app, setChannel, '/surveys/channel', { ...asHr, form: { intent: 'set', kind: 'slack', address: 'http://x.example/secret', language: 'en' } })) as Response;
  expect(((await plain.json()) as FormReply).errors).toEqual({ address: 'chat-address' });
  const none = (await visit(app, setChannel, '/surveys/channel', { ...asHr, form: { intent: 'test' } })) as Response;
  expect(((await none.json()) as FormReply).errors).toEqual({ '': 'chat-off' });
  const set = (await visit(app, setChannel, '/surveys/channel', { ...asHr, form: { intent: 'set', kind: 'wecom', address: 'https://qyapi.example/hook?key=abc', language: 'zh-Hans', 'occasions[]': ['results'] } })) as Response;
  expect(set.status).toBe(302);
  expect(JSON.stringify(await visit(app, channel, '/surveys/channel', asHr))).not.toContain('abc');
});
