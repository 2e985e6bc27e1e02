import { describe, expect, test } from 'vitest';
import { betaCdf, fisherQuantile, normalCdf, normalQuantile, normalTail, studentQuantile, studentTwoSided } from '#app/domain/analysis/statistics/distributions.ts';

describe('distributions agree with published tables', () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.959963984540054, 0.975],
    [2.5, 0.9937903346742238],
    [-3, 0.0013498980316300945],
  ])('normal at %d', (z, p) => expect(normalCdf(z)).toBeCloseTo(p, 14));

  test('a far tail is small and not zero', () => {
    expect(normalTail(8) / 6.220960574271785e-16).toBeCloseTo(1, 10);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 11);
  });

  test.each([
    [1, 12.706204736174694],
    [4, 2.776445105197793],
    [9, 2.262157162798205],
    [30, 2.042272456301238],
    [400, 1.9659123432294],
  ])('97.5 %% of t with %d degrees', (degrees, t) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(t, 8);
    expect(studentTwoSided(t, degrees)).toBeCloseTo(0.05, 10);
  });

  test('95 % of F with 3 and 20 degrees, and the beta distribution behind it', () => {
    expect(fisherQuantile(0.95, 3, 20)).toBeCloseTo(3.0983912121407795, 8);
    expect(betaCdf(0.3, 2, 5)).toBeCloseTo(0.579825, 12);
    expect(betaCdf(0.9, 50, 3)).toBeCloseTo(1 - betaCdf(0.1, 3, 50), 14);
  });
});
