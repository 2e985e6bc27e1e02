import { describe, expect, test } from 'vitest';
import { serviceMatrix } from '#app/domain/analysis/service-matrix.ts';
import { day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import type { Release } from '#app/domain/publication/release.ts';

type Cell = readonly [customer: string, n: number, index: number];

/** A release of one item for each provider, answered alike by everybody of a cell as far as the sums tell. */
function releaseOf(providers: Readonly<Record<string, readonly Cell[]>>, own: Readonly<Record<string, readonly number[]>> = {}): Release {
  const entries = Object.entries(providers);
  const spread = (n: number): number[] => [0, Math.floor(n / 2), 0, n - Math.floor(n / 2), 0];
  return {
    release: 1, survey: { id: 's', title: inAll('S'), closed: day('2026-11-20') }, manifest: null, k: 5,
    counts: { invited: null, papers: null, reissued: null, ballots: 100, moved: null },
    partitions: Object.fromEntries(entries.map(([id, cells]) => [`8:provider:${id}`, { atoms: cells.map(([customer, n], at) => ({ id: `a${at + 1}`, departments: [customer], invited: n, answered: n })), departments: [] }])),
    items: Object.fromEntries([
      ...entries.map(([id, cells]) => [`ISQ-01@${id}`, { kind: 'scale', partition: `8:provider:${id}`, points: 5, cells: Object.fromEntries(cells.map(([, n], at) => [`a${at + 1}`, spread(n)])) }] as const),
      ...Object.entries(own).map(([id, counts]) => [`own@${id}`, { kind: 'scale', partition: '8', points: 5, cells: { a1: counts } }] as const),
    ]),
    dimensions: Object.fromEntries(entries.map(([id, cells]) => [`service@${id}`, { partition: `8:provider:${id}`, items: [`ISQ-01@${id}`], cells: Object.fromEntries(cells.map(([, n, index], at) => [`a${at + 1}`, { n, sum: n * index }])) }])),
    cuts: [], correlations: null, comments: [], audit: { minimumSupport: 5, dropped: [], steps: 0 }, receipts: null, previous: null,
  };
}

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
    const [few] = serviceMatrix(releaseOf({ it: [['north', 8, 95]], legal: [['north', 200, 50]], ops: [['north', 200, 52]] }), ['it', 'legal', 'ops']);
    expect(few!.adjusted!).toBeLessThan(95);
    expect(few!.adjusted!).toBeGreaterThan(50);
  });

  test('the own estimate stands beside what customers said, where there is one', () => {
    const [it, legal] = serviceMatrix(releaseOf(alike, { it: [0, 0, 0, 0, 9] }), ['it', 'legal']);
    expect([it!.own, legal!.own]).toEqual([{ n: 9, index: 100 }, null]);
  });
});
