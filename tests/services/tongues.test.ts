// A language by a file of sentences: what of it is taken, and that people are asked and written to in it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/access/actor.ts';
import { ballotSource } from '#app/text/tongue/ballot-source.ts';
import { readTongue, writeTongue } from '#app/text/tongue/po-file.ts';
import { placeOfWords } from '#app/text/tongue/ballot-document.ts';
import { tongueDocument } from '#app/text/tongue/tongue-document.ts';
import { tongueProblem, type TongueProblemCode } from '#app/domain/surveys/tongue-problem.ts';
import { tongueSentences } from '#app/text/tongue/sentences.ts';
import { ballotMessages } from '#app/text/tongue/ballot-messages.ts';
import { ballotTexts } from '#app/text/ballot/all.ts';
import { en } from '#app/text/ballot/en.ts';
import { textOf, timeNeeded } from '#app/text/text.ts';
import { day } from '#app/domain/kernel/day.ts';
import { inAll, languages } from '#app/domain/kernel/language.ts';
import type { Details } from '#app/domain/kernel/outcome.ts';
import { measures } from '#app/domain/plans/measures-catalogue.ts';
import { backgroundQuestion, backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import { noticedQuestion, remedyQuestion, talkedQuestion } from '#app/domain/surveys/questions/extra-questions.ts';
import { dimensions, libraryItems, libraryScales, templates } from '#app/domain/surveys/questions/question-library.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { serviceQuestions } from '#app/domain/surveys/serving/service-questions.ts';
import { inTongues, readInEnglish } from '#app/domain/surveys/questions/translated-questions.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { checkVersions } from '#app/services/privacy/check-portal.server.ts';
import { chooseTongues, tonguesView } from '#app/services/surveys/choose-tongues.server.ts';
import { spokenTongues, tonguePages, tonguesOf, wordsOfTongues } from '#app/services/surveys/tongues.server.ts';
import { arabic } from '#tests/support/arabic.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';

const hr = { personId: 'north-1', name: 'Hana Ito', roles: ['employee', 'hr'], departmentId: null, language: 'en', heads: [] } as unknown as Actor;

/** A file of the data folder with these sentences. */
function put(app: TestApp, tongue: string, said: Readonly<Record<string, string>>): void {
  const folder = join(app.config.dataFolder, 'languages');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${tongue}.po`), writeTongue({ tongue, reviewed: true, said: new Map(Object.entries(said)) }));
}

const english = new Map(tongueSentences().map((one) => [one.key, one.english]));

/** The words as the page gets them. */
const spokenIn = (tongue: string, said: ReadonlyMap<string, string> = new Map()) =>
  runInNewContext(ballotSource(tongue, (key) => said.get(key) ?? english.get(key)!), { Intl, String, Math, JSON }) as typeof en;

test('every function of the ballot page has its message, and says in English what the page itself says', () => {
  const made = spokenIn('en');
  const compared: string[] = [];
  const values = [0, 1, 2, 45, 90, 130];
  const counted = new Set(['count', 'questions', 'seconds', 'k', 'fewest', 'number', 'total', 'last', 'most', 'left', 'record', 'body', 'zeros', 'over', 'bytes', 'entry', 'ballots']);
  const compare = (own: unknown, other: unknown, way: string): void => {
    if (typeof own === 'function') {
      expect(ballotMessages, way).toHaveProperty([way]);
      const sets: unknown[][] = way === 'together' ? [[['A']], [['A', 'B', 'C']]] : way === 'promise.end' ? [['1 May', 'Berlin'], ['1 May', 'UTC+8']] : values.flatMap((n) => [true, false].map((is) => ballotMessages[way]![0].map((name) => (name === 'heads' || name === 'own' ? is : counted.has(name) ? n : 'x'))));
      for (const set of sets) expect((other as (...args: unknown[]) => string)(...set), `${way} ${set.join()}`).toBe((own as (...args: unknown[]) => string)(...set));
      compared.push(way);
    } else if (typeof own === 'string') expect(other, way).toBe(own);
    else for (const [name, one] of Object.entries(own as object)) compare(one, (other as Record<string, unknown>)[name], way === '' ? name : `${way}.${name}`);
  };
  compare(Object.fromEntries(Object.entries(en).filter(([name]) => name !== 'language' && name !== 'words')), made, '');
  expect(compared.sort()).toEqual(Object.keys(ballotMessages).sort());
  expect(made.words).toHaveLength(256);
});

test.each(['de', 'fr', 'es', 'ja'])('%s is in the box, whole for the ballot page, and said to be unreviewed', async (tongue) => {
  const app = await ballotApp();
  const file = spokenTongues(app).find((one) => one.tongue === tongue)!;
  expect(file.reviewed).toBe(false);
  expect([...english.keys()].filter((key) => key.startsWith('ballot/') && !file.said.has(key))).toEqual([]);
  const page = spokenIn(tongue, file.said);
  expect(page.promise.facts(9, 140, '4. 12.')).toMatch(/9/);
  expect(page.question.left(30)).toMatch(/30/);
  expect(page.proof.fitsRow(3, true)).not.toBe(page.proof.fitsRow(3, false));
});

test('how long it takes is said in one way: on the answer page, on each of its questions, at home and in letters', async () => {
  const app = await ballotApp();
  const own = await Promise.all(languages.map(async (language) => [language, await ballotTexts[language]()] as const));
  const pages = [...own, ...spokenTongues(app).map(({ tongue, said }) => [tongue, spokenIn(tongue, said)] as const)];
  expect(pages).toHaveLength(7);
  for (const [language, page] of pages) {
    for (const seconds of [6, 44, 79, 89, 90, 149, 400]) {
      const time = timeNeeded(textOf(language), seconds);
      expect(page.promise.facts(9, seconds, 'x')).toContain(` · ${time} · `);
      // «about 80 seconds» and «noch etwa 80 Sekunden»: the number and its unit.
      expect(page.question.left(seconds).replaceAll(' ', '')).toContain(/\d.*$/.exec(time)![0].replaceAll(' ', ''));
    }
  }
});

test('a value too many or too few refuses the file with the key; what is not translated is English', () => {
  const broken = writeTongue({ tongue: 'it', reviewed: false, said: new Map([['letter.survey.link', 'Il link'], ['ballot/question.position', '{number} di {totale}'], ['ballot/pageTitle', 'Sondaggio'], ['ballot/promise.who', '{count}']]) });
  expect(readTongue('it', broken).problems).toEqual([
    tongueProblem('value-kind', { value: '{count}' }, 'ballot/promise.who'),
    tongueProblem('value-missing', { value: '{total}' }, 'ballot/question.position'),
    tongueProblem('value-unknown', { value: '{totale}' }, 'ballot/question.position'),
    tongueProblem('value-missing', { value: '{home}' }, 'letter.survey.link'),
  ]);
  expect(readTongue('it', Buffer.from('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "x"y"\n')).problems).toEqual([tongueProblem('no-po', { line: 5 })]);
  expect(readTongue('it', Buffer.from('msgid ""\nrubbish')).problems).toEqual([tongueProblem('no-po', { line: 0 })]);
  expect(readTongue('it', writeTongue({ tongue: 'it', reviewed: false, said: new Map() })).problems).toEqual([tongueProblem('nothing-known')]);
});

test('a file with a wrong plural, in another encoding, of another kind or too large is refused with one sentence', async () => {
  const problem = (said: Readonly<Record<string, string>>, tongue = 'it') => readTongue(tongue, writeTongue({ tongue, reviewed: false, said: new Map(Object.entries(said)) })).problems;
  const who = (forms: string) => ({ 'ballot/promise.who': `Chi ({count, plural, ${forms}})` });
  expect(problem(who('one {# persona}'))).toEqual([tongueProblem('no-other', { value: '{count}' }, 'ballot/promise.who')]);
  expect(problem(who('one {# persona} few {# persone} other {# persone}'))).toEqual([tongueProblem('form-unknown', { value: '{count}', form: 'few', forms: 'many, one, other' }, 'ballot/promise.who')]);
  expect(problem(who('one {#} few {#} other {#}'), 'pl')).toEqual([]);
  expect(problem({ 'ballot/promise.end': '{utc, select, vero {{day} {place}} other {{day}, {place}}}' })).toEqual([tongueProblem('form-unknown', { value: '{utc}', form: 'vero', forms: 'true, other' }, 'ballot/promise.end')]);
  const german = writeTongue({ tongue: 'de', reviewed: false, said: new Map([['ballot/pageTitle', 'Für alle']]) });
  for (const bytes of [Buffer.from(german.toString('utf8'), 'latin1'), Buffer.from(`\ufeff${german.toString('utf8')}`, 'utf16le')]) expect(readTongue('de', bytes).problems).toEqual([tongueProblem('no-utf-8')]);
  expect(readTongue('de', Buffer.concat([Buffer.from('\ufeff'), german])).problems).toEqual([]);
  for (const other of ['{"language":"it"}', 'PK\u0003\u0004', '', '\u0000\u0000']) expect(readTongue('it', Buffer.from(other)).problems, other).toHaveLength(1);
  // Of a newer program what this one knows is taken, and the rest is of no use to it.
  const newer = Buffer.from(`${german.toString('utf8')}\nmsgctxt "ballot/newer"\nmsgid "New"\nmsgstr "Neu {x"\n`);
  expect(readTongue('de', newer)).toMatchObject({ problems: [], said: { size: 1 } });
  const app = await ballotApp();
  mkdirSync(join(app.config.dataFolder, 'languages'), { recursive: true });
  writeFileSync(join(app.config.dataFolder, 'languages', 'it.po'), Buffer.alloc(2_000_001, 32));
  expect((await tonguesView(app)).refused).toMatchObject([{ file: 'it.po', problems: [tongueProblem('too-large', { megabytes: 2 })], further: 0 }]);
});

test('of a file with many mistakes the first twenty are named, and how many there are beside them', async () => {
  const app = await ballotApp();
  put(app, 'it', Object.fromEntries([...english.keys()].filter((key) => key.startsWith('library/')).slice(0, 25).map((key) => [key, '<b>Testo</b>'])));
  const [file] = (await tonguesView(app)).refused;
  expect([file!.problems.length, file!.further, file!.problems[0]!.code]).toEqual([20, 5, 'tag']);
});

test('what would stop the page, take minutes to be read, count fewer people or be seen as another sentence refuses the file', () => {
  const problem = (said: Readonly<Record<string, string>>) => readTongue('it', writeTongue({ tongue: 'it', reviewed: false, said: new Map(Object.entries(said)) })).problems;
  const block = (text: string) => problem({ 'ballot/promise.block': text });
  const about = (code: TongueProblemCode, details: Details = {}) => [tongueProblem(code, details, 'ballot/promise.block')];
  expect(block('{name} ({count, plural, one {# {count, number}} other {#}})')).toEqual(about('value-kind', { value: '{count}' }));
  expect(block('{name} ({count, plural, one {# {name, date}} other {#}})')).toEqual(about('value-kind', { value: '{name}' }));
  expect(block('{name} ({count, plural, offset:3 one {#} other {#}})')).toEqual(about('form-unknown', { value: '{count}', form: 'offset', forms: 'many, one, other' }));
  expect(block('{name} ({count, plural, other {'.repeat(20_000))).toEqual(about('too-long', { characters: 4_000 }));
  expect(block('{name} \u202e({count, plural, one {#} other {#}})')).toEqual(about('turning'));
});

test('the privacy check tells the hash of the page in a tongue that people are asked in, as it would be sealed', async () => {
  const app = await ballotApp();
  expect((await checkVersions(app)).details['hashes']).not.toContain('de ');
  await chooseTongues(app, hr, ['de']);
  put(app, 'de', { 'ballot/pageTitle': 'Unsere Umfrage' });
  const [page] = tonguePages(app, ['de']);
  expect((await checkVersions(app)).details['hashes']).toContain(`de ${page!.hash}`);
});

test('a scale of which two answers read the same in a tongue refuses the file', () => {
  const scale = libraryScales.find(({ id }) => id === 'SAT5')!;
  const key = (text: string) => tongueSentences().find((one) => one.english === text)!.key;
  const [first, second] = scale.labels;
  const said = new Map([[key(first!.en), 'Insoddisfatto'], [key(second!.en), 'insoddisfatto ']]);
  expect(readTongue('it', writeTongue({ tongue: 'it', reviewed: false, said })).problems).toEqual(expect.arrayContaining([tongueProblem('same-answers', { words: 'insoddisfatto' }, 'library/scales.SAT5')]));
});

test('a number that a translator wrote with noughts before it is that number, and stops no page', () => {
  const message = english.get('ballot/promise.who')!.replace('one {', '=08 {');
  expect(readTongue('it', writeTongue({ tongue: 'it', reviewed: false, said: new Map([['ballot/promise.who', message]]) })).problems).toEqual([]);
  const source = ballotSource('it', (key) => (key === 'ballot/promise.who' ? message : english.get(key)!));
  const { promise } = runInNewContext(`'use strict';${source}`, { Intl, String, Math, JSON }) as typeof en;
  expect([promise.who(7), promise.who(8)]).toEqual(['Who is in this group (7 people)', 'Who is in this group (8 person)']);
});

test('what a file says is never code, neither in the page nor beside it', async () => {
  const app = await ballotApp();
  const evil = '</script ><script >alert(1)"+alert(2)+"`\\';
  const words = { 'ballot/pageTitle': evil, 'ballot/noScript': evil, 'ballot/languages': '" onload="alert(4)', 'ballot/idle': evil };
  const bare = { script: `say(${placeOfWords})`, style: '' };
  const { html } = tongueDocument({ tongue: 'it', said: new Map(Object.entries(words)) }, bare);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('" onload="');
  // Read from a file it is not even said.
  put(app, 'it', words);
  expect(tonguePages(app, ['it'])).toEqual([]);
  expect((await tonguesView(app)).refused).toMatchObject([{ file: 'it.po', problems: ['ballot/pageTitle', 'ballot/noScript', 'ballot/idle'].map((key) => tongueProblem('tag', { tag: '</script >' }, key)), further: 0 }]);
  expect(readTongue('it', writeTongue({ tongue: 'it', reviewed: false, said: new Map([['ballot/idle', '${alert(3)}']]) })).problems).toEqual([tongueProblem('braces', {}, 'ballot/idle')]);
  expect(spokenIn('it', new Map(Object.entries(words))).idle).toBe(evil);
});

