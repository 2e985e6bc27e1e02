// The charts of a report, drawn without a script so that they are there on paper and in a browser without JavaScript. The figures of each
// are written beside its marks.
import type { Chart, IntervalChart, MatrixChart, ShareChart } from '#app/domain/reports/document/document.ts';
import { stepOf } from '#app/domain/reports/heat-view.ts';
import { useText } from '#app/ui/text.ts';
import { ReportLine } from './report-line.tsx';

interface Props {
  readonly chart: Chart;
  /** Address of the chart as a file without its ending, and the query that says whose report; absent where there is none. */
  readonly picture: ((id: string, ending: 'svg' | 'png') => string) | undefined;
}

export function ReportChart({ chart, picture }: Props) {
  return (
    <figure className="report-figure" aria-label={chart.alternative}>
      <p className="report-caption">{chart.caption}</p>
      <Drawn chart={chart} />
      <figcaption>{chart.source}</figcaption>
      {picture && <PictureFiles chart={chart} picture={picture} />}
    </figure>
  );
}

function PictureFiles({ chart, picture }: { chart: Chart; picture: NonNullable<Props['picture']> }) {
  const text = useText();
  return (
    <p className="no-print small row">
      {(['svg', 'png'] as const).map((ending) => (
        <a key={ending} href={picture(chart.id, ending)} download aria-label={text('report.picture.named', { chart: chart.caption, kind: ending.toUpperCase() })}>
          {text('report.picture', { kind: ending.toUpperCase() })}
        </a>
      ))}
    </p>
  );
}

function Drawn({ chart }: { chart: Chart }) {
  switch (chart.shape) {
    case 'intervals':
      return <Intervals chart={chart} />;
    case 'trend':
      return <ReportLine chart={chart} />;
    case 'shares':
      return <Shares chart={chart} />;
    case 'matrix':
      return <Matrix chart={chart} />;
  }
}

function Intervals({ chart: { rows, scale } }: { chart: IntervalChart }) {
  const text = useText();
  const [from, to] = scale;
  const at = (value: number) => `${(100 * (value - from)) / (to - from)}%`;
  return (
    <ul className="report-bars">
      {rows.map(({ label, value, low, high, people }) => (
        <li key={label}>
          <span>
            {label} <small className="quiet">{text('results.n', { n: people })}</small>
          </span>
          <svg aria-hidden="true" height="16" width="100%">
            <line className="axis" x1="0" x2="100%" y1="8" y2="8" />
            <line className="range" x1={at(low)} x2={at(high)} y1="8" y2="8" />
            <circle cx={at(value)} cy="8" r="5" />
          </svg>
          <span className="num">
            {value} <small className="quiet">{text('results.range', { low, high })}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

const classes = ['unf', 'neu', 'fav'] as const;

function Shares({ chart: { rows, parts } }: { chart: ShareChart }) {
  const text = useText();
  return (
    <ul className="report-bars">
      {rows.map(({ label, people, shares }) => (
        <li key={label}>
          <span>
            {label} <small className="quiet">{text('results.n', { n: people })}</small>
          </span>
          <span className="three-parts" aria-hidden="true">
            {shares.map((share, at) => (
              <span key={at} data-class={classes[at]} style={{ inlineSize: `${share}%` }} />
            ))}
          </span>
          <span className="num">
            <span className="visually-hidden">{parts.join(', ')}: </span>
            {shares.join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const marks = { up: '▲', down: '▼' } as const;

function Matrix({ chart: { caption, columns, rows } }: { chart: MatrixChart }) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="map report-map">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, depth, cells }) => (
            <tr key={label}>
              <th scope="row" data-depth={depth}>{label}</th>
              {cells.map((cell, at) =>
                cell ? (
                  <td key={at} data-step={stepOf(cell.value)}>
                    {cell.value}
                    {cell.mark && <span className="mark">{marks[cell.mark]}</span>}
                  </td>
                ) : (
                  <td key={at} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
