// One question in one group, as far as its number of answers allows.
import { expectationOf, type ExpectationBand } from '../analysis/expectation.ts';
import { added, sumOf } from '../analysis/histogram.ts';
import { decimalsOfMean, rungOf } from '../analysis/ladder.ts';
import { distributionOf, levelOf } from '../analysis/level.ts';
import { readFor, sharesOf, type Reading } from '../analysis/readings.ts';
import { reasonsOf } from '../analysis/reasons.ts';
import { recommendationScore } from '../analysis/recommendation-score.ts';
import type { Agreement } from '../analysis/agreement.ts';
import type { Wave } from '../analysis/wave.ts';
import type { ReleasedItem } from '../publication/release.ts';
import { levelView, percentOf, rounded, shareView, type DifferenceView, type LevelView, type ShareView } from './figures-shown.ts';
import type { GroupView, Labels } from './labels.ts';
import { questionChange, type WhoseQuestion } from './question-change.ts';

export interface SharesView {
  /** Whole per cents. */
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

export interface QuestionView {
  readonly id: string;
  readonly text: string;
  readonly group: GroupView;
  readonly level: LevelView;
  /** In scale points, to the decimals the number of answers carries; null for a recommendation. */
  readonly mean: number | null;
  /** A whole favourable share is the one thing every rung may say. */
  readonly favourable: ShareView;
  readonly shares: SharesView | null;
  /** People per point, lowest score first, with its words; null below ten answers and for a recommendation. */
  readonly points: readonly { readonly label: string; readonly people: number }[] | null;
  readonly agreement: Agreement | null;
  /** Promoters minus detractors with its interval; null below twenty answers or for a scale. */
  readonly recommendation: { readonly score: number; readonly interval: readonly [number, number] } | null;
  readonly change: DifferenceView;
  readonly reasons: readonly { readonly label: string; readonly people: number }[];
  readonly reasonsBallots: number | null;
}

export interface Looked extends WhoseQuestion {
  readonly labels: Labels;
}

/** Null where nothing is published for the question or too few answered it. */
export function questionView(looked: Looked, id: string): QuestionView | null {
  const { wave, department, labels } = looked;
  const item = wave.release.items[id];
  const reading = item && readFor(wave, { kind: 'item', id }, department);
  const level = reading && levelOf(reading);
  if (!item || !reading || !level || !reading.counts) return null;
  const shares = sharesOf(item, reading.counts);
  const distribution = distributionOf(reading, shares);
  const n = reading.moments.n;
  return {
    id,
    text: labels.questionText(id),
    group: labels.group(department, reading.group),
    level: levelView(level),
    mean: item.kind === 'scale' ? meanShown(reading, item.points) : null,
    favourable: shareView(shares.favourable, n, distribution?.favourableInterval ?? null),
    shares: distribution && {
      favourable: percentOf(shares.favourable, n),
      neutral: percentOf(shares.neutral, n),
      unfavourable: percentOf(shares.unfavourable, n),
    },
    points: pointsOf(labels, id, item, distribution?.counts ?? null),
    agreement: distribution?.agreement ?? null,
    recommendation: item.kind === 'recommend' && rungOf(n).recommendation ? recommendationView(shares) : null,
    change: questionChange(looked, id),
    ...reasonsShown(looked, id),
  };
}

function meanShown({ moments }: Reading, points: number): number {
  const mean = 1 + (moments.mean * (points - 1)) / 100;
  const factor = 10 ** decimalsOfMean(moments.n);
  return Math.round(mean * factor) / factor;
}

function pointsOf(labels: Labels, id: string, item: ReleasedItem, counts: readonly number[] | null): QuestionView['points'] {
  const question = labels.question(id);
  if (!counts || item.kind !== 'scale') return null;
  const words = question?.kind === 'scale' ? question.labels.map((label) => labels.of(label)) : counts.map((_, at) => String(at + 1));
  const ordered = item.reverse ? [...words].reverse() : words;
  return counts.map((people, at) => ({ label: ordered[at] ?? String(at + 1), people }));
}

function recommendationView(shares: Parameters<typeof recommendationScore>[0]): QuestionView['recommendation'] {
  const { score, interval } = recommendationScore(shares);
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
  /** Whole per cents. */
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
  const [below = 0, met = 0, above = 0] = added(group.atoms.flatMap((atom) => (item.cells[atom] ? [item.cells[atom]] : [])));
  const n = below + met + above;
  if (!rungOf(n).distribution) return null;
  const share = (people: number) => percentOf(people, n);
  return { id, dimension: labels.questionText(id), group: labels.group(department, group), n, below: share(below), met: share(met), above: share(above), band: bandOf(wave, id, department) };
}

function bandOf(wave: Wave, id: string, department: string): ExpectationBand | null {
  const means = ['experienced', 'expected'].map((side) => {
    const reading = readFor(wave, { kind: 'item', id: `${id}:${side}` }, department);
    return reading?.counts && sumOf(reading.counts) > 0 ? 1 + (reading.moments.mean * (reading.counts.length - 1)) / 100 : 0;
  });
  const [experienced = 0, expected = 0] = means;
  return experienced > 0 && expected > 0 ? expectationOf(experienced, expected).band : null;
}
