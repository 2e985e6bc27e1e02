// Background questions of the company's own: what may be written, how many are asked together, and with which tables alone.
import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { backgroundLabel, backgroundsFor, ownBackgrounds } from '#app/domain/surveys/backgrounds/background.ts';
import { describing } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import { chosenIn, composeDraft } from '#app/domain/surveys/draft.ts';
import type { DraftGround, DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { throughGates } from '#app/domain/surveys/own/four-gates.ts';
import { readyToSeal } from '#app/domain/surveys/lifecycle.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { lackingIn, writeOwn, type OwnQuestion, type OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { questionnaireOf, readQuestionnaire } from '#app/domain/surveys/questionnaire/questionnaire-file.ts';
import { placedHere } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { aDraft, said } from '#tests/support/drafts.ts';
import { anOwnQuestion, ownWishes, passing } from '#tests/support/own-questions.ts';

const spoken = ['en', 'zh-Hans', 'de'];
const shift = (number: number, change: Partial<OwnWishes> = {}): OwnQuestion =>
  anOwnQuestion(number, { kind: 'background', text: { en: 'Which shift do you work?', 'zh-Hans': '您上什么班？', de: 'In welcher Schicht arbeiten Sie?' }, label: { en: 'Shift', 'zh-Hans': '班次', de: 'Schicht' }, ...change });
const refusal = (change: Partial<OwnWishes>) => {
  const outcome = writeOwn({ ...ownWishes('background'), ...change }, spoken);
  return outcome.ok ? 'written' : { because: outcome.because, field: outcome.details['field'] };
};

test.each([
  ['two answers that people read as the same', { answers: { en: 'Early shift\nearly  SHIFT' } }, { because: 'own-answers-twice', field: 'answers-en' }],
  ['no short name', { label: { de: 'Schicht' } }, { because: 'own-no-words', field: 'label-en' }],
  ['a short name that is none', { label: { en: 'x'.repeat(41) } }, { because: 'own-too-long', field: 'label-en' }],
  ['two words in a short name', { label: { en: 'Home or office' }, asTheyAre: false }, 'written'],
  ['an area', { about: 'pay' }, { because: 'own-about', field: 'about' }],
])('%s', (_name, change, expected) => {
  expect(refusal(change)).toEqual(expected);
});

test('it has two to five answers', () => {
  const wrong = { because: 'own-answers-number', field: 'answers-en' };
  expect(['a', 'a\nb', 'a\nb\nc\nd\ne', 'a\nb\nc\nd\ne\nf'].map((en) => refusal({ answers: { en } }))).toEqual([wrong, 'written', 'written', wrong]);
});

test('its short name asks for nothing that somebody is, in no language', () => {
  expect(refusal({ label: { en: 'Age' } })).toEqual({ because: 'own-personal', field: 'label-en' });
  expect(refusal({ label: { en: 'Group', 'zh-Hans': '年龄' } })).toEqual({ because: 'own-personal', field: 'label-zh-Hans' });
});

test('it is asked with its own words and short name, and with no group size of its own', () => {
  const asked = askedAs(shift(3), { k: 5, languages: spoken });
  expect(asked).toMatchObject({ id: 'OWN-3', kind: 'background', k: 5, dimension: null, label: { en: 'Shift', de: 'Schicht' }, options: [{ id: 'a1', label: { en: 'None', de: 'Nichts' } }, {}, {}, {}] });
  expect(backgroundLabel('OWN-3', asked)).toMatchObject({ 'zh-Hans': '班次' });
  expect(lackingIn({ words: { ...shift(3).words, label: { en: 'Shift', de: 'Schicht' } } }, spoken)).toBe('zh-Hans');
});

test('three of its checks are asked: what its groups are compared with is known', () => {
  expect(throughGates({ ...passing, comparable: null }, day('2026-11-22'), true)).toMatchObject({ ok: true, value: { gates: { comparable: 'rest' } } });
  expect(throughGates({ ...passing, comparable: null, controllable: '' }, day('2026-11-22'), true)).toMatchObject({ ok: false, because: 'gate-controllable' });
});

const own = [shift(1), shift(2), shift(3), shift(4), anOwnQuestion(5, { kind: 'choice', describes: true }), anOwnQuestion(6, { kind: 'choice' }), { ...shift(7), standing: 'retired' as const }];
const ground: DraftGround = { today: day('2026-11-22'), k: 5, languages: spoken, lastAsked: new Map(), backgrounds: [...backgroundsFor([]), ...ownBackgrounds(own, { k: 5, languages: spoken })], divisions: new Set(['north']), own };
const three = (text: string) => ({ ...said(text), de: text });
const wishes: DraftWishes = { template: 'pulse-core', title: three('Pulse'), purpose: three('To learn'), opens: day('2026-11-23'), closes: day('2026-12-04'), further: [], pair: null };
const table = (question: string, scope = 'company') => ({ question, scope, items: null });
const compose = (change: Partial<DraftWishes>) => composeDraft({ ...wishes, ...change }, ground);

test('it stands last, with the tables that HR declared, beside the library’s', () => {
  const outcome = compose({ cuts: [table('OWN-2', 'north'), table('tenure'), table('OWN-2')], own: ['OWN-6'] });
  expect(outcome.ok && outcome.value.definition.questions.map(({ id }) => id).slice(-4)).toEqual(['OWN-6', 'OPN-01', 'OWN-2', 'tenure']);
  expect(outcome.ok && outcome.value.definition.cuts.map(({ question, scope }) => `${question} ${scope}`)).toEqual(['OWN-2 north', 'tenure company', 'OWN-2 company']);
  expect(outcome.ok && chosenIn(outcome.value)).toMatchObject({ own: ['OWN-6'], cuts: [table('OWN-2', 'north'), table('tenure'), table('OWN-2')] });
});

test.each([
  ['one without any table', { own: ['OWN-1'] }, { because: 'unknown-own' }],
  ['one that is asked no more', { cuts: [table('OWN-7')] }, { because: 'unknown-background' }],
  ['a table of a department that is not there', { cuts: [table('OWN-1', 'west')] }, { because: 'unknown-division' }],
])('%s is refused', (_name, change, expected) => {
  expect(compose(change)).toMatchObject({ ok: false, ...expected });
});

test('a fourth thing about the person is refused, own ones, the library’s and choices alike', () => {
  const fourth = { ok: false, because: 'too-many-backgrounds', details: { n: 4, most: 3 } };
  expect(compose({ cuts: [table('OWN-1'), table('OWN-2'), table('tenure'), table('OWN-3')] })).toMatchObject(fourth);
  expect(compose({ cuts: [table('OWN-1'), table('OWN-2'), table('tenure')], own: ['OWN-5'] })).toMatchObject(fourth);
});

test('three of any kind are asked, and a choice that is not about the person beside them', () => {
  const outcome = compose({ cuts: [table('OWN-1'), table('tenure')], own: ['OWN-5', 'OWN-6'] });
  expect(outcome.ok && describing(outcome.value.definition.questions).map(({ id }) => id)).toEqual(['OWN-5', 'OWN-1', 'tenure']);
});

const surveyOf = (change: Partial<DraftWishes>): Survey => {
  const outcome = compose(change);
  if (!outcome.ok) throw new Error(outcome.because);
  return { ...aDraft('one'), ...outcome.value };
};

test('a draft that came to hold a fourth one, or one whose table is gone, is not sealed', () => {
  const today = day('2026-11-22');
  const draft = surveyOf({ cuts: [table('OWN-1'), table('OWN-2'), table('tenure')], own: ['OWN-6'] });
  expect(readyToSeal(draft, today).ok).toBe(true);
  const questions = draft.definition.questions.map((question) => (question.kind === 'several' && question.id === 'OWN-6' ? { ...question, describes: true as const } : question));
  expect(readyToSeal({ ...draft, definition: { ...draft.definition, questions } }, today)).toMatchObject({ ok: false, because: 'too-many-backgrounds' });
  expect(readyToSeal({ ...draft, definition: { ...draft.definition, cuts: draft.definition.cuts.slice(0, 2) } }, today)).toMatchObject({ ok: false, because: 'background-without-table' });
});

test('a questionnaire takes its words along, under a number of their own elsewhere', () => {
  const draft = surveyOf({ cuts: [table('OWN-2'), table('tenure')], own: ['OWN-6'] });
  const file = readQuestionnaire(questionnaireOf(draft, { own, departments: [] }));
  expect(file.ok && file.value.own.map(({ id, question }) => [id, question.words.kind])).toEqual([['OWN-6', 'choice'], ['OWN-2', 'background']]);
  expect(file.ok && file.value.cuts.map(({ question }) => question)).toEqual(['OWN-2', 'tenure']);
  const placed = file.ok ? placedHere(file.value, [anOwnQuestion(1)]) : null;
  expect([...placed!.ids]).toEqual([['OWN-6', 'OWN-2'], ['OWN-2', 'OWN-3']]);
});

test('a file brings nothing that could not be written here', () => {
  const file = JSON.parse(questionnaireOf(surveyOf({ cuts: [table('OWN-2')] }), { own, departments: [] })) as { own: { question: OwnQuestion }[] };
  const [{ question }] = file.own as [{ question: OwnQuestion }];
  const brought = (words: Partial<OwnQuestion['words']>) => readQuestionnaire(JSON.stringify({ ...file, own: [{ id: 'OWN-2', question: { ...question, words: { ...question.words, ...words } } }] }));
  const wrong = { ok: false, because: 'questionnaire-unreadable', details: { where: 'own.0.question' } };
  expect(brought({ answers: [1, 2, 3, 4, 5, 6].map((n) => ({ en: `Shift ${n}` })) })).toMatchObject(wrong);
  expect(brought({ label: { en: 'Age' } })).toMatchObject(wrong);
  expect(brought({ label: {} })).toMatchObject(wrong);
  const turned = brought({ label: { en: 'Shift\u202E' } });
  expect(turned.ok && turned.value.own[0]!.question.words.label).toEqual({ en: 'Shift' });
});
