import { bandWithin } from '#app/domain/analysis/statistics/expectation.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '#app/domain/analysis/statistics/agreement.ts';
import { controlLimits } from '#app/domain/analysis/statistics/control-limits.ts';
import { limitOf, smallestDetectableChange } from '#app/domain/analysis/statistics/detectable-change.ts';
import { recommendShares, scaleShares, scored, sumOf } from '#app/domain/analysis/statistics/histogram.ts';
import { decimalsOfMean, rungOf } from '#app/domain/analysis/statistics/ladder.ts';
import { indexValues, predictiveInterval } from '#app/domain/analysis/statistics/predictive-interval.ts';
import { inOrder, type Priority } from '#app/domain/analysis/priorities/priority.ts';
import { hypergeometric, worstCaseShare } from '#app/domain/analysis/statistics/proportion-intervals.ts';
import { cliffsDelta, mannWhitneyNormal, permutationTest } from '#app/domain/analysis/statistics/two-groups.ts';
import { leastOverlap } from '#app/domain/analysis/statistics/two-waves.ts';
import { chanceFrom } from '#tests/support/chance.ts';

const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }).filter((one) => sumOf(one) >= 5);

describe('shares', () => {
  test('a scale with an even number of points has no neutral answers', () => {
    expect(scaleShares([1, 2, 3, 4])).toEqual({ favourable: 7, neutral: 0, unfavourable: 3 });
  });

  test('reversal turns the histogram round before anything is counted', () => {
    expect(scaleShares(scored([5, 0, 0, 0, 1], true))).toEqual({ favourable: 5, neutral: 0, unfavourable: 1 });
  });

  test('a recommendation is favourable from nine on and unfavourable up to six', () => {
    expect(recommendShares([1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1])).toEqual({ favourable: 2, neutral: 2, unfavourable: 2 });
  });
});

describe('intervals', () => {
  test('never leave what the missing people could make of it', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 40 }), (histogram, missing) => {
        const n = sumOf(histogram);
        const k = scaleShares(histogram).favourable;
        const [least, most] = worstCaseShare(k, n, n + missing);
        const [low, high] = hypergeometric(k, n, n + missing);
        expect(low).toBeGreaterThanOrEqual(least - 1e-12);
        expect(high).toBeLessThanOrEqual(most + 1e-12);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  test('the normal limit of the predictive interval agrees with drawing the missing people from an urn', () => {
    const histogram = [3, 5, 12, 20, 10];
    const [low, high] = predictiveInterval(histogram, 50 + 150, indexValues(5));
    const [drawnLow, drawnHigh] = urnInterval(histogram, 150);
    expect(Math.abs(low - drawnLow)).toBeLessThan(0.6);
    expect(Math.abs(high - drawnHigh)).toBeLessThan(0.6);
  });

  test('the exact predictive interval agrees with it too', () => {
    const histogram = [1, 2, 3, 4, 2];
    const [low, high] = predictiveInterval(histogram, 12 + 60, indexValues(5));
    const [drawnLow, drawnHigh] = urnInterval(histogram, 60);
    expect(Math.abs(low - drawnLow)).toBeLessThan(1.5);
    expect(Math.abs(high - drawnHigh)).toBeLessThan(1.5);
  });
});

function urnInterval(histogram: readonly number[], missing: number): readonly [number, number] {
  const chance = chanceFrom(7);
  const results = Array.from({ length: 4000 }, () => {
    const urn = histogram.map((count) => 2 * count + 1);
    const before = histogram.reduce((sum, count, point) => sum + count * point, 0);
    let sum = before;
    for (let person = 0; person < missing; person += 1) {
      let ball = chance(urn.reduce((a, b) => a + b, 0));
      const point = urn.findIndex((balls) => (ball -= balls) < 0);
      urn[point] = (urn[point] as number) + 2;
      sum += point;
    }
    return (25 * sum) / (sumOf(histogram) + missing);
  }).sort((a, b) => a - b);
  return [results[99] as number, results[3899] as number];
}

