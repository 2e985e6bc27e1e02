// Whom single questions are asked of travels with the questionnaire, and a file asks nobody in a way that could not be chosen by hand.
import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import type { Questionnaire } from '#app/domain/surveys/questionnaire/questionnaire-file.ts';
import { chooseLetterDays, writeLetter } from '#app/services/notifications/write-letters.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { bringQuestionnaire, questionnaireFile } from '#app/services/surveys/questionnaire-files.server.ts';
import { routeQuestion } from '#app/services/surveys/route-questions.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const nothing = { tables: 0, parts: [], everybody: [] };
const kinds = ['satisfaction', 'quality', 'applies', 'choice'] as const;

/** Asks the first of two departments, and the second of those to whom the third applies. */
async function drafted(app: TestApp): Promise<string> {
  for (const [at, kind] of kinds.entries()) {
    await createOwn(app, { ...ownWishes(kind), text: same(`How is number ${at + 1} for you?`), answers: kind === 'choice' ? same('None\nSome\nAll') : {} });
    await decideGates(app, at + 1, passing);
  }
  const hr = await actorFor(app, 'hr');
  const wishes = { template: 'empty', title: same('Shifts'), purpose: same('To know'), opens: day('2026-11-30'), closes: day('2026-12-11'), further: ['PAY-02'], pair: null, own: ['OWN-1', 'OWN-2', 'OWN-3', 'OWN-4'], cuts: [{ question: 'tenure', scope: 'sales', items: null }] };
  const draft = await createDraft(app, hr, wishes);
  if (!draft.ok) throw new Error(draft.because);
  const { id } = draft.value;
  for (const route of [{ question: 'OWN-1', asking: { departments: ['north', 'operations'] } }, { question: 'OWN-2', asking: { screener: 'OWN-3' } }, { question: 'OWN-3', asking: { departments: ['sales', 'operations'] } }]) {
    expect(await routeQuestion(app, id, route)).toMatchObject({ ok: true });
  }
  expect((await chooseLetterDays(app, hr, { surveyId: id, days: { announcement: day('2026-11-26'), 'first-reminder': day('2026-12-03'), 'last-reminder': null } })).ok).toBe(true);
  expect((await writeLetter(app, hr, { surveyId: id, kind: 'opening', language: 'en', text: { subject: 'Shifts at {organisation}', body: 'Please: {link}' } })).ok).toBe(true);
  return id;
}

const company = () => ballotApp({ now: '2026-11-23T12:00:00Z' });
const bring = (app: TestApp, file: unknown) => bringQuestionnaire(app, 'hr', typeof file === 'string' ? file : JSON.stringify(file));
const fileOf = async (app: TestApp, id: string) => JSON.parse((await questionnaireFile(app, id))!) as Questionnaire;

/** The departments of another company are called the same and have other ids. */
const elsewhere = (text: string) => text.replace(/"id": "(sales|north|operations)"/g, '"id": "elsewhere-$1"').replace('"scope": "sales"', '"scope": "elsewhere-sales"');

test('everything that a draft holds goes out and comes in, here and in a company whose departments have other ids', async () => {
  const [here, there] = [await company(), await company()];
  const id = await drafted(here);
  const file = (await questionnaireFile(here, id))!;
  for (const [app, text] of [[here, file], [there, elsewhere(file)]] as const) {
    const brought = await bring(app, text);
    expect(brought).toMatchObject({ ok: true, value: { left: nothing } });
    const surveyId = brought.ok ? brought.value.surveyId : '';
    const [was, is] = [(await here.data.surveys.get(id))!, (await app.data.surveys.get(surveyId))!];
    expect(is.definition).toEqual(was.definition);
    expect([is.title, is.purpose, is.opens, is.closes]).toEqual([was.title, was.purpose, was.opens, was.closes]);
    expect(await app.data.letterTexts.ofSurvey(surveyId)).toEqual(await here.data.letterTexts.ofSurvey(id));
  }
  expect((await here.data.surveys.get(id))!.definition.routing).toHaveLength(3);
});

