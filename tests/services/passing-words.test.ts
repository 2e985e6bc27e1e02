// Who reads what people wrote, and when: HR as before; heads and everybody what HR passed on, where the sealed page named them. The
// attackers here are heads who would like to read more.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import type { WordsPage } from '#app/domain/reports/comments-page.ts';
import { answerWords } from '#app/services/reports/answer-words.server.ts';
import { blackOut, leaveOut, passOn, uncover } from '#app/services/reports/pass-words-on.server.ts';
import { companyWordsPassedOn, offersWords, readWords } from '#app/services/reports/read-words.server.ts';
import { feedFor } from '#app/services/plans.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Key accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];
// Rows in this order: North 0–11, South 12–20, Key accounts 21–23, Operations 24–37, Finance 38–41.
const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };
const north = ['Overtime again', 'Too much overtime', 'overtime every week', 'Pay the overtime', 'No more overtime, says Bob Smith', '食堂太远'];
const rest = ['The rota comes late', 'More training', 'canteen', 'A quiet room', '開會前先給議程', 'Thanks'];
const texts = [...north.map((text, at) => ({ row: at, text })), ...rest.map((text, at) => ({ row: 12 + at * 5, text }))];

let [forHeads, forHr, before] = [] as unknown as [Closed, Closed, Closed];
beforeAll(() => {
  const sketch = { tree, people, texts, mood: () => 4.4 };
  forHeads = aClosedSurvey({ ...sketch, id: 'heads', wordsFor: 'heads' });
  forHr = aClosedSurvey({ ...sketch, id: 'hr-alone', wordsFor: 'hr' });
  before = aClosedSurvey({ ...sketch, id: 'before' });
});

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
  await aSmallCompany(app);
  await headOf('south', 'south-2');
  await headOf('operations', 'operations-1');
  await headOf('amber', 'finance-1');
});

async function headOf(id: string, personId: string | null): Promise<void> {
  const departments = await app.data.departments.open();
  await app.data.departments.saveAll(departments.map((one) => ({ ...one, headId: one.id === id ? personId : one.headId })));
}

const look = { page: 1, language: 'en', search: '', theme: null, written: null } as const;
const read = async (as: string, department: string | null, more: Partial<Parameters<typeof readWords>[2]> = {}) => readWords(app, await actorFor(app, as), { ...look, surveyId: 'heads', department, ...more });
async function page(...asked: Parameters<typeof read>): Promise<WordsPage> {
  const found = await read(...asked);
  if (!found.ok) throw new Error(found.because);
  return found.value;
}
const textsOf = async (...asked: Parameters<typeof read>) => (await page(...asked)).comments.map(({ text }) => text).toSorted();
const hr = () => actorFor(app, 'hr');
const pass = async (department: string, surveyId = 'heads') => passOn(app, await hr(), { surveyId, department });
const idOf = async (as: string, department: string, text: string) => (await page(as, department)).comments.find((one) => one.text === text)?.id ?? '';
const journal = async () => (await app.data.journal.pendingBefore('2999-01-01' as never)).map(({ text }) => text).filter((text) => text.includes('words-'));

