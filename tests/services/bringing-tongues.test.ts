// A language that HR brings on a page: looked at before anything changes, taken whole, spoken at once, and never in what was sealed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/access/actor.ts';
import { day } from '#app/domain/kernel/day.ts';
import { tongueProblem } from '#app/domain/surveys/tongue-problem.ts';
import { newStage } from '#app/services/organisation/stage-files.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { removeTongue, takeTongue } from '#app/services/surveys/bring-tongue.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { reviewTongue, sentencesField, tongueFile, tongueShown, tongueView } from '#app/services/surveys/look-at-tongue.server.ts';
import { spokenTongues, tonguePages } from '#app/services/surveys/tongues.server.ts';
import { readTongue, writeTongue } from '#app/text/tongue/po-file.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

const po = (said: Readonly<Record<string, string>>, tongue = 'it', reviewed = false): string => writeTongue({ tongue, reviewed, said: new Map(Object.entries(said)) }).toString('utf8');

/** A file that waits, as the form leaves it. */
function brought(app: TestApp, file: string | Uint8Array): string {
  const { id, folder } = newStage(app);
  writeFileSync(join(folder, sentencesField), file);
  return id;
}

async function take(app: TestApp, stage: string, by: Actor, over: Partial<Parameters<typeof takeTongue>[3]> = {}) {
  const { reading, hash } = (await look(app, stage))!;
  return takeTongue(app, by, stage, { tongue: reading.tongue, hash, reviewed: reading.reviewed, ...over });
}

const look = (app: TestApp, stage: string) => reviewTongue(app, stage, { title: 'Title', purpose: 'Purpose' });
const view = (app: TestApp, tongue: string) => tongueView(app, tongue, { title: 'Title', purpose: 'Purpose' });
const folderOf = (app: TestApp) => join(app.config.dataFolder, 'languages');
const filesOf = (app: TestApp): string[] => (existsSync(folderOf(app)) ? readdirSync(folderOf(app)).sort() : []);
const journal = async (app: TestApp) => (await app.data.journal.pendingBefore('2099-01-01' as never)).map(({ text }) => JSON.parse(text) as { kind: string; what: string }).map(({ kind, what }) => `${kind} ${what}`);

async function company(): Promise<{ readonly app: TestApp; readonly hr: Actor }> {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await app.data.organisation.save({ name: 'Amber', languages: ['en'], language: 'en', k: 5, created: '2026-11-01', timeZone: 'UTC' });
  return { app, hr: await actorFor(app, 'hr') };
}

test('a file is looked at without anything being changed: how much it says, what is missing and why, and on which line', async () => {
  const { app } = await company();
  const said = { 'ballot/pageTitle': 'Sondaggio', 'ballot/languages': 'Lingua', 'ballot/loading': 'Un momento' };
  const file = po(said).replace('msgid "Language"', 'msgid "Tongue"').replace('msgctxt "ballot/loading"', '#, fuzzy\nmsgctxt "ballot/loading"').replace(/msgctxt "letter\.survey\.link"[^]*?\n\n/, '');
  const { reading, change, sample } = (await look(app, brought(app, file)))!;
  expect(sample!.questions.length).toBeGreaterThan(0);
  expect([change, reading.tongue, reading.problems, reading.parts.map(({ said: n }) => n)]).toEqual([null, 'it', [], [1, 0, 0]]);
  const lines = file.split('\n');
  const unsaid = new Map(reading.unsaid.map((one) => [one.key, one]));
  expect(['ballot/languages', 'ballot/loading', 'ballot/noScript'].map((key) => unsaid.get(key)!.why)).toEqual(['other-english', 'unsure', 'empty']);
  expect(lines[unsaid.get('ballot/loading')!.line! - 1]).toBe('msgstr "Un momento"');
  expect(reading.unsaidCount).toBe(readTongue('it', Buffer.from(file)).of - 1);
  expect([filesOf(app), (await app.data.organisation.get())!.tongues]).toEqual([[], undefined]);
});

