import '#app/text/all.server.ts';
import { expect, test } from 'vitest';
import { judgeFamily } from '#app/domain/analysis/changes/comparison.ts';
import { levelOf } from '#app/domain/analysis/level.ts';
import { rungOf } from '#app/domain/analysis/statistics/ladder.ts';
import { meanInterval } from '#app/domain/analysis/statistics/mean-intervals.ts';
import { indexValues, predictiveInterval } from '#app/domain/analysis/statistics/predictive-interval.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { methodOf } from '#app/domain/reports/method-page.ts';
import { textOf } from '#app/text/text.ts';
import { threeWaves } from '#tests/support/waves.ts';

const last = threeWaves().at(-1) as Wave;
const { rules } = methodOf(last, 'a'.repeat(64), 'en');

test('the note says the numbers of the rules that ran', () => {
  const one = { points: 20, interval: [5, 35] as const, p: 1, delta: 0.4, standardError: 8, degrees: 60, spread: 25, room: 60, large: false, exploratory: false };
  const arrow = (more: Partial<typeof one>) => judgeFamily([{ ...one, p: 0.0001, ...more }])[0]?.arrow ?? null;
  expect([arrow({ p: rules.rate / 100 }), arrow({ p: rules.rate / 100 + 0.001 })]).toEqual(['up', null]);
  expect([arrow({ points: rules.points }), arrow({ points: rules.points - 0.1 })]).toEqual(['up', null]);
  expect([arrow({ delta: Number(rules.delta) }), arrow({ delta: Number(rules.delta) - 0.001 })]).toEqual(['up', null]);
  expect([rungOf(rules.tests), rungOf(rules.tests - 1)].map(({ tests }) => tests === 'none')).toEqual([false, true]);
  expect([rungOf(rules.items), rungOf(rules.items - 1)].map(({ items }) => items)).toEqual([true, false]);
  for (const language of languages) {
    const text = textOf(language);
    const said = (['tests', 'questions', 'standing', 'ladder'] as const).map((part) => text(`results.method.figures.${part}`, rules)).join(' ');
    for (const number of [rules.rate, rules.points, rules.delta, rules.many, rules.must, rules.tests, rules.full, rules.recommend, rules.items]) expect(said).toContain(String(number));
    expect(said).not.toContain('{');
  }
});

test('intervals are drawn for one question and worked out for several', () => {
  const [pay, workload] = ['pay', 'workload'].map((id) => readFor(last, { kind: 'dimension', id }, 'finance'));
  const size = pay?.group.invited ?? 0;
  expect(levelOf(pay!)?.interval).toEqual(predictiveInterval(pay!.counts!, size, indexValues(5)));
  expect(levelOf(workload!)?.interval).toEqual(meanInterval(workload!.moments, workload!.group.invited, [0, 100]));
});