describe('two groups', () => {
  test('the same answers are no difference, and exchanging the groups changes the sign alone', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(cliffsDelta(a, a)).toBeCloseTo(0, 12);
        expect(cliffsDelta(a, b)).toBeCloseTo(-cliffsDelta(b, a), 12);
        expect(mannWhitneyNormal(a, b)).toBeCloseTo(mannWhitneyNormal(b, a), 12);
      }),
    );
  });

  test('a permutation p value is the share of divisions, never 0 and at most 1', () => {
    const few = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }).filter((one) => sumOf(one) >= 2);
    fc.assert(
      fc.property(few, few, (a, b) => {
        const p = permutationTest(a, b);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test('five against five all different: two of 252 divisions are as extreme', () => {
    expect(permutationTest([5, 0, 0, 0, 0], [0, 0, 0, 0, 5])).toBeCloseTo(2 / 252, 10);
  });
});

test('smallest detectable change follows the table and gets smaller with every answer', () => {
  expect([5, 8, 10, 12, 15, 20, 30, 50, 100, 200].map((n) => smallestDetectableChange(n))).toEqual([51, 38, 33, 30, 26, 23, 18, 14, 10, 7]);
  for (let n = 5; n < 400; n += 1) expect(smallestDetectableChange(n + 1)).toBeLessThanOrEqual(smallestDetectableChange(n));
});

test('a limit is what the rule shows in four of five cases, and is not said where nobody can lie that far away', () => {
  const group = { standardError: 5, degrees: 1_000_000, room: 60 };
  expect(limitOf(0.05)(group, 0)).toBe(Math.ceil((1.959964 + 0.841621) * 5));
  expect(limitOf(0.05)(group, 30)).toBe(Math.ceil(30 + 0.841621 * 5));
  expect(limitOf(0.05)({ ...group, degrees: 8 }, 0)).toBe(Math.ceil((2.306004 + 0.841621) * 5));
  expect(limitOf(0.05)({ ...group, room: 12 }, 0)).toBeNull();
  expect(limitOf(0.05)({ ...group, standardError: 0 }, 0)).toBeNull();
});

test('what may be said grows with the number of answers', () => {
  expect([4, 5, 8, 10, 20, 30, 50].map((n) => rungOf(n))).toMatchObject([
    { level: false },
    { level: true, distribution: false, tests: 'none' },
    { distribution: true, tests: 'exploratory', comments: false },
    { tests: 'full', comments: true, recommendation: false },
    { recommendation: true, items: false },
    { items: true, drivers: false },
    { drivers: true },
  ]);
  expect([decimalsOfMean(19), decimalsOfMean(20)]).toEqual([0, 1]);
});

test('counts prove an overlap only where more answered than there are people', () => {
  expect(leastOverlap(8, 9, 11)).toBe(6);
  expect(leastOverlap(8, 9, 30)).toBe(0);
});

test('eight waves on one side of the centre are a signal, five waves have no limits', () => {
  expect(controlLimits([60, 61, 60, 62, 61])).toBeNull();
  const series = [60, 62, 60, 62, 60, 62, 62, 62, 62, 62, 62, 62, 62];
  expect(controlLimits(series, 6)?.signals).toContain(12);
});

test('three of four far from the centre are a signal only while the last of them is far itself', () => {
  // Centre 60, limits about 13 away: far is more than half of that.
  const quiet = [60, 65, 60, 55, 60, 65, 60, 55, 60, 65, 60, 55, 60];
  const limits = controlLimits([...quiet, 67, 67, 67], quiet.length)!;
  expect([Math.round(limits.centre), Math.round(limits.upper), Math.round(limits.lower)]).toEqual([60, 73, 47]);
  const signals = (last: readonly number[]) => controlLimits([...quiet, ...last], quiet.length)!.signals;
  expect(signals([67, 67, 67])).toEqual([15]);
  expect(signals([67, 67, 60, 67])).toEqual([16]);
  // The fourth has come back: no longer far, on the same side or on the other.
  expect(signals([67, 67, 67, 61])).toEqual([15]);
  expect(signals([67, 67, 67, 59])).toEqual([15]);
  // Far on different sides is up and down, not a movement.
  expect(signals([67, 53, 67, 53])).toEqual([]);
  expect(signals([67, 67, 74])).toEqual([15]);
  expect(signals([46])).toEqual([13]);
});

describe('priorities', () => {
  const priority = (dimension: string, score: number, flagged = false): Priority => ({
    dimension, target: 75, score, flagged, need: score, deficit: 1, evidence: 1, control: 1,
  });
  const layerOf = (dimension: string) => (dimension === 'culture' ? 'social' : dimension === 'growth' ? 'spiritual' : 'material');
  const order = (list: readonly Priority[]) => inOrder(list, layerOf).map((one) => one.dimension);

  test('a clear lead wins whatever the layer', () => {
    expect(order([priority('pay', 0.1), priority('culture', 0.2)])).toEqual(['culture', 'pay']);
  });

  test('practically equal ones put the material first', () => {
    expect(order([priority('culture', 0.2), priority('growth', 0.195), priority('pay', 0.19)])).toEqual(['pay', 'growth', 'culture']);
  });

  test('an unmet must-be is on top', () => {
    expect(order([priority('culture', 0.2), priority('pay', 0.01, true)])).toEqual(['pay', 'culture']);
  });
});

test('agreement is shared from .7 on, mixed from .5, and else divided', () => {
  // r(wg) = 1 − s²/2 on five points.
  expect([0.6, 0.61, 1, 1.01, 3].map((variance) => agreementOf(variance, 5))).toEqual(['shared', 'mixed', 'mixed', 'divided', 'divided']);
});

test('a ratio to expectation is called by its band only where its whole interval lies in it', () => {
  expect([bandWithin([0.8, 0.94]), bandWithin([0.96, 1.04]), bandWithin([1.06, 1.2])]).toEqual(['unmet', 'met', 'exceeded']);
  expect([bandWithin([0.9, 0.96]), bandWithin([0.94, 1.06]), bandWithin([1.04, 1.2])]).toEqual([null, null, null]);
});
