import { expect, test } from 'vitest';
import { inOrder } from '#app/ballot/flow.ts';
import { day } from '#app/domain/kernel/day.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { backgroundLabel, backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import { isUsualInCut, mostCuts, type CutWish } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import { chosenIn, composeDraft, type DraftContent } from '#app/domain/surveys/draft.ts';
import type { DraftGround, DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { questionOfItem } from '#app/domain/surveys/questions/questions-of.ts';
import { furtherItems, libraryItems, template } from '#app/domain/surveys/questions/question-library.ts';

const three = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const sites = ['Berlin', 'Austin', 'Berlin ', ''];
const ground: DraftGround = { today: day('2026-11-22'), k: 5, languages: ['en'], lastAsked: new Map(), backgrounds: backgroundsFor(sites), divisions: new Set(['north', 'south']) };
const wishes: DraftWishes = { template: 'pulse-core', title: three('Pulse'), purpose: three('To learn'), opens: day('2026-11-23'), closes: day('2026-12-04'), further: [], pair: null };
const cut = (question: string, scope = 'company', items: readonly string[] | null = null): CutWish => ({ question, scope, items });
const compose = (cuts: readonly CutWish[], change: Partial<DraftWishes> = {}) => composeDraft({ ...wishes, cuts, ...change }, ground);

function composed(cuts: readonly CutWish[], change: Partial<DraftWishes> = {}): DraftContent {
  const outcome = compose(cuts, change);
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

test('background questions come last, once each, in the order in which the ballot page asks them', () => {
  const { questions } = composed([cut('place'), cut('tenure', 'north'), cut('place', 'north')]).definition;
  expect(questions.map(({ id }) => id).slice(-4)).toEqual(['importance-pick3', 'OPN-01', 'place', 'tenure']);
  expect(inOrder(questions)).toEqual(questions);
  expect(questions.filter(({ kind }) => kind === 'background')).toHaveLength(2);
  expect(secondsFrom(questions)).toBe(68);
});

test('tables keep the order in which HR wished them, with every usual question', () => {
  const { cuts } = composed([cut('place', 'south'), cut('tenure'), cut('place')]).definition;
  expect(cuts.map(({ question, scope }) => `${question} ${scope}`)).toEqual(['place south', 'tenure company', 'place company']);
  expect(cuts[0]!.items).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04']);
});

test('a more sensitive question stands in a table only where HR names it', () => {
  const sensitive = furtherItems(template('pulse-core')!).find(({ sensitivity }) => sensitivity !== 'normal')!;
  const further = [sensitive.id];
  expect(composed([cut('tenure')], { further }).definition.cuts[0]!.items).not.toContain(sensitive.id);
  expect(composed([cut('tenure', 'company', ['PAY-01', sensitive.id])], { further }).definition.cuts[0]!.items).toEqual(['PAY-01', sensitive.id]);
});

test('no usual question has an even number of points or a higher group size', () => {
  const questions = libraryItems.map((item) => questionOfItem(item, 5));
  const usual = questions.filter((question) => isUsualInCut(question, 5));
  expect(usual.length).toBeGreaterThan(20);
  for (const question of usual) expect([question.kind === 'recommend' || (question.kind === 'scale' && question.points % 2), question.k]).toEqual([question.kind === 'recommend' ? true : 1, 5]);
});

test.each([
  ['a background that is not in the library', [cut('shoe-size')], { because: 'unknown-background', question: 'shoe-size' }],
  ['a department that is not there', [cut('tenure', 'west')], { because: 'unknown-division', division: 'west' }],
  ['the same table twice', [cut('tenure'), cut('tenure')], { because: 'repeated-cut', question: 'tenure', division: 'company' }],
  ['four background questions', ['tenure', 'place', 'level', 'hours'].map((id) => cut(id)), { because: 'too-many-backgrounds', n: 4, most: 3 }],
  ['too many tables', Array.from({ length: mostCuts + 1 }, () => cut('tenure')), { because: 'too-many-cuts', most: mostCuts }],
  ['what is picked instead of rated', [cut('tenure', 'company', ['PAY-01', 'importance-pick3'])], { because: 'cut-item', item: 'importance-pick3' }],
  ['a table of nothing', [cut('tenure', 'company', [])], { because: 'cut-without-items' }],
  ['a table of what is not asked', [cut('tenure', 'company', ['PAY-02'])], { because: 'cut-without-items' }],
] as const)('%s is refused and named', (_name, cuts, expected) => {
  const outcome = compose(cuts);
  expect(outcome.ok ? 'composed' : { because: outcome.because, ...outcome.details }).toEqual(expected);
});

test('a form about a draft finds its tables again', () => {
  const cuts = [cut('tenure'), cut('place', 'north', ['PAY-01', 'BEN-01'])];
  expect(chosenIn(composed(cuts)).cuts).toEqual(cuts);
});

test('sites are offered where there are several, and every question has words in every language', () => {
  expect(backgroundsFor(sites).at(-1)).toMatchObject({ id: 'site', options: [{ id: 'Austin' }, { id: 'Berlin' }] });
  for (const few of [[], ['Berlin', ' Berlin'], Array.from({ length: 31 }, (_, index) => `Site ${index}`)]) expect(backgroundsFor(few).some(({ id }) => id === 'site')).toBe(false);
  for (const { id, label, text, options } of backgroundsFor(sites)) {
    expect(backgroundLabel(id)).toEqual(label);
    expect(options.length).toBeGreaterThanOrEqual(2);
    for (const language of languages) for (const words of [label, text, ...options.map((option) => option.label)]) expect(words[language]?.trim() ?? '').not.toBe('');
  }
});
