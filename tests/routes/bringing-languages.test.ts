// The pages on which HR brings a language: who may, what is refused at the door, and what the form leads to.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestTongue } from '#app/domain/surveys/tongue-problem.ts';
import { action as choose, loader as languages } from '#app/routes/surveys.languages.tsx';
import { action as bring } from '#app/routes/surveys.languages_.bring.tsx';
import { action as take, loader as review } from '#app/routes/surveys.languages_.bring_.$stage.tsx';
import { loader as file } from '#app/routes/surveys.languages_.file[.]po.tsx';
import { action as remove, loader as one } from '#app/routes/surveys.languages_.$tongue.tsx';
import { loader as words } from '#app/routes/surveys.words.$tongue.tsx';
import { forgetOldStages } from '#app/services/organisation/stage-files.server.ts';
import { writeTongue } from '#app/text/tongue/po-file.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';

const italian = (said: Readonly<Record<string, string>>) => writeTongue({ tongue: 'it', reviewed: false, said: new Map(Object.entries(said)) }).toString('utf8');
const asHr = { as: 'hr' };

async function company(): Promise<TestApp> {
  const app = await ballotApp();
  await app.data.organisation.save({ name: 'Amber', languages: ['en', 'zh-Hans', 'zh-Hant'], language: 'en', k: 5, created: '2026-11-01', timeZone: 'UTC' });
  return app;
}

