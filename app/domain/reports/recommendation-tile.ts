// The recommendation score (eNPS) as one figure with what it is made of; hidden below twenty answers, where one person moves it by ten points.
import { rungOf } from '../analysis/statistics/ladder.ts';
import { predictiveInterval } from '../analysis/statistics/predictive-interval.ts';
import { readFor, sharesOf } from '../analysis/readings.ts';
import { recommendationScore, stratifiedScoreInterval } from '../analysis/statistics/recommendation-score.ts';
import { sizeOf } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import { rounded } from './figures-shown.ts';
import type { Labels } from './labels.ts';
import { wholeShares } from '../kernel/rounding.ts';

export interface RecommendationTile {
  readonly text: string;
  readonly n: number;
  /** −100 … 100. */
  readonly score: number;
  readonly interval: readonly [number, number];
  /** Whole per cents that add up to 100: 0–6, 7–8, 9–10. */
  readonly shares: readonly [detractors: number, passives: number, promoters: number];
}

const values = [...Array<number>(7).fill(-100), 0, 0, 100, 100];

/** Null where it was not asked or too few answered. */
export function recommendationTile(wave: Wave, department: string, labels: Labels): RecommendationTile | null {
  const asked = Object.entries(wave.release.items).find(([id, item]) => item.kind === 'recommend' && !wave.ofSome.some(({ question }) => question.id === id));
  const reading = asked && readFor(wave, { kind: 'item', id: asked[0] }, department);
  if (!asked || !reading?.counts || !rungOf(reading.moments.n).recommendation) return null;
  const shares = sharesOf(asked[1], reading.counts);
  const { score, interval } = recommendationScore(shares);
  const invited = sizeOf(reading.group);
  const { strata } = reading;
  // Inside a department the people who did not answer are few and known in number.
  const own = strata && strata.length > 1 ? stratifiedScoreInterval(strata) : department === wave.root || invited === null || invited <= reading.moments.n ? interval : predictiveInterval(reading.counts, Math.max(invited, reading.moments.n), values);
  const [detractors = 0, passives = 0, promoters = 0] = wholeShares([shares.unfavourable, shares.neutral, shares.favourable]);
  const within = (value: number) => Math.min(100, Math.max(-100, rounded(value)));
  return { text: labels.questionText(asked[0]), n: reading.moments.n, score: rounded(score), interval: [within(own[0]), within(own[1])], shares: [detractors, passives, promoters] };
}
