// Golden numbers come from an independent numerical package, six decimals.
import { describe, expect, test } from 'vitest';
import { withinGroupAgreement } from '#app/domain/analysis/statistics/agreement.ts';
import { controlLimits } from '#app/domain/analysis/statistics/control-limits.ts';
import { distinctiveWords } from '#app/domain/analysis/words/distinctive-words.ts';
import { relativeWeights } from '#app/domain/analysis/statistics/drivers.ts';
import { betweenGroups } from '#app/domain/analysis/statistics/estimated-means.ts';
import { expectationOf, ratioError, ratioInterval } from '#app/domain/analysis/statistics/expectation.ts';
import { benjaminiHochberg, holm } from '#app/domain/analysis/statistics/false-discovery.ts';
import { indexMoments, moments, scaleShares, sumOf } from '#app/domain/analysis/statistics/histogram.ts';
import { weightedIndex } from '#app/domain/analysis/priorities/importance.ts';
import { meanInterval } from '#app/domain/analysis/statistics/mean-intervals.ts';
import { favourableValues, indexValues, predictiveInterval, scoreValues } from '#app/domain/analysis/statistics/predictive-interval.ts';
import { hypergeometric, newcombe, wilson } from '#app/domain/analysis/statistics/proportion-intervals.ts';
import { finiteStandardError, recommendationScore } from '#app/domain/analysis/statistics/recommendation-score.ts';
import { cronbachAlpha, guttmanLambda2, spearmanBrown, standardisedAlpha } from '#app/domain/analysis/statistics/reliability.ts';
import { sampleSize } from '#app/domain/analysis/statistics/sample-size.ts';
import { shrunk } from '#app/domain/analysis/statistics/shrinkage.ts';
import { cliffsDelta, hedges, mannWhitneyNormal, mannWhitneyU, permutationTest, probabilityOfSuperiority, rankTest, welch } from '#app/domain/analysis/statistics/two-groups.ts';
import { changeBetween, leastOverlap } from '#app/domain/analysis/statistics/two-waves.ts';
import golden from './golden.json';

const near = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, at) => expect(value).toBeCloseTo(expected[at] as number, 5));
};

const histogramOf = (answers: readonly number[], points = 5) =>
  Array.from({ length: points }, (_, point) => answers.filter((answer) => answer === point + 1).length);

const varianceOf = (values: readonly number[]) => covarianceOf(values, values);

function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return a.reduce((sum, value, at) => sum + (value - mean(a)) * ((b[at] as number) - mean(b)), 0) / (a.length - 1);
}

describe('intervals of a share', () => {
  test.each(golden.wilson)('Wilson, $k of $n', ({ k, n, ci }) => near(wilson(k, n), ci));
  test.each(golden.hypergeometricExact)('exact, $k of $n in a department of $N', ({ k, n, N, ci }) => near(hypergeometric(k, n, N), ci));
  test.each(golden.newcombeDiff)('difference of $k1/$n1 and $k2/$n2', ({ k1, n1, k2, n2, diff_lo_hi }) => {
    const { difference, interval } = newcombe([k1, n1], [k2, n2]);
    near([difference, ...interval], diff_lo_hi);
  });
});

describe('intervals of a mean', () => {
  test.each(golden.dirichletMultinomialPredictive)('predictive, $counts of $N', ({ counts, N, meanCI, indexCI, favCI }) => {
    near(predictiveInterval(counts, N, scoreValues(5)), meanCI);
    near(predictiveInterval(counts, N, indexValues(5)), indexCI);
    near(predictiveInterval(counts, N, favourableValues(5)), favCI);
  });

  test.each(golden.tMeanFpcClipped)('closed form, $counts of $N', (one) => {
    const group = moments(one.counts);
    near([group.n, group.mean, Math.sqrt(group.variance), indexMoments(one.counts).mean], [one.n, one.mean, one.sd, one.index]);
    near(meanInterval(group, one.N, [1, 5]), one.ci);
    const shares = scaleShares(one.counts);
    near([shares.favourable, shares.neutral, shares.unfavourable].map((people) => people / sumOf(one.counts)), [one.fav, one.neu, one.unf]);
    near([withinGroupAgreement(group.variance, 5)], [one.rwg]);
  });
});

test.each(golden.enps)('recommendation, $promoters / $passives / $detractors', (one) => {
  const score = recommendationScore({ favourable: one.promoters, neutral: one.passives, unfavourable: one.detractors });
  const n = one.promoters + one.passives + one.detractors;
  near([score.score, score.standardError, ...score.interval], [one.enps, one.se, ...one.adjWaldCI]);
  near([finiteStandardError(score, n, one.N)], [one.seFpc]);
});