test('what is wrong is told with its line, its English and what stands there, and nothing of the file is taken', async () => {
  const { app, hr } = await company();
  const file = po({ 'letter.survey.link': 'Il link', 'ballot/pageTitle': 'Son\u202edaggio', 'ballot/loading': 'Un momento' });
  const stage = brought(app, file);
  const { reading, hash } = (await look(app, stage))!;
  const at = (text: string) => file.split('\n').findIndex((line) => line.includes(text)) + 1;
  expect(reading.problems).toEqual([
    { ...tongueProblem('turning', {}, 'ballot/pageTitle'), line: at('daggio'), english: 'Survey', written: 'Sondaggio' },
    { ...tongueProblem('value-missing', { value: '{home}' }, 'letter.survey.link'), line: at('Il link'), english: expect.stringContaining('{home}') as string, written: 'Il link' },
  ]);
  expect(await takeTongue(app, hr, stage, { tongue: 'it', hash, reviewed: false })).toMatchObject({ ok: false, because: 'tongue-wrong' });
  expect(await tongueShown(app, 'it', stage)).toBeNull();
  expect([filesOf(app), await journal(app), (await app.data.organisation.get())!.tongues]).toEqual([[], [], undefined]);
});

test.each([
  ['no head', (file: string) => file.replace(/"Language: it\\n"\n/, '')],
  ['a way out of the folder', (file: string) => file.replace('Language: it', 'Language: ../../it')],
  ['a word', (file: string) => file.replace('Language: it', 'Language: Italiano')],
])('a file that names no language is refused: %s', async (_name, change) => {
  const { app, hr } = await company();
  const stage = brought(app, change(po({ 'ballot/pageTitle': 'Sondaggio' })));
  const { reading, hash } = (await look(app, stage))!;
  expect(reading.problems.map(({ code }) => code)).toEqual(['no-language']);
  for (const tongue of [reading.tongue, 'it']) expect(await takeTongue(app, hr, stage, { tongue, hash, reviewed: false })).toMatchObject({ ok: false });
  expect([filesOf(app), existsSync(join(app.config.dataFolder, 'it.po'))]).toEqual([[], false]);
});

test('a language of the product, another encoding, no file of sentences: one sentence, and no stage leads out of its folder', async () => {
  const { app } = await company();
  const problems = async (file: string | Uint8Array) => (await look(app, brought(app, file)))!.reading.problems.map(({ code }) => code);
  expect(await problems(po({ 'ballot/pageTitle': '调查' }, 'zh-Hans'))).toEqual(['own-language']);
  expect(await problems(po({ 'ballot/pageTitle': '调查' }, 'zh').replace('Language: zh', 'Language: zh_Hant'))).toEqual(['own-language']);
  expect(await problems(Buffer.from(po({ 'ballot/pageTitle': 'Für' }, 'de'), 'latin1'))).toEqual(['no-utf-8']);
  expect(await problems('{"language":"it"}')).toEqual(['no-po']);
  expect(await problems(po({}))).toEqual(['nothing-known']);
  mkdirSync(folderOf(app));
  writeFileSync(join(folderOf(app), sentencesField), po({ 'ballot/pageTitle': 'Sondaggio' }));
  for (const stage of ['..', '../languages', 'unknown', '']) expect(await look(app, stage)).toBeNull();
});

test('taken it is spoken at once, chosen, noted down once, and lies in the folder that is backed up as it was brought', async () => {
  const { app, hr } = await company();
  const file = po({ 'ballot/pageTitle': 'Sondaggio' });
  const stage = brought(app, file);
  expect(await take(app, stage, hr)).toEqual({ ok: true, value: 'it' });
  expect([filesOf(app), readFileSync(join(folderOf(app), 'it.po'), 'utf8'), (await app.data.organisation.get())!.tongues]).toEqual([['it.po'], file, ['it']]);
  expect(tonguePages(app, ['it'])[0]!.body).toContain('<title>Sondaggio</title>');
  // Pressed twice, also at one moment, it is one.
  expect(await Promise.all([take(app, stage, hr), take(app, stage, hr)])).toEqual([{ ok: true, value: 'it' }, { ok: true, value: 'it' }]);
  expect(await journal(app)).toEqual(['tongue-brought Italiano']);
  expect((await app.data.organisation.changes()).map(({ setting, to, actorId }) => [setting, to, actorId])).toEqual([['tongue-brought', 'Italiano', 'hr']]);
});

