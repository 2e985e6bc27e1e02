// A questionnaire goes out as a file and comes in again, here and elsewhere, with nothing lost.
import { expect, test } from 'vitest';
import type { Audience } from '#app/domain/surveys/asking/audience.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { createDraft, moveQuestion } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { bringQuestionnaire, questionnaireFile } from '#app/services/surveys/questionnaire-files.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

const nothing = { tables: 0, parts: [], everybody: [] };
const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

async function drafted(app: TestApp): Promise<string> {
  for (const kind of ['satisfaction', 'choice'] as const) await createOwn(app, ownWishes(kind));
  await decideGates(app, 1, passing);
  const wishes = { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: ['PAY-02'], pair: null, own: ['OWN-1', 'OWN-2'], cuts: [{ question: 'tenure', scope: 'company', items: null }], letterHour: 10, wordsFor: 'heads' as const };
  const draft = await createDraft(app, await actorFor(app, 'hr'), wishes);
  const id = draft.ok ? draft.value.id : '';
  expect((await moveQuestion(app, id, { id: 'OWN-1', by: -1 })).ok).toBe(true);
  return id;
}

const bring = (app: TestApp, text: string) => bringQuestionnaire(app, 'hr', text);
const definitionOf = async (app: TestApp, id: string) => (await app.data.surveys.get(id))!.definition;

test('what went out comes in as the same questionnaire, with its order, its tables and its own questions', async () => {
  const app = await ballotApp();
  const id = await drafted(app);
  const brought = await bring(app, (await questionnaireFile(app, id))!);
  expect(brought).toMatchObject({ ok: true, value: { left: nothing } });
  expect(await definitionOf(app, brought.ok ? brought.value.surveyId : '')).toEqual(await definitionOf(app, id));
  expect(await app.data.ownQuestions.all()).toHaveLength(2);
});

test('elsewhere its own questions get numbers of that company, and their checks come with them', async () => {
  const [here, there] = [await ballotApp(), await ballotApp()];
  const file = (await questionnaireFile(here, await drafted(here)))!;
  await createOwn(there, { ...ownWishes('quality'), text: { en: 'How good is the gym?' } });
  const brought = await bring(there, file);
  const definition = await definitionOf(there, brought.ok ? brought.value.surveyId : '');
  expect(definition.questions.map(({ id }) => id)).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04', 'OWN-2', 'PAY-02', 'importance-pick3', 'OWN-3', 'OPN-01', 'tenure']);
  expect(definition.questions.find(({ id }) => id === 'OWN-2')).toMatchObject({ text: { en: 'How satisfied are you with the canteen?' } });
  expect((await there.data.ownQuestions.all()).map(({ number, gates }) => [number, gates?.controllable ?? null])).toEqual([[1, null], [2, 'Another caterer'], [3, null]]);
});

test.each([
  ['a newer version', (text: string) => text.replace('"version": 3', '"version": 4'), { because: 'questionnaire-newer', details: { version: 4, known: 3 } }],
  ['a newer version with fields nobody knows', () => JSON.stringify({ murmur: 'questionnaire', version: 9, novel: [] }), { because: 'questionnaire-newer' }],
  ['an audience of a kind nobody knows', (text: string) => text.replace('"template"', '"audience": { "kind": "volunteers" }, "template"'), { because: 'questionnaire-unreadable', details: { where: 'audience.kind' } }],
  ['a list of people for an audience', (text: string) => text.replace('"template"', '"audience": { "kind": "parts", "parts": [], "people": ["ann"] }, "template"'), { because: 'questionnaire-unreadable' }],
  ['a week without a working day', (text: string) => text.replace('"template"', '"calendar": { "weekdays": [], "free": [] }, "template"'), { because: 'questionnaire-unreadable', details: { where: 'calendar.weekdays' } }],
  ['a day that there is not', (text: string) => text.replace('"template"', '"calendar": { "weekdays": [1], "free": [{ "from": "2026-02-30", "to": "2026-03-01" }] }, "template"'), { because: 'questionnaire-unreadable', details: { where: 'calendar.free.0.from' } }],
  ['days off that end before they begin', (text: string) => text.replace('"template"', '"calendar": { "weekdays": [1], "free": [{ "from": "2026-03-02", "to": "2026-03-01" }] }, "template"'), { because: 'questionnaire-unreadable', details: { where: 'calendar.free.0' } }],
  ['days off without an end', (text: string) => text.replace('"template"', '"calendar": { "weekdays": [1], "free": [{ "from": "0001-01-01", "to": "9999-12-31" }] }, "template"'), { because: 'questionnaire-unreadable', details: { where: 'calendar.free.0' } }],
  ['more days than there are', (text: string) => text.replace('"days": 7', '"days": 1000000000000000'), { because: 'questionnaire-unreadable', details: { where: 'days' } }],
  ['a title as long as a book', (text: string) => text.replace('"en": "Pulse"', `"en": "${'Pulse '.repeat(100)}"`), { because: 'questionnaire-unreadable', details: { where: 'title.en' } }],
  ['no JSON', () => 'Question;Answer', { because: 'questionnaire-unreadable', details: { where: 'JSON' } }],
  ['another file', () => '{"release":1}', { because: 'questionnaire-unreadable' }],
  ['a field that nobody knows', (text: string) => text.replace('"further"', '"novel": 1, "further"'), { because: 'questionnaire-unreadable', details: { where: 'novel' } }],
  ['an own question without a kind', (text: string) => text.replace('"kind": "satisfaction"', '"kind": "mood"'), { because: 'questionnaire-unreadable', details: { where: 'own.0.question.words.kind' } }],
  ['a template nobody knows', (text: string) => text.replace('"pulse-core"', '"pulse-moon"'), { because: 'unknown-template' }],
  ['a question nobody knows', (text: string) => text.replace('"PAY-02"', '"PAY-92"'), { because: 'unknown-item' }],
])('a file with %s is refused, and nothing of it stays', async (_name, change, expected) => {
  const [here, there] = [await ballotApp(), await ballotApp()];
  const file = (await questionnaireFile(here, await drafted(here)))!;
  expect(await bring(there, change(file))).toMatchObject({ ok: false, ...expected });
  expect([await there.data.surveys.all(), await there.data.ownQuestions.all()]).toEqual([[], []]);
});

