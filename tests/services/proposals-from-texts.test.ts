// A proposal from an open text of a pulse. The attackers: HR who would like to know who wrote it, and a colleague who would like to read
// more than the release lets them.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import { extrasOfProposals } from '#app/domain/surveys/proposals/support-question.ts';
import { passOn, blackOut } from '#app/services/reports/pass-words-on.server.ts';
import { readWords } from '#app/services/reports/read-words.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { answerProposal } from '#app/services/surveys/answer-proposal.server.ts';
import { enterPage, enterProposal } from '#app/services/surveys/proposals-from-texts.server.ts';
import { proposalForHr, proposalsTold } from '#app/services/surveys/proposals.server.ts';
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
const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };
const written = 'Please ask whether the night bus to the plant comes on time, says Bob Smith';
const texts = [written, 'Overtime every single week of the year', 'Too much noise', 'More training', 'canteen', 'Thanks'].map((text, at) => ({ row: at, text }));
const own = 'Whether people get home after a late shift';

let [forHeads, forHr] = [] as unknown as [Closed, Closed];
beforeAll(() => {
  const sketch = { tree, people, texts, mood: () => 4.4 };
  forHeads = aClosedSurvey({ ...sketch, id: 'heads', wordsFor: 'heads' });
  forHr = aClosedSurvey({ ...sketch, id: 'hr-alone', wordsFor: 'hr' });
});

let app: TestApp;
const hr = () => actorFor(app, 'hr');
beforeEach(async () => {
  app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, [forHeads, forHr]);
});

async function idOf(surveyId: string, department: string | null, beginning = 'Please ask'): Promise<string> {
  const read = await readWords(app, await hr(), { surveyId, department, page: 1, language: 'en', search: '', theme: null, written: null });
  if (!read.ok) throw new Error(read.because);
  return read.value.comments.find(({ text }) => text.startsWith(beginning))!.id;
}

const entered = async (words: string, { surveyId = 'heads', department = 'north' as string | null, request = 'form-1', as = 'hr' } = {}) =>
  enterProposal(app, await actorFor(app, as), { surveyId, department, comment: await idOf(surveyId, department), request, words });

const declined = { decision: 'declined' as const, text: {}, reason: 'The line is not ours', review: null, keptBack: false };

test('HR enters it in words of their own; it has no writer, and what is kept of where it came from is the survey alone', async () => {
  expect(await entered(own)).toEqual({ ok: true, value: null });
  const [kept, ...more] = await app.data.proposals.all();
  expect(more).toEqual([]);
  expect(kept).toEqual({ id: 'form-1', authorId: null, day: app.today(), words: own, why: '', mayShow: true, keptBack: false, fromText: { surveyId: 'heads' }, answers: [] });
  expect(JSON.stringify(kept)).not.toMatch(/north|position|comment/);
  expect(await proposalForHr(app, 'form-1')).toMatchObject({ by: null, waits: true });
  expect((await proposalForHr(app, 'form-1'))!.from).not.toBeNull();
});

test('answered, everybody reads it, with neither the survey nor the group, and no one person is told', async () => {
  await entered(own);
  expect(await proposalsTold(app, await actorFor(app, 'north-2'))).toEqual([]);
  expect((await answerProposal(app, 'form-1', declined)).ok).toBe(true);
  const readers = ['north-2', 'north-1', 'operations-3', 'finance-1'];
  const views = await Promise.all(readers.map(async (reader) => proposalsTold(app, await actorFor(app, reader))));
  for (const view of views) {
    expect(view).toMatchObject([{ words: own, own: false, fromText: true, standing: 'declined', reason: 'The line is not ours', survey: null }]);
    expect(JSON.stringify(view)).not.toMatch(/heads|north/i);
  }
  // Whoever wrote it and everybody else read the same, to the letter: HR learns nothing by entering it and watching.
  expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
  expect(await app.data.owedLetters.count()).toBe(0);
  for (const reader of readers) expect((await homeOf(app, await actorFor(app, reader))).proposalsAnswered).toBe(0);
});