describe('where heads were named', () => {
  beforeEach(() => publishWaves(app, [forHeads]));

  test('no comment reaches a head before HR passed it on', async () => {
    expect(await textsOf('hr', 'north')).toEqual(north.toSorted());
    expect(await page('north-1', 'north')).toMatchObject({ all: 0, comments: [], themes: [], typical: [], passedOn: null, leftOut: null });
    expect((await pass('north')).ok).toBe(true);
    expect(await textsOf('north-1', 'north')).toEqual(north.toSorted());
    expect(await textsOf('south-1', 'north')).toEqual(north.toSorted());
    expect(await page('operations-2', null)).toMatchObject({ all: 0, comments: [], passedOn: null });
  });

  test('passing on twice is one act, by whichever department of the group it is done', async () => {
    await pass('south');
    const day = (await page('hr', 'south')).passedOn;
    await pass('south');
    await pass('key-accounts');
    expect((await page('hr', 'key-accounts')).passedOn).toBe(day);
    expect(await journal()).toHaveLength(1);
    expect((await journal())[0]).not.toContain('rota');
  });

  test('the head of nine reads nothing of the group they are shown with, whoever passed it on; who leads all of it does', async () => {
    await pass('south');
    const instead = await page('south-2', 'south');
    expect(instead).toMatchObject({ whole: true, instead: 'South', comments: [] });
    expect((await textsOf('south-1', 'south')).length).toBeGreaterThan(0);
    expect(await read('north-1', 'south')).toMatchObject({ ok: false, because: 'forbidden' });
    expect(await read('operations-2', 'south')).toMatchObject({ ok: false, because: 'forbidden' });
    expect(await read('admin', 'south')).toMatchObject({ ok: false, because: 'forbidden' });
  });

  test('the head of a department shown together with another reads nothing of it', async () => {
    const { group } = await page('hr', 'operations');
    expect(group?.with.length).toBeGreaterThan(0);
    await pass('operations');
    expect(await page('operations-1', 'operations')).toMatchObject({ instead: 'Operations', comments: [] });
  });

  test('a former head reads nothing more, and a new one what was passed on', async () => {
    await pass('north');
    await headOf('north', 'north-2');
    expect(await read('north-1', 'north')).toMatchObject({ ok: false, because: 'forbidden' });
    expect(await textsOf('north-2', 'north')).toEqual(north.toSorted());
  });

  test('the number left out is told for the company only', async () => {
    for (const department of ['north', 'amber']) await leaveOut(app, await hr(), { surveyId: 'heads', department, id: await idOf('hr', department, '食堂太远'), out: true });
    await pass('north');
    await pass('amber');
    expect(await page('north-1', 'north')).toMatchObject({ leftOut: null, all: north.length - 1 });
    expect(await page('operations-2', null)).toMatchObject({ leftOut: 1 });
    expect(await textsOf('operations-2', null)).not.toContain('食堂太远');
    expect(await page('hr', 'north')).toMatchObject({ leftOut: 1, all: north.length });
    await leaveOut(app, await hr(), { surveyId: 'heads', department: 'north', id: await idOf('hr', 'north', '食堂太远'), out: false });
    expect(await textsOf('north-1', 'north')).toContain('食堂太远');
  });

  test('everybody reads what was passed on for the company, and no group beside a text', async () => {
    expect(await companyWordsPassedOn(app, await actorFor(app, 'operations-2'), 'heads')).toBe(false);
    await pass('amber');
    expect(await companyWordsPassedOn(app, await actorFor(app, 'operations-2'), 'heads')).toBe(true);
    const all = await page('operations-2', null);
    expect(all.all).toBe(forHeads.release.comments.length);
    expect(all.departments.map(({ id }) => id)).toEqual(['amber']);
    expect(JSON.stringify(all.comments)).not.toMatch(/atoms|north|position/i);
  });

  test('a name that is blacked out is read by nobody else, searched by nobody, and stands in no journal; the release stays', async () => {
    const release = (await app.data.releases.ofSurvey('heads'))!;
    const id = await idOf('hr', 'north', 'No more overtime, says Bob Smith');
    expect(await blackOut(app, await hr(), { surveyId: 'heads', department: 'north', id, name: 'Ann' })).toMatchObject({ ok: false, because: 'name-not-there' });
    expect((await blackOut(app, await hr(), { surveyId: 'heads', department: 'north', id, name: 'bob smith' })).ok).toBe(true);
    const barred = { surveyId: 'heads', department: 'north', id: await idOf('hr', 'north', 'No more overtime, says ███') };
    expect(await uncover(app, await actorFor(app, 'north-1'), barred)).toMatchObject({ because: 'forbidden' });
    expect((await uncover(app, await hr(), barred)).ok).toBe(true);
    expect(await uncover(app, await hr(), { ...barred, id })).toMatchObject({ because: 'no-such-words' });
    expect((await blackOut(app, await hr(), { surveyId: 'heads', department: 'north', id, name: 'bob smith' })).ok).toBe(true);
    await pass('north');
    await pass('amber');
    expect(await uncover(app, await hr(), barred)).toMatchObject({ because: 'passed-on-already' });
    for (const [as, department] of [['north-1', 'north'], ['operations-2', null]] as const) {
      const seen = await page(as, department);
      expect(JSON.stringify(seen)).not.toMatch(/bob|smith/i);
      expect(seen.comments.map(({ text }) => text)).toContain('No more overtime, says ███');
      expect((await page(as, department, { search: 'Smith' })).total).toBe(0);
    }
    expect((await journal()).join(' ')).not.toMatch(/bob|smith/i);
    expect(await app.data.releases.ofSurvey('heads')).toEqual(release);
  });

  test('themes are counted of what the reader reads, from k texts on', async () => {
    expect((await page('hr', 'north')).themes).toEqual([{ id: 'overtime', label: 'Overtime', texts: 5, replies: [] }]);
    await leaveOut(app, await hr(), { surveyId: 'heads', department: 'north', id: await idOf('hr', 'north', 'Overtime again'), out: true });
    await pass('north');
    expect((await page('north-1', 'north')).themes).toEqual([]);
    expect((await page('hr', 'north')).themes).toHaveLength(1);
  });

  test('search and language find among what is shown, and language for the company alone', async () => {
    expect(await textsOf('hr', null, { search: '食堂' })).toEqual(['食堂太远']);
    expect(await textsOf('hr', null, { written: 'zh-Hant' })).toEqual(['開會前先給議程']);
    expect((await page('hr', 'north', { written: 'zh-Hant' })).total).toBe(north.length);
    expect((await page('hr', 'north', { theme: 'overtime' })).total).toBe(5);
  });

  test('only HR passes on, leaves out and blacks out', async () => {
    for (const as of ['north-1', 'operations-2', 'admin']) {
      const actor = await actorFor(app, as);
      const which = { surveyId: 'heads', department: 'north', id: 'x' };
      for (const refused of [await passOn(app, actor, which), await leaveOut(app, actor, { ...which, out: true }), await blackOut(app, actor, { ...which, name: 'Bob' })]) expect(refused).toMatchObject({ ok: false, because: 'forbidden' });
    }
  });
});

