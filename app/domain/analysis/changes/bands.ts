// The bands of one table against each other. A cut holds favourable and valid answers, nothing finer: favourable or not is a scale
// of two points, and the tests for scales hold for it.
import type { ReleasedCut } from '../../publication/release/release.ts';
import { differenceBetween, judgeFamily, type Difference, type Judged } from './comparison.ts';
import { indexMoments } from '../statistics/histogram.ts';
import { rungOf } from '../statistics/ladder.ts';
import type { Measured } from '../readings.ts';

export interface BandReading {
  readonly favourable: number;
  readonly n: number;
  /** All other bands of the table together, on the same question. */
  readonly rest: { readonly favourable: number; readonly n: number };
  /** Points are per cents of favourable answers; null where there are too few answers to compare question by question. */
  readonly difference: Judged | null;
}

/** Every item the cut shows, in the order of its first band. */
export const itemsOfCut = (cut: ReleasedCut): string[] => [...new Set(cut.bands.flatMap((band) => Object.keys(band.favourable)))];

/** By item, then by band. */
export type BandReadings = ReadonlyMap<string, readonly BandReading[]>;

/** All comparisons of all tables of a release are one family, whichever of them a page draws. */
export function bandReadingsOf(cuts: readonly ReleasedCut[]): BandReadings[] {
  const tables = cuts.map((cut) => itemsOfCut(cut).map((item) => ({ item, pairs: readingsOf(cut, item) })));
  const all = tables.flat().flatMap(({ pairs }) => pairs);
  const judged = judgeFamily(all.map(differenceOf));
  const verdicts = new Map(all.map((pair, at) => [pair, judged[at] ?? null]));
  return tables.map((table) => new Map(table.map(({ item, pairs }) => [item, pairs.map((pair) => ({ ...pair, difference: verdicts.get(pair) ?? null }))])));
}

// A table has no words for what is sure and small, so size decides whatever the number of answers.
function differenceOf({ favourable, n, rest }: Omit<BandReading, 'difference'>): Difference | null {
  const difference = comparable(n, rest.n) ? differenceBetween(twoPoints(rest), twoPoints({ favourable, n })) : null;
  return difference && { ...difference, large: false };
}

// A single question is compared from thirty answers on, here as everywhere.
const comparable = (n: number, others: number): boolean => rungOf(Math.min(n, others)).items;

interface Share {
  readonly favourable: number;
  readonly n: number;
}

function readingsOf(cut: ReleasedCut, item: string): Omit<BandReading, 'difference'>[] {
  const shares = cut.bands.map((band): Share => {
    const [favourable, n] = band.favourable[item] ?? [0, 0];
    return { favourable, n };
  });
  const all = shares.reduce((sum, one) => ({ favourable: sum.favourable + one.favourable, n: sum.n + one.n }), { favourable: 0, n: 0 });
  return shares.map((one) => ({ ...one, rest: { favourable: all.favourable - one.favourable, n: all.n - one.n } }));
}

function twoPoints({ favourable, n }: Share): Measured {
  const counts = [n - favourable, favourable];
  return { counts, moments: indexMoments(counts) };
}
