import { expect, test } from 'vitest';
import { backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import { day } from '#app/domain/kernel/day.ts';
import { chosenIn, composeDraft } from '#app/domain/surveys/draft.ts';
import type { DraftGround, DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { ownKinds, type OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { lackingIn, latestOf, ownId, ownOf, rewritten, writeOwn, type OwnQuestion, type OwnWishes, type OwnWords } from '#app/domain/surveys/own/own-question.ts';
import { storedOwnQuestion } from '#app/domain/surveys/own/stored-own-question.ts';
import { anOwnQuestion, ownWishes } from '#tests/support/own-questions.ts';

const spoken = ['en', 'zh-Hans', 'de'];
const asked = { k: 5, languages: spoken };
const refusal = (change: Partial<OwnWishes>) => {
  const outcome = writeOwn({ ...ownWishes('satisfaction'), asTheyAre: false, ...change }, spoken);
  return outcome.ok ? 'written' : { because: outcome.because, field: outcome.details['field'] };
};

test.each(ownKinds)('a question of the kind %s is written, kept, and asked by a kind the answer page has', (kind) => {
  const words = writeOwn(ownWishes(kind), spoken);
  expect(words.ok).toBe(true);
  const own: OwnQuestion = { number: 7, version: 1, standing: 'active', gates: null, parked: null, words: (words as { value: OwnWords }).value };
  expect(storedOwnQuestion.read(storedOwnQuestion.write(own))).toEqual(own);
  const question = askedAs(own, asked);
  expect(question).toMatchObject({ id: 'OWN-7', text: { en: 'How satisfied are you with the canteen?', 'zh-Hans': '您对食堂满意吗？', de: 'Wie zufrieden sind Sie mit der Kantine?' } });
  if ('points' in question) expect(question.labels).toHaveLength(question.points);
});

test.each([
  ['a tick for one', 'choice', { kind: 'several', most: 1, k: 10 }],
  ['as many as there are', 'several', { kind: 'several', most: 4, k: 10 }],
  ['pick three', 'three', { kind: 'several', most: 3, k: 10 }],
  ['own words from low to high', 'scale', { kind: 'scale', points: 4, k: 5 }],
  ['a small box that takes as much as every other', 'short', { kind: 'open', longest: 500, rows: 2 }],
] as const)('%s', (_name, kind, expected) => {
  expect(askedAs(anOwnQuestion(1, { kind }), asked)).toMatchObject(expected);
});

test('a delicate question keeps its group size whatever the company chose, and a company may raise it', () => {
  expect(askedAs(anOwnQuestion(1, { sensitivity: 'high' }), asked).k).toBe(10);
  expect(askedAs(anOwnQuestion(1), { ...asked, k: 12 }).k).toBe(12);
});

test.each([
  ['nothing in the first language', { text: { en: ' ', de: 'Wie?' } }, { because: 'own-no-words', field: 'text-en' }],
  ['only the first language', { text: { en: 'How satisfied are you with the canteen?' } }, 'written'],
  ['a text without end', { text: { en: `${'a'.repeat(301)}` } }, { because: 'own-too-long', field: 'text-en' }],
  ['an area that is none', { about: 'weather' }, { because: 'own-about', field: 'about' }],
  ['the overall outcome as an area', { about: 'outcome' }, { because: 'own-about', field: 'about' }],
  ['one answer', { kind: 'choice' as OwnKind, answers: { en: 'Yes' } }, { because: 'own-answers-number', field: 'answers-en' }],
  ['more lines in another language', { kind: 'choice' as OwnKind, answers: { en: 'Yes\nNo', de: 'Ja\nNein\nVielleicht' } }, { because: 'own-answers-differ', field: 'answers-de' }],
  ['the same answer twice', { kind: 'choice' as OwnKind, answers: { en: 'Yes\nNo\nYes' } }, { because: 'own-answers-twice', field: 'answers-en' }],
  ['two ideas', { text: { en: 'How satisfied are you with pay and benefits?' } }, { because: 'own-wording', field: 'text-en' }],
  ['two ideas that HR means', { text: { en: 'How satisfied are you with pay and benefits?' }, asTheyAre: true }, 'written'],
  ['«don’t know» among the answers', { kind: 'scale' as OwnKind, answers: { en: 'Low\nDon’t know\nHigh' } }, { because: 'own-wording', field: 'answers-en' }],
  ['two ideas in a language whose rules nobody wrote', { text: { en: 'How satisfied are you with the canteen?', de: 'Wie zufrieden sind Sie mit Lohn und Zulagen?' } }, 'written'],
])('%s', (_name, change, expected) => {
  expect(refusal(change)).toEqual(expected);
});

test('a question about what somebody is cannot be written, whoever insists', () => {
  expect(refusal({ text: { en: 'What is your age?' }, asTheyAre: true })).toEqual({ because: 'own-personal', field: 'text-en' });
  expect(refusal({ text: { en: 'How?', 'zh-Hans': '您的年龄是多少？' }, asTheyAre: true })).toEqual({ because: 'own-personal', field: 'text-zh-Hans' });
});

test('a choice counts towards no area and is turned round by nobody', () => {
  expect(refusal({ kind: 'choice', about: 'pay', answers: { en: 'Yes\nNo' } })).toEqual({ because: 'own-about', field: 'about' });
  const words = writeOwn({ ...ownWishes('recommendation'), reverse: true }, spoken);
  expect(words.ok && words.value.reverse).toBe(false);
});

test('words that are missing are named by their language, answers among them', () => {
  expect(lackingIn(anOwnQuestion(1), spoken)).toBeNull();
  expect(lackingIn(anOwnQuestion(1), [...spoken, 'fr'])).toBe('fr');
  const half = anOwnQuestion(1, { kind: 'choice', answers: { en: 'Yes\nNo', 'zh-Hans': '是\n否' } });
  expect(lackingIn(half, spoken)).toBe('de');
  expect(askedAs(half, asked)).toMatchObject({ options: [{ id: 'a1', label: { en: 'Yes', 'zh-Hans': '是' } }, { id: 'a2', label: { en: 'No' } }] });
});

test('words that somebody was asked never change: other words are the next version, a further language is not', () => {
  const own = anOwnQuestion(3);
  const other = { ...own.words, text: { ...own.words.text, en: 'How satisfied are you with the food?' } };
  expect(rewritten(own, other, false)).toEqual({ ...own, words: other });
  expect(rewritten(own, other, true)).toEqual({ ...own, version: 2, words: other });
  const translated = { ...own.words, text: { ...own.words.text, fr: 'Êtes-vous satisfait de la cantine ?' } };
  expect(rewritten(own, translated, true)).toEqual({ ...own, words: translated });
  for (const change of [{ reverse: true }, { about: 'benefits' }, { sensitivity: 'high' as const }, { text: { en: own.words.text['en']! } }]) expect(rewritten(own, { ...own.words, ...change }, true).version).toBe(2);
});

test('a version is told by its id', () => {
  expect([ownId({ number: 4, version: 1 }), ownId({ number: 4, version: 12 })]).toEqual(['OWN-4', 'OWN-4-v12']);
  expect([ownOf('OWN-4'), ownOf('OWN-4-v12'), ownOf('PAY-01'), ownOf('OWN-4:reasons')]).toEqual([{ number: 4, version: 1 }, { number: 4, version: 12 }, null, null]);
  expect(latestOf([anOwnQuestion(2), { ...anOwnQuestion(1), version: 2 }, anOwnQuestion(1)]).map(ownId)).toEqual(['OWN-1-v2', 'OWN-2']);
});

const three = (text: string) => ({ en: text, 'zh-Hans': `${text}（简）`, de: text });
const wishes: DraftWishes = { template: 'pulse-core', title: three('Pulse'), purpose: three('To learn'), opens: day('2026-11-23'), closes: day('2026-12-04'), further: [], pair: null };
const kinds: readonly OwnKind[] = ['satisfaction', 'pair', 'choice', 'long', 'long', 'quality', 'quality'];
const own = [...kinds.map((kind, at) => anOwnQuestion(at + 1, { kind })), { ...anOwnQuestion(8), standing: 'retired' as const }, { ...anOwnQuestion(9), parked: { reason: 'No money', review: day('2027-03-01') } }];
const ground: DraftGround = { today: day('2026-11-22'), k: 5, languages: spoken, lastAsked: new Map(), backgrounds: backgroundsFor([]), divisions: new Set(), own };
const drafted = (change: Partial<DraftWishes>) => {
  const outcome = composeDraft({ ...wishes, ...change }, ground);
  return outcome.ok ? outcome.value.definition.questions.map(({ id }) => id) : outcome.because;
};

test('an own question stands with its kind: rated ones after the library’s, boxes last', () => {
  expect(drafted({ own: ['OWN-4', 'OWN-3', 'OWN-1'] })).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04', 'OWN-1', 'importance-pick3', 'OWN-3', 'OPN-01', 'OWN-4']);
});

test.each([
  ['one that is asked no more', { own: ['OWN-8'] }, 'unknown-own'],
  ['one that is parked', { own: ['OWN-9'] }, 'unknown-own'],
  ['one that is not there', { own: ['OWN-99'] }, 'unknown-own'],
  ['a third rated one', { own: ['OWN-1', 'OWN-6', 'OWN-7'] }, 'too-many-own'],
  ['a rated one beside two further', { own: ['OWN-1'], further: ['PAY-02', 'PAY-04'] }, 'too-many-own'],
  ['an own pair takes two places', { own: ['OWN-2', 'OWN-1'] }, 'too-many-own'],
  ['a third box for words', { own: ['OWN-4', 'OWN-5'] }, 'too-many-boxes'],
])('%s is refused', (_name, change, because) => {
  expect(drafted(change)).toBe(because);
});

test('more than people have time for is refused, with what it takes', () => {
  const many = Array.from({ length: 30 }, (_, at) => anOwnQuestion(at + 1, { kind: 'choice' }));
  const outcome = composeDraft({ ...wishes, template: 'pulse-workload', own: many.map(ownId) }, { ...ground, own: many });
  expect(outcome).toMatchObject({ ok: false, because: 'too-long-to-answer', details: { n: 360, most: 180 } });
});

test('a draft shows what it has: its own questions, and no own pair as the library’s', () => {
  const outcome = composeDraft({ ...wishes, own: ['OWN-2'] }, ground);
  expect(outcome.ok && chosenIn({ definition: outcome.value.definition })).toMatchObject({ own: ['OWN-2'], pair: null, further: [] });
});
