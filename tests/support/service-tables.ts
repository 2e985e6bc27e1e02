// Releases of providers by their tables alone, for figures that are known from elsewhere.
import { day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import type { Release } from '#app/domain/publication/release/release.ts';

export type Cell = readonly [customers: string, n: number, index: number];

/** A release of one item for each provider, answered alike by everybody of a cell as far as the sums tell. */
export function releaseOf(providers: Readonly<Record<string, readonly Cell[]>>, own: Readonly<Record<string, readonly number[]>> = {}): Release {
  const entries = Object.entries(providers);
  const spread = (n: number): number[] => [0, Math.floor(n / 2), 0, n - Math.floor(n / 2), 0];
  return {
    release: 1, survey: { id: 's', title: inAll('S'), closed: day('2026-11-20') }, manifest: null, k: 5,
    counts: { invited: null, papers: null, reissued: null, ballots: 100, moved: null },
    partitions: Object.fromEntries(entries.map(([id, cells]) => [`8:provider:${id}`, { atoms: cells.map(([customer, n], at) => ({ id: `a${at + 1}`, departments: customer.split(' '), invited: n, answered: n })), departments: [] }])),
    items: Object.fromEntries([
      ...entries.map(([id, cells]) => [`ISQ-01@${id}`, { kind: 'scale', partition: `8:provider:${id}`, points: 5, cells: Object.fromEntries(cells.map(([, n], at) => [`a${at + 1}`, spread(n)])) }] as const),
      ...Object.entries(own).map(([id, counts]) => [`own@${id}`, { kind: 'scale', partition: '8', points: 5, cells: { a1: counts } }] as const),
    ]),
    dimensions: Object.fromEntries(entries.map(([id, cells]) => [`service@${id}`, { partition: `8:provider:${id}`, items: [`ISQ-01@${id}`], cells: Object.fromEntries(cells.map(([, n, index], at) => [`a${at + 1}`, { n, sum: n * index }])) }])),
    cuts: [], correlations: null, comments: [], audit: { minimumSupport: 5, dropped: [], steps: 0 }, receipts: null, previous: null,
  };
}
