// One question in one group, as far as its number of answers allows.
import { expectationOf, type ExpectationBand } from '../analysis/statistics/expectation.ts';
import { sumOf } from '../analysis/statistics/histogram.ts';
import { decimalsOfMean, rungOf } from '../analysis/statistics/ladder.ts';
import { distributionOf, levelOf } from '../analysis/level.ts';
import { addedCells, readFor, sharesOf, type Reading } from '../analysis/readings.ts';
import { reasonsOf } from '../analysis/words/reasons.ts';
import { recommendationScore, stratifiedScoreInterval } from '../analysis/statistics/recommendation-score.ts';
import type { Agreement } from '../analysis/statistics/agreement.ts';
import type { Wave } from '../analysis/wave.ts';
import type { ReleasedItem } from '../publication/release/release.ts';
import { fixed, wholeShares } from '../kernel/rounding.ts';
import { outsideViews, type OutsideView } from './outside-view.ts';
import type { Yardsticks } from '../analysis/priorities/yardsticks.ts';
import { levelView, pointShares, rounded, sharesView, shareView, type DifferenceView, type LevelView, type SharesView, type ShareView } from './figures-shown.ts';
import type { GroupView, Labels } from './labels.ts';
import { questionChange, type WhoseQuestion } from './question-change.ts';

export interface QuestionView {
  readonly id: string;
  readonly text: string;
  readonly group: GroupView;
  readonly level: LevelView;
  /** In scale points, to the decimals that the answers of every question beside it carry; null for a recommendation. */
  readonly mean: string | null;
  /** A whole favourable share is the one thing every rung may say. */
  readonly favourable: ShareView;
  readonly shares: SharesView | null;
  /** People per point, lowest score first, with its words; null below ten answers and for a recommendation. */
  readonly points: readonly { readonly label: string; readonly people: number; readonly percent: number }[] | null;
  readonly agreement: Agreement | null;
  /** Promoters minus detractors with its interval; null below twenty answers or for a scale. */
  readonly recommendation: { readonly score: number; readonly interval: readonly [number, number] } | null;
  readonly change: DifferenceView;
  readonly outside: readonly OutsideView[];
  readonly reasons: readonly { readonly label: string; readonly people: number }[];
  readonly reasonsBallots: number | null;
}

export interface Looked extends WhoseQuestion {
  readonly labels: Labels;
  /** None unless told. */
  readonly yardsticks?: Yardsticks | undefined;
}

/** Questions of one table: their means have the same decimals, those of the one with the fewest answers. What too few answered is left out. */
export function questionViews(looked: Looked, ids: readonly string[]): QuestionView[] {
  const answers = ids.flatMap((id) => readFor(looked.wave, { kind: 'item', id }, looked.department)?.moments.n ?? []).filter((n) => rungOf(n).level);
  const decimals = decimalsOfMean(Math.min(...answers));
  return ids.flatMap((id) => questionView(looked, id, decimals) ?? []);
}

/** Null where nothing is published for the question or too few answered it. */
function questionView(looked: Looked, id: string, decimals: number): QuestionView | null {
  const { wave, department, labels } = looked;
  const item = wave.release.items[id];
  const reading = item && readFor(wave, { kind: 'item', id }, department);
  const level = reading && levelOf(reading);
  if (!item || !reading || !level || !reading.counts) return null;
  const shares = sharesOf(item, reading.counts);
  const distribution = distributionOf(reading, shares);
  const n = reading.moments.n;
  const classes = distribution && sharesView(shares);
  return {
    id,
    text: labels.questionText(id),
    group: labels.group(department, reading.group),
    level: levelView(level),
    mean: item.kind === 'scale' ? fixed(meanOf(reading, item.points), decimals) : null,
    favourable: shareView(shares.favourable, n, level.repeatability === null ? (distribution?.favourableInterval ?? null) : null),
    shares: classes,
    points: classes && pointsOf({ labels, id, item }, distribution?.counts ?? null, classes),
    agreement: distribution?.agreement ?? null,
    recommendation: item.kind === 'recommend' && rungOf(n).recommendation ? recommendationView(shares, reading.strata ?? []) : null,
    change: questionChange(looked, id, reading.moments.mean),
    outside: outsideViews(looked.yardsticks, { kind: 'item', id }),
    ...reasonsShown(looked, id),
  };
}

const meanOf = ({ moments }: Reading, points: number): number => 1 + (moments.mean * (points - 1)) / 100;

interface Asked {
  readonly labels: Labels;
  readonly id: string;
  readonly item: ReleasedItem;
}

function pointsOf({ labels, id, item }: Asked, counts: readonly number[] | null, classes: SharesView): QuestionView['points'] {
  const question = labels.question(id);
  if (!counts || item.kind !== 'scale') return null;
  const words = question?.kind === 'scale' ? question.labels.map((label) => labels.of(label)) : counts.map((_, at) => String(at + 1));
  const ordered = item.reverse ? [...words].reverse() : words;
  const percents = counts.length === 5 ? pointShares(counts, classes) : wholeShares(counts);
  return counts.map((people, at) => ({ label: ordered[at] ?? String(at + 1), people: rounded(people), percent: percents[at] as number }));
}

function recommendationView(shares: Parameters<typeof recommendationScore>[0], strata: NonNullable<Reading['strata']>): QuestionView['recommendation'] {
  const { score, interval: simple } = recommendationScore(shares);
  const interval = strata.length > 1 ? stratifiedScoreInterval(strata) : simple;
  return { score: rounded(score), interval: [rounded(interval[0]), rounded(interval[1])] };
}

function reasonsShown({ wave, department, labels }: Looked, id: string): Pick<QuestionView, 'reasons' | 'reasonsBallots'> {
  const reasons = reasonsOf(wave, id, department);
  return {
    reasons: reasons?.options.map((option) => ({ label: labels.option(id, option.id), people: option.people })) ?? [],
    reasonsBallots: reasons?.ballots ?? null,
  };
}

export interface ExpectationView {
  readonly id: string;
  readonly dimension: string;
  readonly group: GroupView;
  readonly n: number;
  /** Whole per cents; the three add up to 100. */
  readonly below: number;
  readonly met: number;
  readonly above: number;
  readonly band: ExpectationBand | null;
}

/** Experience against expectation where both were asked; null below eight answers. */
export function expectationView({ wave, department, labels }: Looked, id: string): ExpectationView | null {
  const item = wave.release.items[id];
  const group = item?.kind === 'band' ? wave.group(item.partition, department) : null;
  if (item?.kind !== 'band' || !group) return null;
  const [below = 0, met = 0, above = 0] = addedCells(wave, item, group);
  const n = rounded(below + met + above);
  if (!rungOf(n).distribution) return null;
  const [less = 0, same = 0, more = 0] = wholeShares([below, met, above]);
  return { id, dimension: labels.questionText(id), group: labels.group(department, group), n, below: less, met: same, above: more, band: bandOf(wave, id, department) };
}

function bandOf(wave: Wave, id: string, department: string): ExpectationBand | null {
  const means = ['experienced', 'expected'].map((side) => {
    const reading = readFor(wave, { kind: 'item', id: `${id}:${side}` }, department);
    return reading?.counts && sumOf(reading.counts) > 0 ? 1 + (reading.moments.mean * (reading.counts.length - 1)) / 100 : 0;
  });
  const [experienced = 0, expected = 0] = means;
  return experienced > 0 && expected > 0 ? expectationOf(experienced, expected).band : null;
}
