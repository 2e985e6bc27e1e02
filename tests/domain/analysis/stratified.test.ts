// Groups put together by the people who work in them: golden numbers by hand, and how often the intervals hold the truth.
import { expect, test } from 'vitest';
import { indexMoments, type Counts } from '#app/domain/analysis/statistics/histogram.ts';
import { stratifiedInterval, stratifiedShare, weighted, type Stratum } from '#app/domain/analysis/statistics/stratified.ts';
import { seeded } from '#tests/support/tallies.ts';
import { times } from '#tests/support/repetitions.ts';

const stratum = (id: string, people: number, counts: Counts): Stratum => ({ id, people, counts, moments: indexMoments(counts) });
const favourable = (counts: Counts) => (counts[3] ?? 0) + (counts[4] ?? 0);

test('a large half weighs twice a person asked: (100·75 + 20·25) / 120', () => {
  const strata = [stratum('large', 100, [0, 0, 0, 40, 0]), stratum('small', 20, [0, 20, 0, 0, 0])];
  const { moments, counts } = weighted(strata);
  expect(moments.mean).toBeCloseTo((100 * 75 + 20 * 25) / 120, 10);
  expect(moments.n).toBe(60);
  expect(counts!.map((count) => Math.round(1000 * count) / 1000)).toEqual([0, 10, 0, 50, 0]);
  // All answers pooled would say (40·75 + 20·25) / 60.
  expect(moments.mean).not.toBeCloseTo((40 * 75 + 20 * 25) / 60, 1);
});

test('the variance is that of Cochran 5.2: Σ W² (1 − f) s²/n', () => {
  const strata = [stratum('large', 80, [4, 8, 8, 12, 8]), stratum('small', 20, [1, 2, 3, 5, 5])];
  const parts = strata.map(({ people, moments }) => (people / 100) ** 2 * (1 - moments.n / people) * (moments.variance / moments.n));
  const degrees = (parts[0]! + parts[1]!) ** 2 / (parts[0]! ** 2 / 39 + parts[1]! ** 2 / 15);
  const [low, high] = stratifiedInterval(strata, [0, 100]);
  const half = (high - low) / 2;
  expect(half / Math.sqrt(parts[0]! + parts[1]!)).toBeGreaterThan(1.96);
  // t of 43 degrees of freedom is 2.017.
  expect(degrees).toBeGreaterThan(40);
  expect(half / Math.sqrt(parts[0]! + parts[1]!)).toBeCloseTo(2.0, 1);
});

test('where everybody answered there is nothing left to estimate', () => {
  const strata = [stratum('one', 10, [1, 2, 3, 2, 2]), stratum('other', 12, [2, 2, 2, 3, 3])];
  const { mean } = weighted(strata).moments;
  for (const end of stratifiedInterval(strata, [0, 100])) expect(end).toBeCloseTo(mean, 10);
  const { share, interval } = stratifiedShare(strata, favourable);
  expect(share).toBeCloseTo(10 / 22, 10);
  expect(interval[0]).toBeCloseTo(10 / 22, 10);
  expect(interval[1]).toBeCloseTo(10 / 22, 10);
});

interface World {
  readonly sizes: readonly number[];
  readonly means: readonly number[];
}

/** One company whose groups differ: half of the large ones are asked, four in five answer. */
function drawCompany({ sizes, means }: World, seed: number) {
  const chance = seeded(seed);
  const scores = sizes.map((size, at) => Array.from({ length: size }, () => Math.max(0, Math.min(4, Math.round(means[at]! + (chance(3001) - 1500) / 1000)))));
  const strata = scores.map((all, at) => {
    const asked = [...all].map((score) => ({ score, at: chance(1_000_000) })).sort((one, other) => one.at - other.at).slice(0, all.length >= 60 ? Math.ceil(all.length / 2) : all.length);
    const answered = asked.filter((_, place) => place < Math.max(5, Math.round(asked.length * 0.8))).map(({ score }) => score);
    return stratum(String(at), all.length, [0, 1, 2, 3, 4].map((point) => answered.filter((score) => score === point).length));
  });
  const everybody = scores.flat();
  return { strata, mean: (25 * everybody.reduce((sum, score) => sum + score, 0)) / everybody.length, share: everybody.filter((score) => score > 2).length / everybody.length };
}

const worlds: Readonly<Record<string, World>> = {
  'one large group and five small ones': { sizes: [120, 12, 14, 9, 20, 16], means: [1.4, 2.8, 3, 2.6, 2.9, 3] },
  'six large groups': { sizes: [60, 75, 90, 110, 64, 80], means: [1.5, 2, 2.4, 2.8, 2.2, 1.8] },
};

test.each(Object.keys(worlds))('%s: the intervals of 95 % hold the truth in 93 to 98 of a hundred companies, and pooled answers would not', (name) => {
  const runs = times(1_500, 10_000);
  let [inMean, inShare, pooledOff, ownOff] = [0, 0, 0, 0];
  for (let seed = 1; seed <= runs; seed += 1) {
    const { strata, mean, share } = drawCompany(worlds[name]!, seed);
    const [low, high] = stratifiedInterval(strata, [0, 100]);
    inMean += low <= mean && mean <= high ? 1 : 0;
    const { interval } = stratifiedShare(strata, favourable);
    inShare += interval[0] <= share && share <= interval[1] ? 1 : 0;
    const n = strata.reduce((sum, one) => sum + one.moments.n, 0);
    pooledOff += strata.reduce((sum, one) => sum + one.moments.n * one.moments.mean, 0) / n - mean;
    ownOff += weighted(strata).moments.mean - mean;
  }
  process.stdout.write(`a random half, ${name}: ${((100 * inMean) / runs).toFixed(1)} % of means and ${((100 * inShare) / runs).toFixed(1)} % of shares within; off by ${(ownOff / runs).toFixed(2)} points, pooled answers by ${(pooledOff / runs).toFixed(2)}\n`);
  for (const covered of [inMean / runs, inShare / runs]) {
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.985);
  }
  expect(Math.abs(ownOff / runs)).toBeLessThan(0.3);
  if (name.startsWith('one large')) expect(Math.abs(pooledOff / runs)).toBeGreaterThan(3);
});