test('a department that is not here is named, and its question is kept and asked of everybody', async () => {
  const [here, there] = [await company(), await company()];
  const brought = await bring(there, elsewhere((await questionnaireFile(here, await drafted(here)))!).replaceAll('"North"', '"Nord"'));
  expect(brought).toMatchObject({ ok: true, value: { left: { ...nothing, everybody: [{ question: 'OWN-1', away: ['Nord'] }] } } });
  const { questions, routing } = (await there.data.surveys.get(brought.ok ? brought.value.surveyId : ''))!.definition;
  expect([questions.some(({ id }) => id === 'OWN-1'), routing!.map(({ question }) => question)]).toEqual([true, ['OWN-2', 'OWN-3']]);
});

test('two departments of one name and one place are nobody’s', async () => {
  const [here, there] = [await company(), await company()];
  const north = (await there.data.departments.open()).find(({ id }) => id === 'north')!;
  await there.data.departments.saveAll([{ ...north, id: 'north-again', code: 'north-again' }]);
  const brought = await bring(there, elsewhere((await questionnaireFile(here, await drafted(here)))!));
  expect(brought).toMatchObject({ ok: true, value: { left: { everybody: [{ question: 'OWN-1', away: ['North'] }] } } });
});

test('a group too small to show anything of comes in by no file: its question is asked of everybody, and it is said', async () => {
  const app = await company();
  const file = await fileOf(app, await drafted(app));
  const [first, ...others] = file.routing!;
  const hidden = { ...file, routing: [{ ...first!, parts: [{ id: 'finance', path: ['Finance'] }] }, ...others] };
  for (const person of (await app.data.people.current()).filter(({ departmentId }) => departmentId !== 'finance' && departmentId !== 'north')) await app.data.people.save({ ...person, leftOn: day('2026-11-20') });
  const brought = await bring(app, hidden);
  expect(brought).toMatchObject({ ok: true, value: { left: { everybody: expect.arrayContaining([{ question: 'OWN-2', away: [] }]) } } });
});

type Routes = NonNullable<Questionnaire['routing']>;
const north = [{ id: 'north', path: ['Sales', 'North'] }];

test.each([
  ['a question that opens itself', [{ question: 'OWN-2', screener: 'OWN-2' }], 'screener-unfit'],
  ['a circle', [{ question: 'OWN-2', screener: 'OWN-3' }, { question: 'OWN-3', screener: 'OWN-2' }], 'screener-unfit'],
  ['a rating that opens another question', [{ question: 'OWN-2', screener: 'OWN-1' }], 'screener-unfit'],
  ['a rating of the library that opens one', [{ question: 'OWN-2', screener: 'PAY-02' }], 'screener-unfit'],
  ['a background answer that opens one', [{ question: 'OWN-2', screener: 'tenure' }], 'screener-unfit'],
  ['a choice that depends on an answer', [{ question: 'OWN-4', screener: 'OWN-3' }], 'screened-kind'],
  ['a screener that is not in it', [{ question: 'OWN-2', screener: 'OWN-9' }], 'screener-gone'],
  ['a question of the library asked of some', [{ question: 'PAY-02', parts: north }], 'routed-fixed'],
  ['a background asked of some', [{ question: 'tenure', parts: north }], 'routed-fixed'],
  ['a question that is not in it', [{ question: 'OWN-9', parts: north }], 'routed-fixed'],
  ['a question asked in two ways', [{ question: 'OWN-1', parts: north }, { question: 'OWN-1', screener: 'OWN-3' }], 'questionnaire-unreadable'],
  ['people for departments', [{ question: 'OWN-1', people: ['north-1'] }], 'questionnaire-unreadable'],
  ['no department', [{ question: 'OWN-1', parts: [] }], 'questionnaire-unreadable'],
] as const)('%s is refused, and nothing of the file stays', async (_name, routing, because) => {
  const [here, there] = [await company(), await company()];
  const file = await fileOf(here, await drafted(here));
  const refused = await bring(there, { ...file, routing: routing as unknown as Routes });
  expect(refused).toMatchObject({ ok: false, because });
  // The sentence names the question.
  if (/^routed|^screen/.test(because)) expect(refused).toMatchObject({ details: { question: expect.stringMatching(/./) } });
  expect([await there.data.surveys.all(), await there.data.ownQuestions.all()]).toEqual([[], []]);
});

