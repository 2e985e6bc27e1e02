// Importance against satisfaction: a point for each area with bars for what is not known, and two lines that stay where they were.
import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { ChartFigure } from './chart-figure.tsx';
import type { Palette } from './palette.ts';

export interface ImportanceDot {
  readonly label: string;
  readonly index: number;
  readonly interval: readonly [number, number];
  readonly importance: number;
  readonly importanceInterval: readonly [number, number];
  /** Its quadrant is sure. */
  readonly sure: boolean;
}

interface Props {
  readonly finding: ReactNode;
  readonly label: string;
  readonly dots: readonly ImportanceDot[];
  readonly hairs: { readonly index: number; readonly importance: number };
  readonly names: { readonly index: string; readonly importance: string };
  readonly menu?: ReactNode;
  readonly children: ReactNode;
}

export function ImportanceDots({ finding, label, dots, hairs, names, menu, children }: Props) {
  const draw = useCallback((palette: Palette) => importanceChartOf({ dots, hairs, names }, palette), [dots, hairs, names]);
  return (
    <ChartFigure finding={finding} label={label} height={360} draw={draw} menu={menu}>
      {children}
    </ChartFigure>
  );
}

/** What is drawn: full points where a quadrant is sure, rings where it is not; numbers stand for the rows of the table. */
function importanceChartOf({ dots, hairs, names }: Pick<Props, 'dots' | 'hairs' | 'names'>, palette: Palette): ChartConfiguration {
  const [own] = palette.series;
  const top = Math.min(100, Math.ceil((Math.max(hairs.importance, ...dots.map((dot) => dot.importanceInterval[1])) + 5) / 10) * 10);
  const line = (label: string, data: { x: number; y: number }[], look: { readonly colour: string; readonly width: number; readonly dash?: number[] }) => ({
    label, data, borderColor: look.colour, borderWidth: look.width, borderDash: look.dash ?? [], pointRadius: 0, pointHitRadius: 0, showLine: true, order: 2,
  });
  const bars = dots.flatMap((dot) => [
    line('', [{ x: dot.interval[0], y: dot.importance }, { x: dot.interval[1], y: dot.importance }], { colour: `${own}66`, width: 3 }),
    line('', [{ x: dot.index, y: dot.importanceInterval[0] }, { x: dot.index, y: dot.importanceInterval[1] }], { colour: `${own}66`, width: 3 }),
  ]);
  const crossing = [
    line('', [{ x: hairs.index, y: 0 }, { x: hairs.index, y: top }], { colour: palette.muted, width: 1, dash: [5, 4] }),
    line('', [{ x: 0, y: hairs.importance }, { x: 100, y: hairs.importance }], { colour: palette.muted, width: 1, dash: [5, 4] }),
  ];
  const points = dots.map((dot) => ({
    label: dot.label,
    data: [{ x: dot.index, y: dot.importance }],
    pointRadius: 7,
    pointHoverRadius: 8,
    pointBackgroundColor: dot.sure ? own : palette.surface,
    pointBorderColor: own,
    pointBorderWidth: 2,
    showLine: false,
    // An area that everybody or nobody named stands on the edge, whole.
    clip: false as const,
    order: 1,
  }));
  const axis = (title: string, most: number) => ({ type: 'linear' as const, min: 0, max: most, title: { display: true, text: title, color: palette.muted }, grid: { color: palette.line }, border: { display: false }, ticks: { color: palette.muted } });
  return {
    type: 'line',
    data: { datasets: [...points, ...bars, ...crossing] as never },
    plugins: [namesBeside(dots, palette)],
    options: {
      // Room for a name above the highest point.
      layout: { padding: { top: 12 } },
      scales: { x: axis(names.index, 100), y: axis(names.importance, top) },
      plugins: { tooltip: { filter: ({ dataset }) => Boolean(dataset.label), callbacks: { title: () => '', label: ({ dataset, parsed }) => `${dataset.label}: ${parsed.x} · ${parsed.y} %` } } },
    },
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

const meet = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && Math.abs(one.middle - other.middle) < 14;

/** Beside a point at (`x`, `y`), above or below its height, right or left: the first place that is within the picture and free. */
export function placeOfName(point: { readonly x: number; readonly y: number }, width: number, { taken, most }: { readonly taken: readonly Box[]; readonly most: number }): Box {
  const places = [-6, 16].flatMap((down) => [{ left: point.x + 11, right: point.x + 11 + width, middle: point.y + down }, { left: point.x - 11 - width, right: point.x - 11, middle: point.y + down }]);
  const within = places.filter(({ left, right }) => left >= 0 && right <= most);
  return within.find((place) => !taken.some((one) => meet(one, place))) ?? within[0] ?? (places[0] as Box);
}

/** Names stand beside their points, on a side on which there is room. */
function namesBeside(dots: readonly ImportanceDot[], palette: Palette): NonNullable<ChartConfiguration['plugins']>[number] {
  return {
    id: 'names',
    afterDatasetsDraw: ({ ctx, scales: { x, y }, chartArea }) => {
      if (!x || !y) return;
      ctx.save();
      ctx.font = `12px ${palette.font}`;
      ctx.fillStyle = palette.ink;
      ctx.textAlign = 'left';
      const points = dots.map((dot) => ({ label: dot.label, x: x.getPixelForValue(dot.index), y: y.getPixelForValue(dot.importance) }));
      // No name lies on a point, its own or another's.
      const taken: Box[] = points.map((point) => ({ left: point.x - 9, right: point.x + 9, middle: point.y }));
      for (const dot of points) {
        const place = placeOfName(dot, ctx.measureText(dot.label).width, { taken, most: chartArea.right });
        taken.push(place);
        ctx.fillText(dot.label, place.left, place.middle);
      }
      ctx.restore();
    },
  };
}
