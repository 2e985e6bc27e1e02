// Steps on time, month by month, with the range in which the line moves by itself; without enough months the table alone.
import { useMemo } from 'react';
import type { MonthOfWork } from '#app/domain/plans/progress-figures.ts';
import type { Text } from '#app/text/text.ts';
import { TrendLine, type TrendDot } from '../charts/trend-line.tsx';
import { useText } from '../text.ts';
import { partText } from './progress-tiles.tsx';
import { whole } from '#app/domain/kernel/rounding.ts';

interface Props {
  readonly months: readonly MonthOfWork[];
  readonly limits: { readonly centre: number; readonly upper: number; readonly lower: number; readonly signal: boolean } | null;
  readonly fewest: number;
}

const percentOf = ({ stepsOnTime: { part, of } }: MonthOfWork): number | null => (of === 0 ? null : whole((100 * part) / of));

/** A month without a due step is a gap, not zero per cent. */
export const monthDotsOf = (months: readonly MonthOfWork[]): TrendDot[] => months.map((month) => ({ label: month.month, index: percentOf(month), interval: null, broken: false }));

export function ProgressMonths({ months, limits, fewest }: Props) {
  const text = useText();
  const dots = useMemo(() => monthDotsOf(months), [months]);
  const drawnLimits = useMemo(() => limits && { ...limits, since: 0 }, [limits]);
  const names = useMemo(() => ({ index: text('progress.months.share'), interval: text('progress.months.share'), limit: text('progress.months.limit') }), [text]);
  if (!limits) {
    const counted = months.filter(({ stepsOnTime }) => stepsOnTime.of > 0).length;
    return (
      <div className="stack">
        <p className="quiet">{text('progress.months.few', { fewest, n: counted })}</p>
        {months.length > 0 && (
          <div className="scroll" tabIndex={0} role="group" aria-label={text('progress.months')}>
            <MonthTable months={months} />
          </div>
        )}
      </div>
    );
  }
  const { lower, upper } = limits;
  return (
    <TrendLine finding={findingOf(text, months, limits.signal)} label={text('progress.months.label', { lower, upper })} dots={dots} limits={drawnLimits} names={names}>
      <MonthTable months={months} />
    </TrendLine>
  );
}

function findingOf(text: Text, months: readonly MonthOfWork[], signal: boolean): string {
  const last = months.findLast(({ stepsOnTime }) => stepsOnTime.of > 0);
  if (!last) return text('progress.months');
  return text(signal ? 'progress.months.signal' : 'progress.months.now', { month: last.month, percent: percentOf(last) ?? 0 });
}

function MonthTable({ months }: Pick<Props, 'months'>) {
  const text = useText();
  return (
    <table className="table">
      <caption className="visually-hidden">{text('progress.months')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('progress.months.month')}</th>
          <th scope="col" className="num">{text('progress.months.steps')}</th>
          <th scope="col" className="num">{text('progress.months.answers')}</th>
          <th scope="col" className="num">{text('progress.months.days')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, stepsOnTime, answers }) => (
          <tr key={month}>
            <th scope="row" className="month">
              {month}
            </th>
            <td className="num">{partText(text, stepsOnTime)}</td>
            <td className="num">{answers.n}</td>
            <td className="num">{answers.median ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
