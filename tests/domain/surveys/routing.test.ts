import { describe, expect, test } from 'vitest';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { blocksOffered, isOfSome } from '#app/domain/surveys/asking/offered.ts';
import { blocksRouted, idleScreener, mayBeRouted, routedTo, routeIn, routingFits, stillRouted, withRouting } from '#app/domain/surveys/asking/routing.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';

const own = (kind: OwnKind = 'satisfaction', number = 1, about: string | null = null): Question => askedAs({ ...anOwnQuestion(number, { kind }), words: { ...anOwnQuestion(number, { kind }).words, about } }, { k: 5, languages: ['en'] });
const department = (id: string, parentId: string | null) => ({ id, parentId, name: id.toUpperCase() });
const departments = [department('top', null), department('made', 'top'), department('line-a', 'made'), department('line-b', 'made'), department('store', 'top'), department('law', 'top')];
/** The store is counted together with the law office. */
const blocks = [
  { departments: ['line-a'], place: 'line-a', invited: 12 },
  { departments: ['line-b'], place: 'line-b', invited: 9 },
  { departments: ['store', 'law'], place: 'store', invited: 8 },
  { departments: ['top'], place: 'top', invited: 4 },
];
const ground = { departments, blocks };
const definition = { k: 5, languages: ['en'], questions: [own()], cuts: [] };

describe('who is asked', () => {
  test('a block is asked as a whole, whoever of it was meant, so that nobody in it has another answer sheet', () => {
    expect(blocksRouted(ground, ['made'])).toEqual([0, 1]);
    expect(blocksRouted(ground, ['law'])).toEqual([2]);
    expect(routedTo(ground, ['law'])).toEqual({ people: 8, names: ['LAW'], with: ['STORE'], of: 1, groups: [{ names: ['STORE', 'LAW'], people: 8 }] });
  });

  test('it is sealed as one character for each block, and counts towards no area', () => {
    const [sealed] = withRouting([own('satisfaction', 1, 'pay')], [{ question: 'OWN-1', departments: ['line-b', 'law'] }], ground);
    expect(sealed).toMatchObject({ offered: '0110', dimension: null });
    expect([isOfSome(sealed!), blocksOffered(sealed!)]).toEqual([true, [1, 2]]);
  });

  test('without its area nobody is asked why, so that no reason tells of whom it was asked', () => {
    const asked = own('satisfaction', 1, 'pay');
    expect(asked).toMatchObject({ low: { at: 2 } });
    expect(withRouting([asked], [{ question: 'OWN-1', departments: ['line-b', 'law'] }], ground)[0]).toMatchObject({ low: null });
    expect(withRouting([own('applies', 2), asked], [{ question: 'OWN-1', screener: 'OWN-2' }], ground)[1]).toMatchObject({ id: 'OWN-1', askedIf: 'OWN-2', low: null });
  });

  test('what all groups are asked is asked of everybody and stays what it was', () => {
    const asked = own('satisfaction', 1, 'pay');
    expect(withRouting([asked], [{ question: 'OWN-1', departments: ['top'] }], ground)).toEqual([asked]);
    expect(isOfSome(asked)).toBe(false);
  });
});

describe('what cannot be asked of some', () => {
  test('questions of the library, backgrounds and pairs are asked of everybody', () => {
    for (const question of questionsOf(template('pulse-core')!, { k: 5 })) expect(mayBeRouted(question), question.id).toBe(false);
    expect((['satisfaction', 'recommendation', 'choice', 'three', 'long'] as const).map((kind) => mayBeRouted(own(kind)))).toEqual([true, true, true, true, true]);
    expect([mayBeRouted(own('pair')), mayBeRouted({ id: 'tenure', kind: 'background' })]).toEqual([false, false]);
    expect(routeIn({ ...definition, questions: questionsOf(template('pulse-core')!, { k: 5 }) }, 'PAY-01', { departments: ['made'] })).toMatchObject({ ok: false, because: 'routed-fixed' });
  });

  test('words of their own are read among ten ballots, so that they are asked of ten people at least', () => {
    expect(routingFits([own('long')], [{ question: 'OWN-1', departments: ['line-b'] }], ground)).toMatchObject({ ok: false, because: 'routed-too-few', details: { item: 'OWN-1', people: 9, k: 10 } });
    expect(routingFits([own('long')], [{ question: 'OWN-1', departments: ['line-a'] }], ground)).toMatchObject({ ok: true });
  });

  test.each([
    ['a department that was closed', ['made', 'gone'], { because: 'routed-part-gone', details: { item: 'OWN-1' } }],
    ['nobody who is invited', ['empty'], { because: 'routed-nobody', details: { item: 'OWN-1' } }],
    ['fewer people than anything is shown of', ['few'], { because: 'routed-too-few', details: { item: 'OWN-1', people: 4, k: 5 } }],
    ['no department at all', [], { because: 'routed-no-parts', details: { item: 'OWN-1' } }],
  ])('%s', (_name, chosen, expected) => {
    const of = { departments: [...departments, department('few', 'top'), department('empty', 'top')], blocks: [...blocks, { departments: ['few'], place: 'few', invited: 4 }] };
    expect(routingFits([own()], [{ question: 'OWN-1', departments: chosen }], of)).toMatchObject(expected);
  });

  test('a choice is shown of ten ballots, so that it is asked of ten people at least', () => {
    expect(routingFits([own('choice')], [{ question: 'OWN-1', departments: ['line-b'] }], ground)).toMatchObject({ because: 'routed-too-few', details: { people: 9, k: 10 } });
    expect(routingFits([own('choice')], [{ question: 'OWN-1', departments: ['line-a'] }], ground).ok).toBe(true);
  });
});

