// Where each dimension stands: a point with the interval of those who did not answer, and a hollow one for the survey before.
import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { ChartFigure } from './chart-figure.tsx';
import type { Palette } from './palette.ts';
import { wrapped } from './wrapped.ts';

export interface LevelDot {
  readonly label: string;
  readonly index: number;
  readonly interval: readonly [number, number];
  readonly worstCase: readonly [number, number] | null;
  /** Another figure beside it: the survey before, or the company. */
  readonly other: number | null;
  /** What it should reach, and a value from outside; named in the table. */
  readonly target?: number | null;
  readonly outside?: number | null;
}

interface Props {
  readonly finding: ReactNode;
  readonly label: string;
  readonly dots: readonly LevelDot[];
  readonly names: { readonly index: string; readonly interval: string; readonly worstCase: string; readonly other: string; readonly target?: string; readonly outside?: string };
  readonly menu?: ReactNode;
  readonly children: ReactNode;
}

export function LevelDots({ finding, label, dots, names, menu, children }: Props) {
  const draw = useCallback((palette: Palette) => levelChartOf({ dots, names }, palette), [dots, names]);
  return (
    <ChartFigure finding={finding} label={label} height={dots.length * 44 + 40} draw={draw} menu={menu}>
      {children}
    </ChartFigure>
  );
}

/** What is drawn, from 0 to 100: points, rings of what they are compared with, bars of the interval and thin ones of the worst case. */
export function levelChartOf({ dots, names }: Pick<Props, 'dots' | 'names'>, palette: Palette): ChartConfiguration {
  const [own, other] = palette.series;
  const bar = (label: string, pairs: (readonly [number, number] | null)[], look: { readonly colour: string; readonly thick: number; readonly order: number }) => ({
    type: 'bar' as const,
    label,
    data: pairs.map((pair) => (pair ? [pair[0], pair[1]] : null)) as never,
    backgroundColor: look.colour,
    barThickness: look.thick,
    borderRadius: 4,
    borderSkipped: false,
    grouped: false,
    order: look.order,
  });
  const point = (label: string, values: (number | null)[], look: { readonly fill: string; readonly stroke: string; readonly order: number; readonly style?: 'triangle' | 'rectRot' }) => ({
    type: 'line' as const,
    label,
    data: values as never,
    showLine: false,
    ...(look.style && { pointStyle: look.style }),
    pointRadius: 6,
    pointHoverRadius: 7,
    pointBackgroundColor: look.fill,
    pointBorderColor: look.stroke,
    pointBorderWidth: 2,
    order: look.order,
  });
  return {
    type: 'bar',
    data: {
      labels: dots.map((dot) => wrapped(dot.label, 24)),
      datasets: [
        point(names.index, dots.map((dot) => dot.index), { fill: own, stroke: palette.surface, order: 1 }),
        point(names.other, dots.map((dot) => dot.other), { fill: palette.surface, stroke: other, order: 2 }),
        ...(dots.some((dot) => typeof dot.target === 'number') ? [point(names.target ?? '', dots.map((dot) => dot.target ?? null), { fill: palette.surface, stroke: palette.ink, order: 2, style: 'triangle' })] : []),
        ...(dots.some((dot) => typeof dot.outside === 'number') ? [point(names.outside ?? '', dots.map((dot) => dot.outside ?? null), { fill: palette.surface, stroke: palette.ink, order: 2, style: 'rectRot' })] : []),
        bar(names.interval, dots.map((dot) => dot.interval), { colour: `${own}66`, thick: 12, order: 3 }),
        bar(names.worstCase, dots.map((dot) => dot.worstCase), { colour: palette.line, thick: 3, order: 4 }),
      ] as never,
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { min: 0, max: 100, grid: { color: palette.line }, border: { display: false }, ticks: { color: palette.muted, stepSize: 25 } },
        y: { grid: { display: false }, border: { display: false }, ticks: { color: palette.ink, crossAlign: 'far', autoSkip: false } },
      },
      plugins: { tooltip: { callbacks: { title: ([item]) => dots[item?.dataIndex ?? 0]?.label ?? '' } } },
    },
  };
}
