// A figure over the surveys, drawn and as a table.
import { useMemo } from 'react';
import { lineChartId } from '#app/domain/reports/document/chart-ids.ts';
import type { TrendView } from '#app/domain/reports/trend-view.ts';
import type { Text } from '#app/text/text.ts';
import { TrendLine, type TrendDot } from '#app/ui/charts/trend-line.tsx';
import { FigureMenu } from './figure-menu.tsx';
import { useText } from '#app/ui/text.ts';

/** At points of surveys that another tool collected. */
const mark = '*';

export function TrendChart({ trend, height }: { trend: TrendView; height?: number }) {
  const text = useText();
  const { limits } = trend;
  const dots = useMemo(() => trendDotsOf(trend), [trend]);
  const names = useMemo(
    () => ({ index: text('results.levels.index'), interval: text('results.levels.interval'), limit: text('results.trend.limit') }),
    [text],
  );
  const measured = limits ? text('results.trend.label.limits', { lower: limits.lower, upper: limits.upper }) : text('results.trend.label');
  const label = trend.points.some(({ past }) => past) ? `${measured} · ${text('past.trend', { mark })}` : measured;
  return (
    <TrendLine finding={trendFinding(text, trend)} label={label} dots={dots} limits={limits} names={names} height={height} menu={<FigureMenu chart={lineChartId(trend.id)} name={trendLabel(text, trend)} />}>
      <TrendTable trend={trend} />
      {limits?.provisional && <p className="quiet small">{text('results.trend.provisional')}</p>}
      {trend.leftOut > 0 && <p className="quiet small">{text('audience.trend.left-out', { n: trend.leftOut })}</p>}
      {trend.question !== null && <p className="quiet small">{text('results.trend.question', { question: trend.question })}</p>}
    </TrendLine>
  );
}

export const trendDotsOf = ({ points }: Pick<TrendView, 'points'>): TrendDot[] =>
  points.map(({ closed, past, index, interval, broken }) => ({ label: closed.slice(0, 7) + (past ? mark : ''), index, interval, broken: broken !== null }));

/** What the line is about; a dimension whose questions changed goes by the question that was asked every time. */
function trendLabel(text: Text, { overall, question, label }: TrendView): string {
  if (overall) return text('results.overall');
  return question === null ? label : text('figures.by-question', { label });
}

function trendFinding(text: Text, trend: TrendView): string {
  const { points, limits } = trend;
  const label = trendLabel(text, trend);
  const last = points.at(-1);
  const index = last?.index ?? null;
  if (!last || index === null) return label;
  if (limits?.signal) return text(`figures.signal.${limits.signal}`, { label, index });
  const before = last.broken === null ? (points.slice(0, -1).findLast((point) => point.index !== null)?.index ?? null) : null;
  return before === null ? text('results.trend.only', { label, index }) : text('results.trend.now', { label, index, before });
}

function TrendTable({ trend }: { trend: TrendView }) {
  const text = useText();
  return (
    <table className="table">
      <caption className="visually-hidden">{trendLabel(text, trend)}</caption>
      <thead>
        <tr>
          <th scope="col">{text('results.trend.survey')}</th>
          <th scope="col" className="num">{text('results.levels.index')}</th>
          <th scope="col" className="num">{text('results.levels.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {trend.points.map((point) => (
          <tr key={point.survey}>
            <th scope="row">
              {point.title}
              <br />
              <small className="quiet">
                {text.day(point.closed)}
                {point.n !== null && ` · ${text('results.n', { n: point.n })}`}
                {point.past && ` · ${text('past.badge')}`}
                {point.asked !== null && ` · ${text('audience.short.parts', { names: point.asked })}`}
              </small>
            </th>
            <td className="num">{point.index ?? '–'}</td>
            <td className="num">
              {point.interval ? text('results.range', { low: point.interval[0], high: point.interval[1] }) : '–'}
              {point.broken !== null && point.broken !== 'first-wave' && <small className="quiet"> · {text(`results.broken.${point.broken}`)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
