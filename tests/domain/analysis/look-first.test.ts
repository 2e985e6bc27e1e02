// The guess of where to look first beside models whose answers are known another way.
import { describe, expect, test } from 'vitest';
import { guesserOf, logLikelihood, pooledAt, spreadOf, strandOf, untangled, type Strand } from '#app/domain/analysis/map/look-first.ts';
import { normalCdf } from '#app/domain/analysis/statistics/distributions.ts';
import { calibrationOf, companies } from '#tests/bench/look-first.ts';

// Dyestuff, the first example of lme4: six batches of five, means 1505 … 1470, residual variance 2451.25; here a tenth of it. In a balanced
// design REML is the analysis of variance: 1764.05 between batches, as lme4 prints it.
const means = [150.5, 152.8, 156.4, 149.8, 160, 147];
const dyestuff: Strand = { means, noise: means.map(() => 24.5125 / 5), shares: means.map(() => 1 / 6) };

describe('one dimension at one spread', () => {
  test('the likelihood is highest where lme4 has it', () => {
    const at = (variance: number) => logLikelihood(dyestuff, Math.sqrt(variance));
    expect(at(17.6405)).toBeGreaterThan(at(17.6405 + 1e-3));
    expect(at(17.6405)).toBeGreaterThan(at(17.6405 - 1e-3));
    const step = 1e-3;
    expect((at(17.6405 + step) - at(17.6405 - step)) / (2 * step)).toBeCloseTo(0, 6);
  });

  test('groups are drawn in as lme4 draws them', () => {
    const { centre, centreVariance, estimates } = pooledAt(dyestuff, Math.sqrt(17.6405));
    expect(centre).toBeCloseTo(152.75, 6);
    // 19.38341 in lme4's units.
    expect(Math.sqrt(centreVariance)).toBeCloseTo(1.938341, 6);
    const drawn = estimates.map((one) => 10 * (one - centre));
    [-22.5, 0.5, 36.5, -29.5, 72.5, -57.5].forEach((raw, at) => expect(drawn[at]).toBeCloseTo((raw * 1764.05) / 2254.3, 6));
  });
});

/** The same probability by plain sums over a fine grid of tau and of the centre, without any formula for a gap. */
function bySums(strand: Strand, group: number): number {
  let [all, below] = [0.1 * integral(0, () => 1), 0.05 * integral(0, () => 1)];
  for (let at = 0; at < 800; at += 1) {
    const tau = (at + 0.5) / 40;
    const weight = 0.9 / 800;
    all += weight * integral(tau, () => 1);
    below += weight * integral(tau, (centre) => {
      const gaps = strand.means.map((mean, place) => {
        const own = (tau * tau) / (tau * tau + (strand.noise[place] as number));
        const part = (place === group ? 1 : 0) - (strand.shares[place] as number);
        return { mean: part * (own * mean + (1 - own) * centre), variance: part * part * own * (strand.noise[place] as number) };
      });
      const [gap, variance] = gaps.reduce(([sum, spread], one) => [sum + one.mean, spread + one.variance] as [number, number], [0, 0]);
      return normalCdf(-gap / Math.sqrt(variance));
    });
  }
  return below / all;

  function integral(tau: number, valueAt: (centre: number) => number): number {
    let sum = 0;
    for (let centre = -20; centre <= 120; centre += 1) {
      let height = 1;
      strand.means.forEach((mean, place) => {
        const spread = tau * tau + (strand.noise[place] as number);
        height *= Math.exp((-0.5 * (mean - centre) ** 2) / spread) / Math.sqrt(spread);
      });
      if (height > 0) sum += height * valueAt(centre);
    }
    return sum;
  }
}

describe('the guess', () => {
  const uneven: Strand = { means: [52, 58, 61, 66], noise: [30, 18, 40, 9], shares: [0.2, 0.3, 0.15, 0.35] };

  test.each([0, 1, 2, 3])('says of group %d what sums over everything unknown say', (group) => {
    const guess = guesserOf(uneven, spreadOf([uneven])).about([group], 75);
    expect(guess.below).toBeCloseTo(bySums(uneven, group), 4);
  });

  test('of the whole company there is nothing to be below of', () => {
    expect(guesserOf(uneven, spreadOf([uneven])).about([0, 1, 2, 3], 75)).toMatchObject({ below: null, shortfall: 0 });
  });

  test('where there is one group, where all are equal and where everybody says the same it stays a number', () => {
    const alone = strandOf([{ n: 9, mean: 40, variance: 300 }])!;
    expect(guesserOf(alone, spreadOf([alone])).about([0], 75)).toMatchObject({ below: null });
    const equal = strandOf([{ n: 9, mean: 40, variance: 0 }, { n: 12, mean: 40, variance: 0 }])!;
    expect(guesserOf(equal, spreadOf([equal])).about([0], 75).below).toBeCloseTo(0.5, 6);
    expect(guesserOf(equal, spreadOf([equal])).about([0], 75).underTarget).toBeCloseTo(1, 6);
    expect(strandOf([])).toBeNull();
    expect(spreadOf([]).weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });

  test('dimensions that go together are turned so that nothing is lost', () => {
    const [whole, contrast] = untangled([uneven, { ...uneven, means: [50, 60, 60, 70] }], 0.3) as [Strand, Strand];
    expect(whole.noise[0]).toBeCloseTo(30 * 1.3, 9);
    expect(contrast.noise[0]).toBeCloseTo(30 * 0.7, 9);
    expect(whole.means[0]! ** 2 + contrast.means[0]! ** 2).toBeCloseTo(52 ** 2 + 50 ** 2, 6);
  });
});

describe('in made-up companies of 220', () => {
  test('few surveys name anybody where nothing differs', () => {
    expect(calibrationOf(companies[220]!, 0, { waves: 40, seed: 3 }).speaking).toBeLessThanOrEqual(0.2);
  });

  test('where groups differ by six points it names and keeps what it says', () => {
    const { bands, named, cells } = calibrationOf(companies[220]!, 6, { waves: 40, seed: 4 });
    expect(named / cells).toBeGreaterThanOrEqual(0.15);
    for (const { said, promised, kept } of bands) expect(Math.abs(promised - kept) / said).toBeLessThan(0.07);
  });
});
