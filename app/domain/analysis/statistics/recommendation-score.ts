// The recommendation score (eNPS): promoters minus detractors in points. Its steps are coarse and depend on culture, so it is
// compared with the own history only and hidden below twenty answers.
import { z975 } from './distributions.ts';
import { recommendShares, type Shares } from './histogram.ts';
import { stratifiedInterval, type Stratum } from './stratified.ts';
import type { Interval } from './proportion-intervals.ts';

export interface RecommendationScore {
  readonly score: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** Points −100 … 100 with the adjusted Wald interval (¾ promoter, ¾ detractor and 3 added to n; Rocks 2016). */
export function recommendationScore({ favourable, neutral, unfavourable }: Shares): RecommendationScore {
  const n = favourable + neutral + unfavourable;
  const adjusted = waldOf(favourable + 0.75, unfavourable + 0.75, n + 3);
  const plain = waldOf(favourable, unfavourable, n);
  const half = z975 * adjusted.error;
  return { score: plain.score, standardError: plain.error, interval: [adjusted.score - half, adjusted.score + half] };
}

/** The interval of a score put together from strata, about everybody of them. */
export function stratifiedScoreInterval(strata: readonly Stratum[]): Interval {
  const scored = strata.map((one) => {
    const { favourable, neutral, unfavourable } = recommendShares(one.counts ?? []);
    const n = favourable + neutral + unfavourable;
    const { score, error } = waldOf(favourable, unfavourable, n);
    return { ...one, moments: { n, mean: score, variance: (error * error * n * n) / Math.max(1, n - 1) } };
  });
  return stratifiedInterval(scored, [-100, 100]);
}

function waldOf(promoters: number, detractors: number, n: number): { score: number; error: number } {
  const [p, d] = [promoters / n, detractors / n];
  return { score: 100 * (p - d), error: 100 * Math.sqrt((p + d - (p - d) ** 2) / n) };
}

/** Standard error of the score as the level of a group of known size. */
export function finiteStandardError(score: RecommendationScore, n: number, size: number): number {
  return score.standardError * Math.sqrt(Math.max(0, size - n) / Math.max(1, size - 1));
}
