// Satisfaction is what people get measured by what they expect. Shares are ordinal and hold for every department; the ratio of the two means
// needs many answers and is the company's alone.
import { bandWithin, expectationOf, ratioError, ratioInterval, type ExpectationBand } from '../analysis/statistics/expectation.ts';
import { moments, scaleShares, sumOf } from '../analysis/statistics/histogram.ts';
import { rungOf } from '../analysis/statistics/ladder.ts';
import { readFor } from '../analysis/readings.ts';
import { sizeOf } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import { libraryItems } from '../surveys/questions/question-library.ts';
import { toDecimals, wholeShares } from '../kernel/rounding.ts';
import { expectationView, type Looked, type ExpectationView } from './question-view.ts';

export interface RatioView {
  /** Two decimals. */
  readonly ratio: number;
  readonly interval: readonly [number, number];
  /** Below 1, about 1, above 1; null where the interval reaches across a border. */
  readonly band: ExpectationBand | null;
}

export interface ExpectationCard extends ExpectationView {
  /** Asked as a pair for one area, or in one question about everything. */
  readonly asked: 'pair' | 'one-question';
  /** Of a pair, for the company. */
  readonly ratio: RatioView | null;
}

export function expectationCards(looked: Looked): ExpectationCard[] {
  const { wave } = looked;
  const single = libraryItems.flatMap((item) => (item.probe === 'expectation' && wave.release.items[item.id] ? (oneQuestion(looked, item.id) ?? []) : []));
  const pairs = Object.keys(wave.release.items).flatMap((id) => {
    const view = expectationView(looked, id);
    const ratio = view && looked.department === wave.root ? ratioView(wave, id) : null;
    return view ? [{ ...view, ...whole(view), asked: 'pair' as const, ratio }] : [];
  });
  return [...single, ...pairs];
}

const whole = ({ below, met, above }: Pick<ExpectationView, 'below' | 'met' | 'above'>): Pick<ExpectationView, 'below' | 'met' | 'above'> => {
  const [less = 0, same = 0, more = 0] = wholeShares([below, met, above]);
  return { below: less, met: same, above: more };
};

function oneQuestion({ wave, department, labels }: Looked, id: string): ExpectationCard | null {
  const reading = readFor(wave, { kind: 'item', id }, department);
  if (!reading?.counts || !rungOf(reading.moments.n).distribution) return null;
  const { unfavourable, neutral, favourable } = scaleShares(reading.counts);
  const shares = whole({ below: unfavourable, met: neutral, above: favourable });
  return { id, dimension: labels.questionText(id).replace(/[?？]$/, ''), group: labels.group(department, reading.group), n: reading.moments.n, ...shares, band: null, asked: 'one-question', ratio: null };
}

function ratioView(wave: Wave, id: string): RatioView | null {
  const [experienced, expected] = ['experienced', 'expected'].map((side) => readFor(wave, { kind: 'item', id: `${id}:${side}` }, wave.root));
  if (!experienced?.counts || !expected?.counts || Math.min(sumOf(experienced.counts), sumOf(expected.counts)) < 8) return null;
  const [got, hoped] = [moments(experienced.counts), moments(expected.counts)];
  const { ratio } = expectationOf(got.mean, hoped.mean);
  const n = Math.min(got.n, hoped.n);
  const error = ratioError({ ...got, n }, hoped, covarianceOf(wave, id, got.variance * hoped.variance));
  const interval = ratioInterval(ratio, error, n, sizeOf(experienced.group));
  return { ratio: two(ratio), interval: [two(interval[0]), two(interval[1])], band: bandWithin(interval) };
}

/** From fifty answers a release tells how the two go together; before, as if they did not: that can only widen the interval. */
function covarianceOf({ release: { correlations } }: Wave, id: string, variances: number): number {
  const [one, other] = ['experienced', 'expected'].map((side) => correlations?.items.indexOf(`${id}:${side}`) ?? -1) as [number, number];
  return Math.max(0, correlations?.matrix[one]?.[other] ?? 0) * Math.sqrt(variances);
}

const two = (value: number) => toDecimals(value, 2);