test('what is taken is what was looked at', async () => {
  const { app, hr } = await company();
  const stage = brought(app, po({ 'ballot/pageTitle': 'Sondaggio' }));
  expect(await take(app, stage, hr, { hash: '0'.repeat(64) })).toMatchObject({ ok: false, because: 'tongue-wrong' });
  expect(await take(app, stage, hr, { tongue: 'de' })).toMatchObject({ ok: false, because: 'tongue-wrong' });
  expect(await takeTongue(app, hr, 'unknown', { tongue: 'it', hash: '0'.repeat(64), reviewed: true })).toMatchObject({ ok: false, because: 'tongue-waits-no-more' });
  expect(filesOf(app)).toEqual([]);
});

test('another file replaces it, with what changes told before; that somebody has read all of it is kept with the file', async () => {
  const { app, hr } = await company();
  await take(app, brought(app, po({ 'ballot/pageTitle': 'Sondaggio', 'ballot/loading': 'Attendere' })), hr);
  const stage = brought(app, `# A remark.\n${po({ 'ballot/pageTitle': 'Indagine', 'ballot/languages': 'Lingua' })}`);
  expect((await look(app, stage))!.change).toEqual({ added: 1, changed: 1, dropped: 1 });
  expect((await view(app, 'it'))!.reading.reviewed).toBe(false);
  await take(app, stage, hr, { reviewed: true });
  expect(await view(app, 'it')).toMatchObject({ reading: { reviewed: true }, chosen: true, own: false, replaces: false });
  const spoken = spokenTongues(app).find(({ tongue }) => tongue === 'it')!;
  expect([spoken.reviewed, spoken.said.get('ballot/pageTitle'), spoken.said.get('ballot/loading')]).toEqual([true, 'Indagine', undefined]);
  expect(readFileSync(join(folderOf(app), 'it.po'), 'utf8')).toContain('# A remark.');
});

const wishes = { template: 'pulse-core', title: { en: 'Pulse', it: 'Polso' }, purpose: { en: 'To know', it: 'Per sapere' }, opens: day('2026-11-23'), closes: day('2026-12-04'), further: [], pair: null };

test('a sealed page stays as it was sealed, whatever is brought; a file that letters of an open survey need stays', async () => {
  const { app, hr } = await company();
  await take(app, brought(app, po({ 'ballot/pageTitle': 'Sondaggio' })), hr);
  const draft = await createDraft(app, hr, wishes);
  const sealed = await sealSurvey(app, draft.ok ? draft.value.id : '');
  if (!sealed.ok) throw new Error(sealed.because);
  const hash = sealed.value.manifest.pages['it']!;
  const before = await app.data.ballotPages.get(hash);
  await take(app, brought(app, po({ 'ballot/pageTitle': 'Indagine' })), hr);
  expect(await removeTongue(app, hr, 'it')).toMatchObject({ ok: false, because: 'tongue-asked' });
  expect([filesOf(app), (await app.data.organisation.get())!.tongues]).toEqual([['it.po'], ['it']]);
  expect(await app.data.ballotPages.get(hash)).toEqual(before);
  expect(tonguePages(app, ['it'])[0]!.hash).not.toBe(hash);
});

test('taken away it is asked in no more, and of a language that came with the program its own words are back', async () => {
  const { app, hr } = await company();
  for (const tongue of ['it', 'de']) await take(app, brought(app, po({ 'ballot/pageTitle': 'Indagine' }, tongue)), hr);
  expect((await view(app, 'de'))!.replaces).toBe(true);
  for (const tongue of ['it', 'de', 'it', 'de', '../it']) expect(await removeTongue(app, hr, tongue)).toEqual({ ok: true, value: null });
  expect([filesOf(app), (await app.data.organisation.get())!.tongues]).toEqual([[], ['de']]);
  expect(await view(app, 'it')).toBeNull();
  expect(await view(app, 'de')).toMatchObject({ own: true, chosen: true });
  expect((await journal(app)).filter((line) => line.startsWith('tongue-removed')).sort()).toEqual(['tongue-removed Deutsch', 'tongue-removed Italiano']);
});

test('the file to translate holds every sentence, and what is there; of no language there is none', async () => {
  const { app } = await company();
  expect(readTongue('de', tongueFile(app, 'de')!).said.size).toBe(spokenTongues(app).find(({ tongue }) => tongue === 'de')!.said.size);
  expect(tongueFile(app, 'it')!.toString('utf8').match(/^msgctxt/gm)).toHaveLength(readTongue('it', tongueFile(app, 'it')!).of);
  for (const tongue of ['en', 'zh-Hans', '../de', 'xx', '']) expect(tongueFile(app, tongue)).toBeNull();
});