test('a table of a department that is not here is left out, and counted', async () => {
  const app = await ballotApp();
  const file = (await questionnaireFile(app, await drafted(app)))!;
  const brought = await bring(app, file.replace('"scope": "company"', '"scope": "moon"'));
  expect(brought).toMatchObject({ ok: true, value: { left: { ...nothing, tables: 1 } } });
  expect(await questionnaireFile(app, 'nothing')).toBeNull();
});

const calendar = { weekdays: [0, 1, 2, 3, 4], free: [{ from: day('2026-12-24'), to: day('2027-01-01') }] };

/** Asks this audience, by this calendar. */
async function asking(app: TestApp, audience: Audience): Promise<string> {
  const id = await drafted(app);
  const survey = (await app.data.surveys.get(id))!;
  await app.data.surveys.replace({ ...survey, definition: { ...survey.definition, audience, calendar, ...(audience.kind === 'half' && { cuts: [], questions: survey.definition.questions.filter(({ kind }) => kind !== 'background') }) } }, 'draft');
  return id;
}

test.each([[{ kind: 'half' }], [{ kind: 'parts', departments: ['sales', 'operations'] }]] as const)('who is asked and when the company works go out and come in: %j', async (audience) => {
  const app = await ballotApp();
  const id = await asking(app, audience);
  const brought = await bring(app, (await questionnaireFile(app, id))!);
  expect(brought).toMatchObject({ ok: true, value: { left: nothing } });
  expect(await definitionOf(app, brought.ok ? brought.value.surveyId : '')).toEqual(await definitionOf(app, id));
});

test('elsewhere parts are found by their names from the top; where one is not there, everybody is asked, and it is said', async () => {
  const [here, there] = [await ballotApp(), await ballotApp()];
  const file = (await questionnaireFile(here, await asking(here, { kind: 'parts', departments: ['north', 'operations'] })))!;
  const elsewhere = (text: string) => text.replace('"id": "north"', '"id": "n-77"').replace('"id": "operations"', '"id": "o-77"');
  const found = await bring(there, elsewhere(file));
  expect(await definitionOf(there, found.ok ? found.value.surveyId : '')).toMatchObject({ audience: { kind: 'parts', departments: ['north', 'operations'] }, calendar });
  const away = await bring(there, elsewhere(file).replace('"North"', '"Nord"'));
  expect(away).toMatchObject({ ok: true, value: { left: { ...nothing, parts: ['Nord'] } } });
  expect((await definitionOf(there, away.ok ? away.value.surveyId : '')).audience).toBeUndefined();
});

test.each([1, 2])('a file of version %i comes in as it did', async (version) => {
  const app = await ballotApp();
  const id = await drafted(app);
  const brought = await bring(app, (await questionnaireFile(app, id))!.replace('"version": 3', `"version": ${version}`));
  expect(await definitionOf(app, brought.ok ? brought.value.surveyId : '')).toEqual(await definitionOf(app, id));
});