const stagesOf = (app: TestApp): string[] => {
  const folder = join(app.config.dataFolder, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function brought(app: TestApp, sentences: string): Promise<string> {
  const answer = await uploadTo(app, bring, { ...asHr, files: { sentences } });
  expect(answer.status).toBe(302);
  return /^\/surveys\/languages\/bring\/([\w-]+)$/.exec(answer.headers.get('location')!)![1]!;
}

test('from a file to the language in use: looked at, taken, chosen, taken away', async () => {
  const app = await company();
  const stage = await brought(app, italian({ 'ballot/pageTitle': 'Sondaggio' }));
  const path = `/surveys/languages/bring/${stage}`;
  const shown = (await visit(app, review, path, { ...asHr, params: { stage } })) as { hash: string; reading: { tongue: string }; sample: unknown };
  expect(shown.sample).not.toBeNull();
  const staged = (await visit(app, words, `/surveys/words/it?stage=${stage}`, { ...asHr, params: { tongue: 'it' } })) as Response;
  expect([staged.headers.get('content-type'), (await staged.text()).includes('Sondaggio')]).toEqual(['text/javascript; charset=utf-8', true]);
  expect(((await visit(app, words, '/surveys/words/it', { ...asHr, params: { tongue: 'it' } })) as Response).status).toBe(404);
  const form = { tongue: 'it', hash: shown.hash, 'reviewed[]': ['yes'] };
  for (let press = 1; press <= 2; press += 1) expect(((await visit(app, take, path, { ...asHr, params: { stage }, form })) as Response).headers.get('location')).toBe('/surveys/languages/it?taken');
  expect(await visit(app, one, '/surveys/languages/it', { ...asHr, params: { tongue: 'it' } })).toMatchObject({ title: 'Italiano', chosen: true, reading: { reviewed: true } });
  await visit(app, choose, '/surveys/languages', { ...asHr, form: { 'tongues[]': [] } });
  expect(await visit(app, one, '/surveys/languages/it', { ...asHr, params: { tongue: 'it' } })).toMatchObject({ chosen: false });
  for (let press = 1; press <= 2; press += 1) expect(((await visit(app, remove, '/surveys/languages/it', { ...asHr, params: { tongue: 'it' }, form: {} })) as Response).headers.get('location')).toBe('/surveys/languages?removed');
  expect(((await visit(app, one, '/surveys/languages/it', { ...asHr, params: { tongue: 'it' } })) as Response).status).toBe(404);
});

test('a file with a mistake shows it, offers nothing to press, and changes nothing', async () => {
  const app = await company();
  const stage = await brought(app, italian({ 'letter.survey.link': 'Il link' }));
  const shown = (await visit(app, review, `/surveys/languages/bring/${stage}`, { ...asHr, params: { stage } })) as { hash: string };
  expect(shown).toMatchObject({ sample: null, reading: { problems: [{ code: 'value-missing', key: 'letter.survey.link' }] } });
  const pressed = (await visit(app, take, `/surveys/languages/bring/${stage}`, { ...asHr, params: { stage }, form: { tongue: 'it', hash: shown.hash } })) as Response;
  expect([pressed.status, (await pressed.text()).includes('not the file you looked at')]).toEqual([422, true]);
  expect(existsSync(join(app.config.dataFolder, 'languages'))).toBe(false);
});

test('one that is too large, empty or missing is refused at its field and leaves nothing behind', async () => {
  const app = await company();
  const sent = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    const answer = await uploadTo(app, bring, { ...asHr, files });
    return [answer.status, ((await answer.json()) as { errors: unknown }).errors];
  };
  expect(await sent({ sentences: Buffer.alloc(largestTongue + 1, 'x') })).toEqual([413, { sentences: 'tongue-large' }]);
  expect(await sent({ sentences: Buffer.alloc(3 * largestTongue, 'x') })).toEqual([413, { sentences: 'tongue-large' }]);
  expect(await sent({ sentences: '' })).toEqual([422, { sentences: 'file-missing' }]);
  expect(await sent({ other: 'x' })).toEqual([422, { sentences: 'file-missing' }]);
  expect(stagesOf(app)).toEqual([]);
});

test('a file that waits longer than an hour is forgotten, and whoever comes for it is told', async () => {
  const app = await company();
  const stage = await brought(app, italian({ 'ballot/pageTitle': 'Sondaggio' }));
  await forgetOldStages({ ...app, now: () => new Date(Date.now() + 2 * 60 * 60_000) });
  expect(stagesOf(app)).toEqual([]);
  expect(((await visit(app, review, `/surveys/languages/bring/${stage}`, { ...asHr, params: { stage } })) as Response).headers.get('location')).toBe('/surveys/languages/bring?expired');
});

test('nobody but HR brings, takes, gets or removes one', async () => {
  const app = await company();
  const stage = await brought(app, italian({ 'ballot/pageTitle': 'Sondaggio' }));
  const before = stagesOf(app);
  await expect(uploadTo(app, bring, { as: 'north-2', files: { sentences: 'x' } })).rejects.toMatchObject({ status: 403 });
  const form = { tongue: 'it', hash: '0'.repeat(64) };
  const tries: [never, string, Record<string, string>, Record<string, string>?][] = [
    [take as never, `/surveys/languages/bring/${stage}`, { stage }, form],
    [remove as never, '/surveys/languages/de', { tongue: 'de' }, {}],
    [review as never, `/surveys/languages/bring/${stage}`, { stage }],
    [one as never, '/surveys/languages/de', { tongue: 'de' }],
    [words as never, `/surveys/words/it?stage=${stage}`, { tongue: 'it' }],
    [file as never, '/surveys/languages/file.po?language=it', {}],
  ];
  for (const [handler, path, params, sent] of tries) expect(await visit(app, handler, path, { as: 'north-2', params, ...(sent && { form: sent }) }), path).toMatchObject({ status: 403 });
  expect(stagesOf(app)).toEqual(before);
});

test('the file to translate is offered in the languages that people speak, none of the product’s among them', async () => {
  const app = await company();
  const { offered } = (await visit(app, languages, '/surveys/languages', asHr)) as { offered: readonly { readonly tongue: string; readonly name: string }[] };
  expect(offered.length).toBeGreaterThan(150);
  expect(offered.find(({ tongue }) => tongue === 'it')).toEqual({ tongue: 'it', name: 'Italian' });
  expect(offered.filter(({ tongue }) => /^(en|zh)/.test(tongue))).toEqual([]);
  const answer = (await visit(app, file, '/surveys/languages/file.po?language=it', asHr)) as Response;
  expect([answer.headers.get('content-disposition'), (await answer.text()).includes('msgctxt "ballot/pageTitle"')]).toEqual(['attachment; filename="it.po"', true]);
  for (const tongue of ['en', 'zh-Hans', '../../de', 'de"x']) expect(((await visit(app, file, `/surveys/languages/file.po?language=${encodeURIComponent(tongue)}`, asHr)) as Response).status).toBe(404);
});