test('a file beside the program goes before the program’s own, is looked at again when it changes, and says what is wrong with it', async () => {
  const app = await ballotApp();
  put(app, 'de', { 'ballot/pageTitle': 'Unsere Umfrage' });
  put(app, 'zh-Hans', { 'ballot/pageTitle': 'x' });
  put(app, 'klingon', { 'ballot/pageTitle': 'x' });
  put(app, 'ar', arabic);
  const page = spokenIn('ar', spokenTongues(app).find(({ tongue }) => tongue === 'ar')!.said);
  expect([page.promise.facts(2, 60, 'x'), page.review.send]).toEqual(['سؤالان · نحو 60 ثانية · مفتوح حتى x', 'Send']);
  expect(tonguePages(app, ['de', 'ar']).map(({ body }) => /<html[^>]*>/.exec(body)![0])).toEqual(['<html lang="ar" dir="rtl">', '<html lang="de">']);
  const view = await tonguesView(app);
  expect(view.tongues.map(({ tongue, own }) => `${tongue} ${own}`)).toEqual(['ar false', 'de false', 'es true', 'fr true', 'ja true']);
  expect(view.refused.map(({ file }) => file)).toEqual(['klingon.po', 'zh-Hans.po']);
  rmSync(join(app.config.dataFolder, 'languages', 'de.po'));
  expect(tonguesOf(app).find(({ tongue }) => tongue === 'de')).toMatchObject({ own: true });
});

