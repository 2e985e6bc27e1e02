// What customers gave over the service surveys, drawn and as a table: a line that begins anew where the provider or its customers are others.
import { useMemo } from 'react';
import type { ServiceMoved } from '#app/domain/reports/service-moved.ts';
import { TrendLine } from '../../charts/trend-line.tsx';
import { useText } from '../../text.ts';

export function ServiceLine({ name, moved: { points } }: { readonly name: string; readonly moved: ServiceMoved }) {
  const text = useText();
  const dots = useMemo(() => points.map(({ closed, index, interval, broken }) => ({ label: closed.slice(0, 7), index, interval, broken: broken !== null })), [points]);
  const names = useMemo(() => ({ index: text('results.levels.index'), interval: text('results.levels.interval'), limit: text('results.trend.limit') }), [text]);
  const adjusted = points.some((point) => point.adjusted !== null);
  return (
    <TrendLine finding={text('service.line', { provider: name })} label={text('results.trend.label')} dots={dots} limits={null} names={names}>
      <table className="table">
        <caption className="visually-hidden">{text('service.line', { provider: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.trend.survey')}</th>
            <th scope="col" className="num">{text('results.levels.index')}</th>
            <th scope="col" className="num">{text('results.levels.interval')}</th>
            {adjusted && <th scope="col" className="num">{text('service.adjusted.short')}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.survey}>
              <th scope="row">
                {point.title}
                <br />
                <small className="quiet">
                  {text.day(point.closed)} · {text('results.n', { n: point.n })}
                </small>
              </th>
              <td className="num">{point.index}</td>
              <td className="num">
                {text('results.range', { low: point.interval[0], high: point.interval[1] })}
                {point.broken !== null && point.broken !== 'first-wave' && <small className="quiet"> · {text(`results.broken.${point.broken}`)}</small>}
              </td>
              {adjusted && <td className="num">{point.adjusted ?? '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TrendLine>
  );
}
