// One line over surveys. It stops where two surveys cannot be compared.
import type { TrendChart } from '#app/domain/reports/document/document.ts';
import { useText } from '#app/ui/text.ts';

const [width, height, margin] = [320, 90, 12] as const;

type Placed = TrendChart['points'][number] & { readonly x: number };

export function ReportLine({ chart: { points, scale, limits } }: { chart: TrendChart }) {
  const text = useText();
  const [from, to] = scale;
  const y = (value: number) => margin + ((to - value) / (to - from)) * (height - 2 * margin);
  const placed = points.map((point, at): Placed => ({ ...point, x: margin + (points.length < 2 ? 0.5 : at / (points.length - 1)) * (width - 2 * margin) }));
  const last = points.at(-1);
  return (
    <div className="report-line">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {limits && [limits.lower, limits.upper].map((value) => <line key={value} className="limit" x1={margin} x2={width - margin} y1={y(value)} y2={y(value)} />)}
        {placed.slice(1).map((point, at) => {
          const before = placed[at];
          if (!before || point.broken || point.value === null || before.value === null) return null;
          return <line key={point.day} className="range" x1={before.x} x2={point.x} y1={y(before.value)} y2={y(point.value)} />;
        })}
        {placed.map(({ day, x, value, low, high }) =>
          value === null ? null : (
            <g key={day}>
              {low !== null && high !== null && <line className="axis" x1={x} x2={x} y1={y(low)} y2={y(high)} />}
              <circle cx={x} cy={y(value)} r="4" />
            </g>
          ),
        )}
      </svg>
      {last?.value !== null && last && (
        <p className="num">
          {last.value} <small className="quiet">{text.day(last.day)}</small>
        </p>
      )}
    </div>
  );
}