test('the words of the text are refused where not everybody reads them: in the proposal, and in the answer', async () => {
  for (const words of [written, 'whether the night bus to the plant comes on time', 'OVERTIME every single  week of the year']) expect(await entered(words)).toMatchObject({ because: 'quotes-a-comment', details: { field: 'words' } });
  expect(await entered(written, { surveyId: 'hr-alone', department: null })).toMatchObject({ because: 'quotes-a-comment' });
  expect(await app.data.proposals.all()).toEqual([]);
  await entered(own);
  expect(await answerProposal(app, 'form-1', { ...declined, reason: `You said: ${written}` })).toMatchObject({ because: 'quotes-a-comment', details: { field: 'reason' } });
  const text = { en: 'How important is it that the night bus to the plant comes on time?', 'zh-Hans': '班车', 'zh-Hant': '班車' };
  expect(await answerProposal(app, 'form-1', { ...declined, decision: 'asked', text })).toMatchObject({ because: 'quotes-a-comment' });
  expect((await app.data.proposals.get('form-1'))!.answers).toEqual([]);
});

test('what everybody reads already may be repeated as it stands; another text, and one under a bar, may not', async () => {
  // The same text stands in the other survey for HR alone: it is the words that count.
  const whole = { surveyId: 'heads', department: null };
  expect((await passOn(app, await hr(), whole)).ok).toBe(true);
  const page = await enterPage(app, await hr(), { ...whole, comment: await idOf('heads', null) });
  expect(page).toMatchObject({ ok: true, value: { open: true } });
  expect(await entered('Overtime every single week of the year', whole)).toMatchObject({ because: 'quotes-a-comment' });
  expect(await entered(`${written}, and so do I`, whole)).toMatchObject({ because: 'quotes-a-comment' });
  expect(await entered('the night bus to the plant  comes on time', whole)).toMatchObject({ ok: true });
  await blackOut(app, await hr(), { ...whole, id: await idOf('heads', null), name: 'Bob Smith' });
  expect(await enterPage(app, await hr(), { ...whole, comment: await idOf('heads', null) })).toMatchObject({ value: { open: false } });
  expect(await entered(written, { ...whole, request: 'form-2' })).toMatchObject({ because: 'quotes-a-comment' });
});

test('only HR enters one, only from a text that was released', async () => {
  for (const as of ['north-1', 'north-2', 'admin']) expect(await entered(own, { as })).toMatchObject({ because: 'forbidden' });
  expect(await enterProposal(app, await hr(), { surveyId: 'heads', department: 'north', comment: 'f'.repeat(32), request: 'form-1', words: own })).toMatchObject({ because: 'no-such-words' });
  expect(await enterProposal(app, await hr(), { surveyId: 'nothing', department: null, comment: 'f'.repeat(32), request: 'form-1', words: own })).toMatchObject({ because: 'not-found' });
  expect(await app.data.proposals.all()).toEqual([]);
});

test('sent twice it is entered once, and the same words again are told the day', async () => {
  for (let at = 0; at < 2; at += 1) expect((await entered(own)).ok).toBe(true);
  expect(await entered(own, { request: 'form-2' })).toMatchObject({ because: 'proposal-entered', details: { field: 'words', day: app.today() } });
  expect(await app.data.proposals.all()).toHaveLength(1);
});

test('support is asked with the same floor whether somebody signed it or not, so that the manifest does not tell which', async () => {
  await entered(own);
  const words = { en: 'How important would it be?', 'zh-Hans': '多重要？', 'zh-Hant': '多重要？' };
  await answerProposal(app, 'form-1', { ...declined, decision: 'asked', text: words });
  const fromText = (await app.data.proposals.get('form-1'))!;
  const signed = { ...fromText, id: 'form-2', authorId: 'north-2', fromText: undefined };
  const questions = extrasOfProposals([fromText, signed], { k: 5, languages: ['en'], asked: new Set() }).flatMap((extra) => extra.questions);
  expect(questions.map(({ k }) => k)).toEqual([8, 8]);
  const [one, other] = questions.map((question) => JSON.stringify({ ...question, id: '' }));
  expect(one).toBe(other);
});
