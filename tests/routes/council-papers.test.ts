// The paper of the works council: who makes it, that it says the same ever after, and that it marks what is otherwise.
import { beforeEach, expect, test } from 'vitest';
import { action, loader } from '#app/routes/privacy.papers.tsx';
import { loader as file } from '#app/routes/privacy.papers_.$file.tsx';
import { loader as check } from '#app/routes/privacy.check.tsx';
import { loader as overview } from '#app/routes/privacy._index.tsx';
import { privacyChecks, type PrivacyReport } from '#app/domain/privacy/privacy-report.ts';
import { makeCouncilPaper } from '#app/services/privacy/council-papers.server.ts';
import { changePrivacySettings } from '#app/services/privacy/change-settings.server.ts';
import { en } from '#app/text/en/index.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { numbersInText, numbersOf } from '#tests/support/report-parts.ts';
import { visit } from '#tests/support/visit.ts';

type Loader = (args: never) => Promise<unknown>;

let app: TestApp;
beforeEach(async () => {
  app = await ballotApp();
});

const make = (as = 'hr') => visit(app, action, '/privacy/papers', { as, form: {} }) as Promise<Response>;
/** The experiment of the check takes long on a busy machine: where it is not what is tested, every point simply holds. */
const alike: PrivacyReport = { ok: true, at: '2026-11-22T12:00:00.000Z', checks: privacyChecks.map((id) => ({ id, ok: true, details: {} })) };
const makeAlike = async () => makeCouncilPaper(app, await actorFor(app, 'hr'), { check: () => Promise.resolve(alike) });
const fileOf = (name: string, as = 'hr', query = '') => visit(app, file as Loader, `/privacy/papers/${name}${query}`, { as, params: { file: name } }) as Promise<Response>;
const bytesOf = async (number: number, language = 'en') => Buffer.from(await (await fileOf(`${number}.pdf`, 'hr', `?in=${language}`)).arrayBuffer());
const wordsOf = async (number: number, language = 'en') => (await readPdf(await bytesOf(number, language))).pages.join('\n').replace(/\s+/g, ' ');

test('it is made and read by those who run the check, and by nobody else', async () => {
  for (const as of ['north-1', 'operations-1']) expect([(await make(as)).status, (await fileOf('1.pdf', as)).status]).toEqual([403, 403]);
  const made = await make();
  expect([made.status, made.headers.get('location')]).toEqual([302, '/privacy/papers?made=1']);
  expect((await visit(app, loader, '/privacy/papers', { as: 'admin' })) as object).toMatchObject({ papers: [{ number: 1 }] });
  expect((await fileOf('1.pdf', 'admin')).status).toBe(200);
  for (const name of ['2.pdf', '0.pdf', '-1.pdf', '1', '1.pdf.exe', '01.pdf']) expect((await fileOf(name)).status, name).toBe(404);
}, 300_000);

test('the first marks nothing; the next marks each setting, entry and reader that is otherwise, and says how many', async () => {
  await makeAlike();
  const first = await wordsOf(1);
  expect(first).toContain(en['council.changed.first']);
  expect(first).not.toMatch(/changed(:| [A-Z])|new \d/);
  const hr = await actorFor(app, 'hr');
  await changePrivacySettings(app, hr, { k: 6, letters: 30, sessions: 7 });
  await makeAlike();
  const second = await wordsOf(2);
  expect(second).toMatch(/What is otherwise since paper 1 of/);
  expect(second).toContain('Settings: 2');
  expect(second).toContain('New entries of the log: 2');
  expect(second).toContain('changed Smallest group: 6 people; can only be raised');
  expect(second).toContain('changed Signing in again after: 7 days');
  expect(second).not.toContain('changed Addresses of letters sent');
  expect(second).toMatch(/new \d+ \w+ 2026: Smallest group raised from 5 to 6 \(Person hr\)/);
  await makeAlike();
  expect(await wordsOf(3)).toContain('Nothing is otherwise than in paper 2');
});

test('a paper says the same whenever it is printed again, whatever was changed since', async () => {
  await makeAlike();
  const before = await bytesOf(1);
  await changePrivacySettings(app, await actorFor(app, 'hr'), { k: 7, letters: 20, sessions: 7 });
  await makeAlike();
  // Made anew and not taken from what is kept.
  for (let other = 0; other < 9; other += 1) await bytesOf((other % 2) + 1, ['zh-Hans', 'zh-Hant', 'en'][other % 3]);
  expect((await bytesOf(1)).equals(before)).toBe(true);
});

test('it holds the check, the promise, who reads what, the settings and the log, tagged, in three languages', async () => {
  await makeAlike();
  for (const [language, words] of [['en', ['Your answers cannot be traced to you', 'Who reads results', 'Settings today', 'Who changed what', 'The privacy check: The experiment']], ['zh-Hans', ['您的答案', '隐私检查']], ['zh-Hant', ['您的答案', '隱私檢查']]] as const) {
    const paper = await readPdf(await bytesOf(1, language));
    const said = paper.pages.join('').replace(/\s+/g, language === 'en' ? ' ' : '');
    for (const one of words) expect(said, language).toContain(one);
    expect([...paper.tags], language).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table']));
    expect(paper.silentFigures).toBe(0);
  }
});

test('every number on it stands on the pages «Privacy» and «Privacy check»', async () => {
  await make();
  const said = numbersOf([await visit(app, check, '/privacy/check', { as: 'hr' }), await visit(app, overview, '/privacy', { as: 'hr' })]);
  const sentences = Object.entries(en).filter(([key]) => /^(privacy|journal)\./.test(key));
  for (const number of numbersOf(sentences)) said.add(number);
  // The number of the paper, groups of eight of which three put answers together, how many points a sentence has.
  for (const number of [1, 8, 3, 6, 2, 4]) said.add(number);
  const days = new Set([...JSON.stringify([app.today(), await visit(app, overview, '/privacy', { as: 'hr' })]).matchAll(/\b(\d{4})-(\d\d)-(\d\d)\b/g)].flatMap(([, ...parts]) => parts.map(Number)));
  const { day, time } = ((await visit(app, check, '/privacy/check', { as: 'hr' })) as { clock: { day: string; time: string } }).clock;
  for (const part of [...day.split('-'), ...time.split(':')]) days.add(Number(part));
  const hashes = /\b[0-9a-f]{64}\b/g;
  const numbers = numbersInText((await wordsOf(1)).replace(hashes, '').replaceAll(app.config.publicUrl, ''));
  expect(numbers.length).toBeGreaterThan(40);
  expect(numbers.filter((number) => !said.has(number) && !days.has(number))).toEqual([]);
}, 300_000);
