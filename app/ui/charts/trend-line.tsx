// One figure over the surveys: a line that stops where a department was put together differently or a question reads differently.
import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { ChartFigure } from './chart-figure.tsx';
import type { Palette } from './palette.ts';

export interface TrendDot {
  readonly label: string;
  readonly index: number | null;
  readonly interval: readonly [number, number] | null;
  /** The line does not come from the point before. */
  readonly broken: boolean;
}

interface Props {
  readonly finding: ReactNode;
  readonly label: string;
  readonly dots: readonly TrendDot[];
  readonly limits: { readonly centre: number; readonly upper: number; readonly lower: number; readonly since: number } | null;
  readonly names: { readonly index: string; readonly interval: string; readonly limit: string };
  readonly height?: number;
  readonly menu?: ReactNode;
  readonly children: ReactNode;
}

export function TrendLine({ finding, label, dots, limits, names, height = 200, menu, children }: Props) {
  const draw = useCallback((palette: Palette) => trendChartOf({ dots, limits, names }, palette), [dots, limits, names]);
  return (
    <ChartFigure finding={finding} label={label} height={height} draw={draw} menu={menu}>
      {children}
    </ChartFigure>
  );
}

/** What is drawn: a line with gaps, bars of the interval, and the limits from the survey on for which they hold. */
export function trendChartOf({ dots, limits, names }: Pick<Props, 'dots' | 'limits' | 'names'>, palette: Palette): ChartConfiguration {
  const [own] = palette.series;
  const level = (value: number) => ({
    type: 'line' as const,
    label: names.limit,
    data: dots.map((_, at) => (limits && at >= limits.since ? value : null)) as never,
    borderColor: palette.muted,
    borderDash: [4, 4],
    borderWidth: 1,
    pointRadius: 0,
    order: 3,
  });
  return {
    type: 'bar',
    data: {
      labels: dots.map((dot) => dot.label),
      datasets: [
        {
          type: 'line' as const,
          label: names.index,
          data: dots.map((dot) => dot.index) as never,
          borderColor: own,
          borderWidth: 2,
          pointBackgroundColor: own,
          pointBorderColor: palette.surface,
          pointBorderWidth: 2,
          pointRadius: 5,
          segment: { borderColor: (context: { p1DataIndex: number }) => (dots[context.p1DataIndex]?.broken ? 'transparent' : undefined) },
          order: 1,
        },
        { type: 'bar' as const, label: names.interval, data: dots.map((dot) => dot.interval) as never, backgroundColor: `${own}40`, barThickness: 8, borderRadius: 4, order: 2 },
        ...(limits ? [level(limits.upper), level(limits.centre), level(limits.lower)] : []),
      ] as never,
    },
    options: {
      scales: {
        x: { grid: { display: false }, border: { color: palette.line }, ticks: { color: palette.muted, maxRotation: 0, autoSkipPadding: 12 } },
        y: { ...rangeOf(dots), grid: { color: palette.line }, border: { display: false }, ticks: { color: palette.muted, stepSize: 20 } },
      },
    },
  };
}

// At least sixty points high, so that a step of five looks like one, in steps of twenty.
function rangeOf(dots: readonly TrendDot[]): { min: number; max: number } {
  const values = dots.flatMap((dot) => dot.interval ?? (dot.index === null ? [] : [dot.index]));
  if (values.length === 0) return { min: 0, max: 100 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const height = Math.min(100, Math.max(60, Math.ceil((high - low + 10) / 20) * 20));
  const min = Math.max(0, Math.min(100 - height, Math.round(((low + high) / 2 - height / 2) / 10) * 10));
  return { min, max: min + height };
}
