// Answers to rated questions as bars that part at the middle: what is left of zero is unfavourable.
import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { ChartFigure } from './chart-figure.tsx';
import { fiveColours, type ClassColour, type Palette } from './palette.ts';
import { wrapped } from './wrapped.ts';

export interface DivergingBar {
  readonly label: string;
  /** Whole per cents, most unfavourable first; an odd number of them parts in its middle one. */
  readonly percents: readonly number[];
}

interface Props {
  readonly finding: ReactNode;
  readonly label: string;
  readonly bars: readonly DivergingBar[];
  /** Words of the classes, most unfavourable first. */
  readonly classes: readonly string[];
  readonly menu?: ReactNode;
  readonly children: ReactNode;
}

const rowHeight = 56;

export function DivergingBars({ finding, label, bars, classes, menu, children }: Props) {
  const draw = useCallback((palette: Palette) => divergingChartOf({ bars, classes }, palette), [bars, classes]);
  return (
    <ChartFigure finding={finding} label={label} height={bars.length * rowHeight + 48} draw={draw} legend={<Legend classes={classes} />} menu={menu}>
      {children}
    </ChartFigure>
  );
}

function Legend({ classes }: Pick<Props, 'classes'>) {
  return (
    <ul className="legend small">
      {classes.map((one, at) => (
        <li key={one} data-class={colourTokenOf(at, classes.length)}>
          {one}
        </li>
      ))}
    </ul>
  );
}

/** What is drawn: for each class a row of bars from -100 to 100 per cent, nearest to the middle first. */
export function divergingChartOf({ bars, classes }: Pick<Props, 'bars' | 'classes'>, palette: Palette): ChartConfiguration {
  const order = drawingOrder(classes.length);
  return {
    type: 'bar',
    data: {
      labels: bars.map((bar) => wrapped(bar.label, 34)),
      datasets: order.map(({ at, side, half }) => ({
        label: classes[at] ?? '',
        data: bars.map((bar) => side * (bar.percents[at] ?? 0) * half),
        backgroundColor: palette.classes[colourTokenOf(at, classes.length)],
        borderColor: palette.surface,
        borderWidth: { left: 1, right: 1 },
        barThickness: 22,
        stack: 'answers',
      })),
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { stacked: true, min: -100, max: 100, grid: { color: palette.line }, border: { display: false }, ticks: { color: palette.muted, stepSize: 50, callback: (value) => `${Math.abs(Number(value))}` } },
        y: { stacked: true, grid: { display: false }, border: { display: false }, ticks: { color: palette.ink, crossAlign: 'far' } },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => bars[item?.dataIndex ?? 0]?.label ?? '',
            label: (item) => `${item.dataset.label ?? ''}: ${bars[item.dataIndex]?.percents[order[item.datasetIndex]?.at ?? 0] ?? 0} %`,
          },
        },
      },
    },
  };
}

// Bars stack outwards from zero, so the classes nearest to the middle come first; the middle one lies half on either side.
function drawingOrder(classes: number): { at: number; side: 1 | -1; half: number }[] {
  const middle = (classes - 1) / 2;
  const sides = ([-1, 1] as const).flatMap((side) =>
    Array.from({ length: classes }, (_, at) => at)
      .filter((at) => (side === -1 ? at <= middle : at >= middle))
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
      .map((at) => ({ at, side, half: at === middle ? 0.5 : 1 })),
  );
  return sides;
}

/** The legend and the bars take the colour of a class from one place. `at`: 0 is most unfavourable. */
export function colourTokenOf(at: number, classes: number): ClassColour {
  if (classes === 5) return fiveColours[at] as ClassColour;
  const middle = (classes - 1) / 2;
  return at < middle ? 'unf' : at > middle ? 'fav' : 'neu';
}