const wishes = { template: 'pulse-core', title: { en: 'Pulse', de: 'Puls' }, purpose: { en: 'To know', de: 'Um zu wissen' }, opens: day('2026-11-23'), closes: day('2026-12-04'), further: [], pair: null };

async function german(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await app.data.organisation.save({ name: 'Amber', languages: ['en'], language: 'en', k: 5, created: '2026-11-01', timeZone: 'UTC' });
  expect(await chooseTongues(app, hr, ['de', 'xx'])).toMatchObject({ ok: false, because: 'tongue-unknown', details: { language: 'xx' } });
  expect(await chooseTongues(app, hr, ['de'])).toMatchObject({ ok: true });
  return app;
}

test('a company that chose German asks and writes in German', async () => {
  const app = await german();
  expect(await createDraft(app, hr, { ...wishes, title: { en: 'Pulse' } })).toMatchObject({ ok: false, because: 'no-title', details: { language: 'de' } });
  const draft = await createDraft(app, hr, wishes);
  if (!draft.ok) throw new Error(draft.because);
  expect(readInEnglish(draft.value.definition.questions, draft.value.definition.languages)).toEqual([]);
  const sealed = await sealSurvey(app, draft.value.id);
  if (!sealed.ok) throw new Error(sealed.because);
  const { manifest, hash } = sealed.value;
  expect(manifest.languages).toEqual(['en', 'de']);
  expect(manifest.pages['de']).toBe(tonguePages(app, ['de'])[0]!.hash);
  expect((manifest.questions[0]!.text as unknown as Record<string, string>)['de']).toBe('Alles in allem: Wie zufrieden sind Sie damit, hier zu arbeiten?');
  expect(await app.data.ballotPages.get(manifest.pages['de']!)).not.toBeNull();
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, language: 'de' });
  expect(await inviteToOpenSurveys(app)).toBe(44);
  const letters = await app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 100 });
  const { text, subject, language } = letters.find(({ to }) => to.startsWith('north-2@'))!;
  expect(language).toBe('de');
  expect(subject).toBe('Puls: Ihre Antwort bis 4. Dezember 2026');
  expect(text).toContain('Ihre Antworten lassen sich nicht zu Ihnen zurückverfolgen.');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