describe('two waves of a department of eight and nine', () => {
  const wave = golden.twoWave;
  const [a, b] = [histogramOf(wave.a), histogramOf(wave.b)];

  test('means by Welch and Hedges', () => {
    const comparison = welch(moments(a), moments(b));
    near([comparison.difference, comparison.degrees, comparison.p, ...comparison.interval], [wave.meanDiff, wave.df, wave.p, ...wave.ci]);
    near([comparison.difference / comparison.standardError, hedges(moments(a), moments(b))], [wave.welchT, wave.hedgesG]);
  });

  test('ranks by Mann–Whitney, Cliff and exact permutation', () => {
    const delta = cliffsDelta(a, b);
    near([delta, probabilityOfSuperiority(delta), mannWhitneyU(a, b)], [wave.cliffDelta, wave.probSuperiority, wave.mwuU]);
    near([mannWhitneyNormal(a, b), permutationTest(a, b)], [wave.mwuPasymptotic, wave.studentisedPermutationPExact]);
    expect(rankTest(a, b)).toBe(permutationTest(a, b));
  });

  test('the overlap that counts alone prove narrows the error', () => {
    expect(leastOverlap(8, 9, wave.overlap.U)).toBe(wave.overlap.mMin);
    const change = changeBetween(moments(a), moments(b), wave.overlap.U);
    near([change.standardError, change.difference / change.standardError, change.p], [wave.overlap.se, wave.overlap.t, wave.overlap.p]);
  });
});

test('families of tests by Benjamini–Hochberg and by Holm', () => {
  near(benjaminiHochberg(golden.multipleComparisons.p), golden.multipleComparisons.bh);
  near(holm(golden.multipleComparisons.p), golden.multipleComparisons.holm);
});

test('reliability from covariances', () => {
  const columns = [0, 1, 2].map((item) => golden.reliability.items.map((row) => row[item] as number));
  const covariances = columns.map((one) => columns.map((other) => covarianceOf(one, other)));
  const correlations = covariances.map((row, i) => row.map((value, j) => value / Math.sqrt((covariances[i]?.[i] as number) * (covariances[j]?.[j] as number))));
  near(
    [cronbachAlpha(covariances), standardisedAlpha(correlations), guttmanLambda2(covariances), spearmanBrown(correlations[0]?.[1] as number)],
    [golden.reliability.cronbachAlpha, golden.reliability.standardisedAlpha, golden.reliability.guttmanLambda2, golden.reliability.twoItemSpearmanBrown_items1_2],
  );
});

test('relative weights of three predictors', () => {
  const { parts, explained } = relativeWeights(golden.johnsonRelativeWeights.Rxx, golden.johnsonRelativeWeights.rxy) ?? { parts: [], explained: 0 };
  near(parts, golden.johnsonRelativeWeights.raw);
  near([explained], [golden.johnsonRelativeWeights.R2]);
  near(parts.map((part) => (100 * part) / explained), golden.johnsonRelativeWeights.pct);
});

test('predictors that repeat each other have no relative weights', () => {
  expect(relativeWeights([[1, 1], [1, 1]], [0.5, 0.5])).toBeNull();
});

test('natural limits of a line', () => {
  const { series, baselinePoints, centre, UNPL, LNPL, URL, signals } = golden.xmr;
  const limits = controlLimits(series, baselinePoints);
  near([limits?.centre as number, limits?.upper as number, limits?.lower as number, limits?.upperRange as number], [centre, UNPL, LNPL, URL]);
  expect(limits?.signals).toEqual(signals);
  expect(limits?.provisional).toBe(true);
});

test('expectation and experience of eight people', () => {
  const { P, E, N, ratioOfMeans, seRatio, logCIwithFpc, gapMean } = golden.perceptionExpectation;
  const momentsOf = (values: readonly number[]) => ({ n: values.length, mean: values.reduce((a, b) => a + b, 0) / values.length, variance: varianceOf(values) });
  const [p, e] = [momentsOf(P), momentsOf(E)];
  const { ratio, gap, band } = expectationOf(p.mean, e.mean);
  const error = ratioError(p, e, covarianceOf(P, E));
  near([ratio, gap, error, ...ratioInterval(ratio, error, P.length, N)], [ratioOfMeans, gapMean, seRatio, ...logCIwithFpc]);
  expect(band).toBe('unmet');
});

test('the index weighted by importance', () => {
  const { importance, sat, csi } = golden.weightedSatisfactionIndex;
  near([weightedIndex(importance.map((one, at) => ({ importance: one, index: sat[at] as number }))) as number], [csi]);
});

test.each(golden.sampleSizeFpc)('of $N people, margin $e: $n', ({ N, e, n }) => expect(sampleSize(N, e)).toBe(n));

test.each([golden.shrinkage, golden.shrinkageHeterogeneous])('shrinkage of means $means', (one) => {
  const result = shrunk(one.means.map((mean, at) => ({ mean, variance: one.variances[at] as number, n: one.n[at] as number })));
  near([result.heterogeneity, result.between, result.mean], [one.Q, one.tau2, one.mu]);
  near(result.weights, one.B);
  near(result.estimates, one.shrunk);
  near([betweenGroups([one.means.map((mean, at) => ({ mean, variance: (one.variances[at] as number) / (one.n[at] as number) }))]).value], [one.tau2]);
});

test('words one group uses more than another', () => {
  const { a, b, priorTotal, z } = golden.weightedLogOdds;
  const words = distinctiveWords(a, b, priorTotal);
  expect(Object.keys(words).sort()).toEqual(Object.keys(z).sort());
  for (const [word, value] of Object.entries(z)) expect(words[word]).toBeCloseTo(value, 5);
});