describe('an answer', () => {
  beforeEach(async () => {
    await publishWaves(app, [forHeads]);
    await pass('north');
    await pass('amber');
  });
  const answer = async (as: string, more: Partial<Parameters<typeof answerWords>[2]>) => answerWords(app, await actorFor(app, as), { surveyId: 'heads', department: 'north', comment: null, theme: null, request: `r-${as}`, text: 'We hire two.', ...more });

  test('of two people to one comment: both are kept, and a form sent twice is one', async () => {
    const comment = await idOf('north-1', 'north', 'Overtime again');
    expect((await answer('north-1', { comment })).ok && (await answer('hr', { comment })).ok && (await answer('hr', { comment })).ok).toBe(true);
    const { replies } = (await page('south-1', 'north')).comments.find(({ id }) => id === comment)!;
    expect(replies.map(({ by }) => by).toSorted()).toEqual([(await app.data.people.get('hr'))!.name, (await app.data.people.get('north-1'))!.name].toSorted());
  });

  test('given by the head of a group is not shown beside the text in the company: it would tell the group', async () => {
    const comment = await idOf('north-1', 'north', 'Overtime again');
    await answer('north-1', { comment });
    expect((await page('operations-2', null)).comments.flatMap(({ replies }) => replies)).toEqual([]);
  });

  test('is given by HR and by who leads all of the group, to what they may read', async () => {
    const comment = await idOf('north-1', 'north', 'Overtime again');
    for (const [as, more, because] of [
      ['operations-2', { comment }, 'forbidden'],
      ['south-2', { department: 'south', comment }, 'forbidden'],
      ['north-1', { department: 'amber', comment }, 'forbidden'],
      ['north-1', { comment: 'nothing' }, 'no-such-words'],
      ['north-1', { theme: 'pay' }, 'no-such-words'],
      ['north-1', { theme: 'overtime', text: 'We hire two.' }, null],
    ] as const) {
      const said = await answer(as, more);
      expect([as, said.ok ? null : said.because]).toEqual([as, because]);
    }
    expect(await answer('finance-1', { department: 'amber', comment: await idOf('finance-1', 'amber', 'Overtime again') })).toMatchObject({ ok: true });
  });

  test('to a theme stands in the feed of those whose group it is, once they can know it, and of nobody else', async () => {
    await answer('north-1', { theme: 'overtime' });
    const seen = async (as: string) => (await feedFor(app, await actorFor(app, as), 'en')).entries.filter(({ kind }) => kind === 'words').length;
    expect(await Promise.all(['north-2', 'south-1', 'hr', 'operations-2', 'south-2'].map(seen))).toEqual([1, 1, 1, 0, 0]);
    await answer('hr', { department: 'amber', theme: 'overtime', request: 'r-all' });
    expect(await Promise.all(['north-2', 'operations-2'].map(seen))).toEqual([2, 1]);
  });

  test('to a theme repeats no comment, because people read it who may not read comments', async () => {
    expect(await answer('north-1', { theme: 'overtime', text: 'Somebody wrote «No more overtime, says Bob Smith».' })).toMatchObject({ ok: false, because: 'quotes-a-comment' });
  });
});

describe.each([['sealed for HR alone', 'hr-alone'], ['sealed before anybody else could be named', 'before']] as const)('%s', (_, surveyId) => {
  beforeEach(() => publishWaves(app, [surveyId === 'before' ? before : forHr]));

  test('words given under HR alone stay with HR', async () => {
    expect(await textsOf('hr', 'north', { surveyId })).toEqual(north.toSorted());
    expect(await pass('north', surveyId)).toMatchObject({ ok: false, because: 'words-for-hr' });
    expect(await pass('amber', surveyId)).toMatchObject({ ok: false, because: 'words-for-hr' });
    for (const as of ['north-1', 'south-1', 'finance-1', 'operations-2', 'admin']) {
      for (const department of ['north', null]) expect(await read(as, department, { surveyId })).toMatchObject({ ok: false, because: 'forbidden' });
      expect(await offersWords(app, await actorFor(app, as), surveyId)).toBe(false);
    }
  });

  test('even a row in the database that says they were passed on gives them to nobody', async () => {
    const hash = (await app.data.releases.ofSurvey(surveyId))!.hash;
    for (const department of ['north', 'amber']) {
      const found = await page('hr', department, { surveyId });
      expect(found.passedOn).toBeNull();
    }
    await app.data.passedWords.passOn({ hash, group: 'anything' }, app.today());
    expect(await read('north-1', 'north', { surveyId })).toMatchObject({ ok: false, because: 'forbidden' });
  });

  test('themes are counted only where the page had said so', async () => {
    expect((await page('hr', 'north', { surveyId })).themes.length).toBe(surveyId === 'before' ? 0 : 1);
  });
});