/** Whatever the library, a plan or the map of services may bring into a survey. */
function askedOfAnybody(): Question[] {
  const items = libraryItems.filter(({ status, perProvider }) => status === 'active' && !perProvider).map(({ id }) => id);
  const fromTemplates = templates.flatMap((template) => questionsOf(template, { k: 5, further: items, pair: 'pay' }));
  const fromPlans = dimensions.flatMap(({ id }) => [noticedQuestion(id, 5), remedyQuestion(id, measures.map((one) => ({ id: one.id, label: one.title })), 5)]);
  const it = { id: 'it', departments: ['it'], customers: ['north'], name: inAll('IT {and} Pay'), label: inAll('IT') };
  // What is offered there are the company's own names.
  const fromMap = serviceQuestions([it], 5).filter(({ kind }) => kind !== 'several');
  return [...fromTemplates, ...fromPlans, talkedQuestion(5), ...fromMap, ...backgroundsFor(['Harbour']).map((one) => backgroundQuestion({ ...one, options: one.options.filter(({ label }) => label.en !== 'Harbour') }, 5))];
}

test.each(['de', 'fr', 'es', 'ja'])('whoever is asked in %s reads no English: no question, answer, reason or remedy', async (tongue) => {
  const app = await ballotApp();
  const questions = askedOfAnybody();
  const spoken = inTongues(questions, ['en', tongue], wordsOfTongues(app));
  expect(questions.length).toBeGreaterThan(100);
  expect(readInEnglish(spoken, [tongue])).toEqual([]);
  const alike: string[] = [];
  JSON.stringify(spoken, (_name, value: unknown) => {
    const texts = value as Readonly<Record<string, string>> | null;
    if (typeof texts === 'object' && typeof texts?.['en'] === 'string' && texts[tongue] === texts['en']) alike.push(texts['en']);
    return value;
  });
  // Words that both languages have.
  expect(alike.filter((word) => !['Neutral', 'Important', 'Site', 'Communication'].includes(word))).toEqual([]);
  const named = spoken.find(({ id }) => id === 'ISQ-03@it')!.text as unknown as Readonly<Record<string, string>>;
  expect(named[tongue]).toContain('IT {and} Pay');
  expect(spokenTongues(app).find((one) => one.tongue === tongue)).toMatchObject({ reviewed: false, said: { size: tongueSentences().length } });
});

test('without words of a question people are told before sealing; without its file nothing is sealed in a language', async () => {
  const app = await german();
  await chooseTongues(app, hr, ['de']);
  put(app, 'sv', { 'ballot/pageTitle': 'Enkät' });
  await chooseTongues(app, hr, ['sv']);
  const draft = await createDraft(app, hr, { ...wishes, title: { en: 'Pulse', sv: 'Puls' } as never, purpose: { en: 'To know', sv: 'För att veta' } as never });
  if (!draft.ok) throw new Error(draft.because);
  const [lacking] = readInEnglish(draft.value.definition.questions, draft.value.definition.languages);
  expect(lacking).toMatchObject({ tongue: 'sv' });
  expect(lacking!.questions).toHaveLength(draft.value.definition.questions.length);
  rmSync(join(app.config.dataFolder, 'languages', 'sv.po'));
  expect(await sealSurvey(app, draft.value.id)).toMatchObject({ ok: false, because: 'tongue-gone' });
});
