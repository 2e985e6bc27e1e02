import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dimensions, furtherItems, libraryItem, libraryItems, reasonSet, template, templates } from '#app/domain/surveys/questions/question-library.ts';
import { dimensionAskedAbout, importanceId, questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import source from '#app/domain/surveys/questions/library/question-library.json';

const words = v.object({ en: v.pipe(v.string(), v.nonEmpty()), 'zh-Hans': v.pipe(v.string(), v.nonEmpty()), 'zh-Hant': v.pipe(v.string(), v.nonEmpty()) });
const controllability = v.picklist(['department', 'shared', 'company']);
const item = v.object({
  id: v.string(),
  dimension: v.nullable(v.picklist(dimensions.map((one) => one.id))),
  scale: v.picklist(source.scales.map((one) => one.id)),
  reverse: v.boolean(),
  text: words,
  lowScore: v.nullable(v.object({ prompt: words, reasonSet: v.picklist(Object.keys(source.reasonSets)), freeTextMax: v.number() })),
  controllability,
  sensitivity: v.picklist(['normal', 'elevated', 'high']),
  rotation: v.picklist(['anchor', 'rotating', 'deep', 'relational']),
  minWeeksBetween: v.number(),
  perProvider: v.boolean(),
  kanoHypothesis: v.picklist(['must-be', 'one-dimensional', 'attractive']),
  probe: v.picklist(['value', 'awareness', 'expectation']),
  status: v.picklist(['active', 'parked', 'retired']),
});

const core = () => {
  const found = template('pulse-core');
  if (!found) throw new Error('the core pulse is missing');
  return found;
};

describe('the library file', () => {
  test('holds sixty-three items of the shape the readers promise', () => {
    expect(v.parse(v.array(item), libraryItems)).toHaveLength(63);
  });

  test('names dimensions and reasons in three languages', () => {
    const dimension = v.object({ id: v.string(), label: words, defaultControllability: controllability, layer: v.picklist(['material', 'spiritual', 'social']) });
    expect(v.parse(v.array(dimension), dimensions)).toHaveLength(11);
    for (const set of Object.keys(source.reasonSets)) v.parse(v.array(v.object({ id: v.string(), label: words })), reasonSet(set));
  });

  test('has no template that asks for an item it does not hold', () => {
    for (const one of templates) expect(one.items.filter((id) => !libraryItem(id))).toEqual([]);
    expect(templates.map((one) => one.id)).toEqual(['pulse-core', 'pulse-pay-benefits', 'pulse-workload', 'annual']);
  });
});

describe('the questions of a survey', () => {
  test('a core pulse asks the overall question first and the open one last', () => {
    const asked = questionsOf(core(), { k: 5 });
    expect(asked.map((one) => one.id)).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04', importanceId, 'OPN-01']);
    expect(asked.map((one) => one.kind)).toEqual([...Array<string>(6).fill('scale'), 'several', 'open']);
  });

  test('a sensitive item keeps its own k, and an organisation may only raise it', () => {
    const kOf = (k: number, id: string) => questionsOf(core(), { k, further: ['MGR-01', 'MGR-02'] }).find((one) => one.id === id)?.k;
    expect([kOf(5, 'PAY-01'), kOf(5, 'MGR-02'), kOf(5, 'MGR-01')]).toEqual([5, 8, 10]);
    expect([kOf(9, 'PAY-01'), kOf(9, 'MGR-02'), kOf(9, 'MGR-01')]).toEqual([9, 9, 10]);
  });

  test('three of ten areas can be named as most important', () => {
    const question = questionsOf(core(), { k: 5 }).find((one) => one.id === importanceId);
    expect(question).toMatchObject({ kind: 'several', most: 3 });
    expect(question?.kind === 'several' && question.options.map((one) => one.id)).not.toContain('outcome');
    expect(question?.kind === 'several' && question.options).toHaveLength(10);
  });

  test('a low score opens reasons of its dimension, up to two of five or six of ten', () => {
    const asked = questionsOf(core(), { k: 5, further: ['OUT-03'] });
    expect(asked.find((one) => one.id === 'PAY-01')).toMatchObject({ low: { at: 2, longest: 500 } });
    expect(asked.find((one) => one.id === 'OUT-03')).toMatchObject({ kind: 'recommend', low: { at: 6 } });
    const pay = asked.find((one) => one.id === 'PAY-01');
    expect(pay?.kind === 'scale' && pay.low?.options[0]?.id).toBe('pay.level');
  });

  test('an item is not asked twice', () => {
    const ids = questionsOf(core(), { k: 5, further: ['PAY-01', 'PAY-02'] }).map((one) => one.id);
    expect(ids.filter((id) => id === 'PAY-01')).toHaveLength(1);
    expect(furtherItems(core()).map((one) => one.id)).not.toContain('PAY-01');
  });

  test('an expectation pair is asked about one dimension and counts towards none', () => {
    const pays = template('pulse-pay-benefits');
    const pair = pays && questionsOf(pays, { k: 5, pair: 'pay' }).find((one) => one.kind === 'pair');
    expect(pair).toMatchObject({ id: 'pe-pair-pay', dimension: null, points: 5 });
    expect(dimensionAskedAbout('pe-pair-pay')).toBe('pay');
    expect(dimensionAskedAbout('PAY-01')).toBeNull();
    expect(pays && questionsOf(pays, { k: 5 }).some((one) => one.kind === 'pair')).toBe(false);
  });

  test('every point of every scale has a label', () => {
    const yearly = template('annual');
    for (const question of yearly ? questionsOf(yearly, { k: 5 }) : []) {
      if (question.kind === 'scale') expect(question.labels).toHaveLength(question.points);
    }
    expect(yearly?.items).toHaveLength(52);
  });
});
