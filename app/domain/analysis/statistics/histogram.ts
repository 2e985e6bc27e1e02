// Everything about one question in one group follows from its histogram: people per point, first point first, as answered.
// Reversal happens here and nowhere else, so that «high» means good in every figure.

export type Counts = readonly number[];

export interface Shares {
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

export const sumOf = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

/** Adds histograms of the same question over disjoint groups. */
export function added(histograms: readonly Counts[]): number[] {
  const sums = new Array<number>(histograms[0]?.length ?? 0).fill(0);
  for (const one of histograms) {
    for (let point = 0; point < sums.length; point += 1) sums[point] = (sums[point] as number) + (one[point] as number);
  }
  return sums;
}

/** Lowest score first: a reversed question is turned round. */
export const scored = (counts: Counts, reverse: boolean): Counts => (reverse ? [...counts].reverse() : counts);

/** People above, at and below the middle of a scale; an even number of points has no middle. */
export function scaleShares(counts: Counts): Shares {
  const middle = (counts.length - 1) / 2;
  const people = (wanted: (distance: number) => boolean) =>
    counts.reduce((sum, count, point) => (wanted(point - middle) ? sum + count : sum), 0);
  return {
    favourable: people((distance) => distance > 0),
    neutral: people((distance) => distance === 0),
    unfavourable: people((distance) => distance < 0),
  };
}

/** Promoters (9–10), passives (7–8) and detractors (0–6) of a recommendation. */
export function recommendShares(counts: Counts): Shares {
  return {
    favourable: sumOf(counts.slice(9)),
    neutral: sumOf(counts.slice(7, 9)),
    unfavourable: sumOf(counts.slice(0, 7)),
  };
}

export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sample variance (n − 1); 0 where there is one answer. */
  readonly variance: number;
}

/** Mean and variance of 1 … points. */
export function moments(counts: Counts): Moments {
  const n = sumOf(counts);
  if (n === 0) return { n: 0, mean: Number.NaN, variance: 0 };
  const mean = counts.reduce((sum, count, point) => sum + count * (point + 1), 0) / n;
  const squares = counts.reduce((sum, count, point) => sum + count * (point + 1 - mean) ** 2, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}

/** The same moments on the scale 0–100. */
export function indexMoments(counts: Counts): Moments {
  const { n, mean, variance } = moments(counts);
  const step = 100 / (counts.length - 1);
  return { n, mean: (mean - 1) * step, variance: variance * step * step };
}