test('no order of a file lets a part or a delicate question meet people first', async () => {
  const app = await company();
  const file = await fileOf(app, await drafted(app));
  const first = async (changed: Partial<Questionnaire>) => {
    const brought = await bring(app, { ...file, routing: [], ...changed });
    if (!brought.ok) throw new Error(brought.because);
    return (await app.data.surveys.get(brought.value.surveyId))!.definition.questions[0]!.id;
  };
  expect(await first({ template: 'pulse-core', further: [], own: file.own.slice(0, 1), order: ['OWN-1', 'PAY-01', 'OUT-01'], cuts: [] })).toBe('OUT-01');
  const delicate = { ...file.own[0]!.question, words: { ...file.own[0]!.question.words, sensitivity: 'high' as const } };
  expect(await first({ own: [{ id: 'OWN-1', question: delicate }], order: ['OWN-1', 'PAY-02'], cuts: [] })).toBe('PAY-02');
});

test('checks that say nothing are no checks, and the same words twice are one question', async () => {
  const [here, there] = [await company(), await company()];
  const file = await fileOf(here, await drafted(here));
  const blank = { ...file.own[0]!.question, gates: { ...file.own[0]!.question.gates!, controllable: ' ' } };
  const twice = file.own.map((one, at) => (at === 0 ? { ...one, question: blank } : one)).concat({ id: 'OWN-77', question: file.own[1]!.question });
  expect(await bring(there, { ...file, own: twice })).toMatchObject({ ok: true });
  expect((await there.data.ownQuestions.all()).map(({ number, gates }) => [number, gates !== null])).toEqual([[1, false], [2, true], [3, true], [4, true]]);
});

test.each([
  ['a letter with a place that there is not', { letters: { opening: { en: { subject: 'Hello', body: '{link} {password}' } } } }, 'letters.opening.en'],
  ['an invitation without its link', { letters: { opening: { en: { subject: 'Hello', body: 'Hello' } } } }, 'letters.opening.en'],
  ['a letter of a kind nobody knows', { letters: { warning: { en: { subject: 'Hello', body: '{link}' } } } }, 'letters.warning'],
  ['days off without end', { calendar: { weekdays: [1], free: [{ from: '2026-01-01', to: '9999-12-31' }] } }, 'calendar.free.0'],
  ['days off without end, a year each', { calendar: { weekdays: [1], free: Array.from({ length: 11 }, (_, at) => ({ from: `${2026 + at}-01-01`, to: `${2026 + at}-12-31` })) } }, 'calendar.free'],
  ['a title longer than anybody may write one', { title: same('T'.repeat(121)) }, 'title.en'],
  ['a purpose that is a book', { purpose: same('P'.repeat(601)) }, 'purpose.en'],
  ['own questions without end', { own: Array.from({ length: 201 }, (_, at) => ({ id: `OWN-${at}`, question: { number: at, version: 1, words: {}, standing: 'active' } })) }, 'own'],
  ['a reminder in ten years', { letterDays: { 'first-reminder': 3_650 } }, 'letterDays.first-reminder'],
])('%s cannot be read', async (_name, change, where) => {
  const app = await company();
  expect(await bring(app, { ...(await fileOf(app, await drafted(app))), ...change })).toMatchObject({ ok: false, because: 'questionnaire-unreadable', details: { where } });
});

test('letter days that lie otherwise here are those of the program', async () => {
  const app = await company();
  const file = await fileOf(app, await drafted(app));
  const brought = await bring(app, { ...file, letterDays: { 'first-reminder': -2 } });
  expect((await app.data.surveys.get(brought.ok ? brought.value.surveyId : ''))!.definition.letterDays).toBeUndefined();
  expect(addDays(day('2026-11-30'), file.letterDays!.announcement!)).toBe('2026-11-26');
});