describe('in a draft', () => {
  const cuts = [{ question: 'tenure', scope: 'company', items: ['PAY-01', 'OWN-1'] }];

  test('it leaves the tables, which count everybody, and comes back to everybody', () => {
    const routed = routeIn({ ...definition, cuts }, 'OWN-1', { departments: ['made'] });
    expect(routed).toMatchObject({ ok: true, value: { routing: [{ question: 'OWN-1', departments: ['made'] }], cuts: [{ items: ['PAY-01'] }] } });
    if (!routed.ok) return;
    const back = routeIn(routed.value, 'OWN-1', null);
    expect(back.ok && back.value.routing).toBeUndefined();
  });

  test('a table of nothing else is kept: the question is not taken out of it', () => {
    expect(routeIn({ ...definition, cuts: [{ ...cuts[0]!, items: ['OWN-1'] }] }, 'OWN-1', { departments: ['made'] })).toMatchObject({ ok: false, because: 'cut-without-items' });
  });

  test('what is asked no more is routed no more', () => {
    const routing = [{ question: 'OWN-1', departments: ['made'] }, { question: 'OWN-2', departments: ['made'] }];
    expect(stillRouted(routing, [own()])).toEqual([routing[0]]);
  });
});

describe('what depends on whether something applies', () => {
  const shifts = own('applies', 2);
  const handover = own('satisfaction', 1, 'communication');
  const large = { departments, blocks: [...blocks.slice(0, 3), { departments: ['top'], place: 'top', invited: 40 }] };
  const byAnswer = (question: string, screener: string) => ({ question, screener });
  const refusal = (questions: readonly Question[], routing: Parameters<typeof routingFits>[1], of: Parameters<typeof routingFits>[2] = large) => {
    const fits = routingFits(questions, routing, of);
    return fits.ok ? 'fits' : fits.because;
  };

  test('follows its question, counts towards no area, and is shown from thirty answers on', () => {
    const sealed = withRouting([handover, own('agreement', 3), shifts], [byAnswer('OWN-1', 'OWN-2')], large);
    expect(sealed.map(({ id }) => id)).toEqual(['OWN-3', 'OWN-2', 'OWN-1']);
    expect(sealed[2]).toMatchObject({ askedIf: 'OWN-2', dimension: null, k: 30 });
    expect(sealed[1]).toMatchObject({ kind: 'choice', screens: true, options: [{ id: 'yes' }, { id: 'no' }] });
  });

  test('only a question of that kind opens another: no rating, no choice, no background, and none that is opened itself', () => {
    const questions = [handover, shifts, own('agreement', 3), own('choice', 4), { ...own('choice', 5), id: 'tenure', kind: 'background' } as Question, own('applies', 6)];
    expect(refusal(questions, [byAnswer('OWN-1', 'OWN-2')])).toBe('fits');
    for (const screener of ['OWN-3', 'OWN-4', 'tenure', 'OWN-1']) expect(refusal(questions, [byAnswer('OWN-1', screener)]), screener).toBe('screener-unfit');
    expect(refusal(questions, [byAnswer('OWN-2', 'OWN-6')])).toBe('screened-kind');
    expect(refusal(questions, [byAnswer('OWN-2', 'OWN-2')])).toBe('screened-kind');
    expect(refusal(questions, [byAnswer('OWN-2', 'OWN-6'), byAnswer('OWN-6', 'OWN-2')])).toBe('screened-kind');
    expect(refusal(questions, [byAnswer('OWN-4', 'OWN-2')])).toBe('screened-kind');
  });

  test('nobody reaches it without its question, and it takes thirty people and two beside them', () => {
    expect(refusal([handover], [byAnswer('OWN-1', 'OWN-2')])).toBe('screener-gone');
    const of = (invited: number) => ({ departments, blocks: [{ departments: ['top'], place: 'top', invited }] });
    expect([31, 32].map((invited) => refusal([handover, shifts], [byAnswer('OWN-1', 'OWN-2')], of(invited)))).toEqual(['screened-too-few', 'fits']);
    expect(refusal([handover, shifts], [byAnswer('OWN-1', 'OWN-2'), { question: 'OWN-2', departments: ['made'] }])).toBe('screened-too-few');
    expect(refusal([handover, shifts], [byAnswer('OWN-1', 'OWN-2')], { ...large, half: true })).toBe('screened-half');
  });

  test('a question that opens nothing is refused: its answers would be shown nowhere', () => {
    expect(idleScreener([handover, shifts], [])).toMatchObject({ ok: false, because: 'screener-idle', details: { item: 'OWN-2' } });
    expect(idleScreener([handover, shifts], [byAnswer('OWN-1', 'OWN-2')]).ok).toBe(true);
  });
});
