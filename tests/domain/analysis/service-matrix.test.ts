import { describe, expect, test } from 'vitest';
import { serviceMatrix } from '#app/domain/analysis/serving/service-matrix.ts';
import { releaseOf } from '#tests/support/service-tables.ts';

describe('the matrix of providers and customers', () => {
  // Strict North takes 20 points off everybody, kind South gives 20: both providers are as good as each other.
  const alike = { it: [['north', 4_000, 40], ['south', 1_000, 80]], legal: [['north', 1_000, 40], ['south', 4_000, 80]] } as const;

  test('a provider whose customers are strict is not worse for it', () => {
    const [it, legal] = serviceMatrix(releaseOf(alike), ['it', 'legal']);
    expect([it!.index, legal!.index]).toEqual([48, 72]);
    expect(it!.adjusted).toBeCloseTo(60, 6);
    expect(legal!.adjusted).toBeCloseTo(60, 6);
  });

  test('what is left is the difference between providers, also through a third one', () => {
    const made = (a: number, b: number) => 50 + a + b;
    const chain = { it: [['north', 5_000, made(-10, 8)]], legal: [['north', 5_000, made(-10, -4)], ['south', 5_000, made(10, -4)]], ops: [['south', 5_000, made(10, -4 + 2)]] } as const;
    const levels = serviceMatrix(releaseOf(chain), ['it', 'legal', 'ops']).map(({ adjusted }) => adjusted!);
    expect(levels[0]! - levels[1]!).toBeCloseTo(12, 0);
    expect(levels[2]! - levels[1]!).toBeCloseTo(2, 0);
  });

  test('providers without customers in common stay raw, and one alone too', () => {
    expect(serviceMatrix(releaseOf({ it: [['north', 9, 40]], legal: [['south', 9, 80]] }), ['it', 'legal']).map(({ adjusted }) => adjusted)).toEqual([null, null]);
    expect(serviceMatrix(releaseOf({ it: [['north', 9, 40]] }), ['it', 'legal']).map(({ id, adjusted }) => [id, adjusted])).toEqual([['it', null]]);
  });

  test('few raters are drawn towards the common mean, and stay on the scale', () => {
    const [few] = serviceMatrix(releaseOf({ it: [['north', 8, 95]], legal: [['north', 100, 50], ['south', 100, 50]], ops: [['north', 100, 52], ['south', 100, 52]] }), ['it', 'legal', 'ops']);
    expect(few!.adjusted!).toBeLessThan(95);
    expect(few!.adjusted!).toBeGreaterThan(50);
  });

  // Independent numbers: dense weighted least squares and the shrinkage of 2.11 by a numerical package, on the smallest common groups.
  test('customers that are counted together for one provider are compared together for all', () => {
    const made = {
      it: [['north south', 21, 47.5], ['east', 13, 61], ['west far', 17, 38.25]],
      legal: [['north', 9, 66], ['south', 14, 58.5], ['east', 12, 71], ['west', 11, 49], ['far', 8, 52.5]],
      ops: [['north south', 18, 55], ['west', 10, 41.5], ['far', 9, 47]],
    } as const;
    const adjusted = serviceMatrix(releaseOf(made), ['it', 'legal', 'ops']).map((one) => one.adjusted!);
    [48.250476, 57.066937, 52.709763].forEach((expected, at) => expect(adjusted[at]).toBeCloseTo(expected, 5));
  });

  test('where all customers end in one group nobody is strict or kind, and figures stay raw', () => {
    const made = { it: [['north south', 20, 40]], legal: [['north', 9, 80], ['south', 9, 70]] } as const;
    expect(serviceMatrix(releaseOf(made), ['it', 'legal']).map(({ adjusted }) => adjusted)).toEqual([null, null]);
  });

  test('who could not rate a provider joins no customers: its own people, and whom it does not serve', () => {
    const made = { it: [['it north', 20, 40], ['south', 20, 60]], legal: [['north', 20, 50], ['it south', 20, 70]] } as const;
    const own: Readonly<Record<string, string>> = { it: 'it', legal: 'legal' };
    const [raw, found] = [serviceMatrix(releaseOf(made), ['it', 'legal']), serviceMatrix(releaseOf(made), ['it', 'legal'], (id, among) => among.filter((one) => one !== own[id] && one !== 'it'))];
    expect(raw.map(({ adjusted }) => adjusted)).toEqual([null, null]);
    expect(found[1]!.adjusted! - found[0]!.adjusted!).toBeGreaterThan(0);
  });

  test('the own estimate stands beside what customers said, where there is one', () => {
    const [it, legal] = serviceMatrix(releaseOf(alike, { it: [0, 0, 0, 0, 9] }), ['it', 'legal']);
    expect([it!.own, legal!.own]).toEqual([{ n: 9, index: 100 }, null]);
  });
});
