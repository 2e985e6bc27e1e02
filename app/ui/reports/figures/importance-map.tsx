// What matters beside how it stands, drawn and as a table.
import { useMemo } from 'react';
import type { ImportanceView } from '#app/domain/reports/importance-view.ts';
import { ImportanceDots, type ImportanceDot } from '#app/ui/charts/importance-dots.tsx';
import { FigureMenu } from './figure-menu.tsx';
import { useText } from '#app/ui/text.ts';

const importanceDotsOf = ({ points }: ImportanceView): ImportanceDot[] =>
  points.map(({ label, index, interval, importance, importanceInterval, quadrant }) => ({ label, index, interval, importance, importanceInterval, sure: quadrant !== 'between' }));

export function ImportanceMap({ view }: { view: ImportanceView }) {
  const text = useText();
  const dots = useMemo(() => importanceDotsOf(view), [view]);
  const names = useMemo(() => ({ index: text('results.levels.index'), importance: text('results.importance.share') }), [text]);
  const first = view.points.filter(({ quadrant }) => quadrant === 'concentrate').map(({ label }) => label);
  const finding = first.length > 0 ? text('results.importance.finding', { areas: text.list(first) }) : text('results.importance.finding.none');
  return (
    <ImportanceDots finding={finding} label={text('results.importance.label', { n: view.n, survey: view.hairs.survey })} dots={dots} hairs={view.hairs} names={names} menu={<FigureMenu chart="importance" name={text('report.chart.importance')} />}>
      <ImportanceTable view={view} caption={finding} />
    </ImportanceDots>
  );
}

function ImportanceTable({ view, caption }: { view: ImportanceView; caption: string }) {
  const text = useText();
  const range = (value: string | number, [low, high]: readonly [number, number]) => text('results.importance.with', { value, low, high });
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('results.importance.area')}</th>
          <th scope="col" className="num">{text('results.levels.index')}</th>
          <th scope="col" className="num">{text('results.importance.share')}</th>
          <th scope="col">{text('results.importance.where')}</th>
        </tr>
      </thead>
      <tbody>
        {[...view.points].sort((a, b) => b.importance - a.importance).map((point) => (
          <tr key={point.id}>
            <th scope="row">{point.label}</th>
            <td className="num">{range(point.index, point.interval)}</td>
            <td className="num">{range(text('results.percent', { n: point.importance }), point.importanceInterval)}</td>
            <td>{text(`results.importance.${point.quadrant}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
