// The figure of a slide, large and without a script; each value is written beside its mark.
import type { SlideChart, SlideFigure as Figure, SlideShares, SlideTable } from '#app/domain/reports/document/slide.ts';

export function SlideFigure({ figure }: { figure: Figure }) {
  if (figure.kind === 'table') return <Rows table={figure} />;
  if (figure.kind === 'shares') return <Shares chart={figure} />;
  return figure.kind === 'bars' ? <Bars chart={figure} /> : <Line chart={figure} />;
}

function Rows({ table: { caption, heads, rows } }: { table: SlideTable }) {
  const isNumber = (at: number) => rows.some((row) => row[at]?.isNumber);
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="slide-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={isNumber(at) ? 'num' : undefined}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map(({ text }, at) => (at === 0 ? <th key={at} scope="row">{text}</th> : <td key={at} className={isNumber(at) ? 'num' : undefined}>{text}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const partOf = (value: number, [low, high]: SlideChart['scale']): number => (100 * (value - low)) / (high - low);

function Bars({ chart: { points, scale, alternative } }: { chart: SlideChart }) {
  return (
    <ul className="slide-bars" aria-label={alternative} data-many={points.length > 9 || undefined}>
      {points.map(({ label, value }) => (
        <li key={label}>
          <span>{label}</span>
          <span className="slide-bar" aria-hidden="true">{value !== null && <span style={{ inlineSize: `${partOf(value, scale)}%` }} />}</span>
          <span className="num strong">{value ?? ''}</span>
        </li>
      ))}
    </ul>
  );
}

const classes = ['unf', 'neu', 'fav'] as const;

function Shares({ chart: { parts, rows, alternative } }: { chart: SlideShares }) {
  return (
    <div className="slide-shares">
      <ul className="legend" aria-hidden="true">
        {parts.map((part, at) => (
          <li key={part} data-class={classes[at]}>{part}</li>
        ))}
      </ul>
      <ul className="slide-bars" aria-label={alternative}>
        {rows.map(({ label, shares }) => (
          <li key={label}>
            <span>{label}</span>
            <span className="three-parts" aria-hidden="true">
              {shares.map((share, at) => (
                <span key={parts[at]} data-class={classes[at]} style={{ inlineSize: `${share}%` }} />
              ))}
            </span>
            <span className="num strong">
              <span className="visually-hidden">{parts.join(', ')}: </span>
              {shares.join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const [width, height, margin] = [1_000, 300, 60] as const;

function Line({ chart: { points, scale, alternative } }: { chart: SlideChart }) {
  const x = (at: number) => (points.length < 2 ? width / 2 : margin + (at / (points.length - 1)) * (width - 2 * margin));
  const y = (value: number) => height - margin - (partOf(value, scale) / 100) * (height - 2 * margin);
  const placed = points.map((point, at) => ({ ...point, x: x(at), y: point.value === null ? null : y(point.value) }));
  return (
    <figure className="slide-line">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line className="axis" x1={margin} x2={width - margin} y1={height - margin} y2={height - margin} />
        {placed.slice(1).map((point, at) => {
          const before = placed[at];
          return before && before.y !== null && point.y !== null ? <line key={point.label} className="range" x1={before.x} y1={before.y} x2={point.x} y2={point.y} /> : null;
        })}
        {placed.map(({ label, value, x: across, y: down }) =>
          down === null ? null : (
            <g key={label}>
              <circle cx={across} cy={down} r="9" />
              <text x={across} y={down - 22} textAnchor="middle">{value}</text>
            </g>
          ),
        )}
      </svg>
      <ul className="slide-days" aria-label={alternative}>
        {points.map(({ label, value }) => (
          <li key={label}>
            {label}
            <span className="visually-hidden">: {value ?? ''}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
