// Every chart: a heading that states the finding, the drawing, and the same figures as a table. Without JavaScript, on paper and for
// everybody who prefers it the table is the chart.
import type { ChartConfiguration } from 'chart.js';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../text.ts';
import { paletteOf, type Palette } from './palette.ts';

interface Props {
  /** What the figures say. */
  readonly finding: ReactNode;
  /** What is drawn: unit, range, whom it is about. */
  readonly label: string;
  /** What the colours mean, where they mean something. */
  readonly legend?: ReactNode;
  /** CSS pixels; fixed, so that nothing jumps when the drawing arrives. */
  readonly height: number;
  /** Must keep its identity while the figures are the same. */
  readonly draw: (palette: Palette) => ChartConfiguration;
  /** What can be done with it. */
  readonly menu?: ReactNode;
  /** The table. */
  readonly children: ReactNode;
  readonly level?: 2 | 3;
}

export function ChartFigure({ finding, label, legend, height, draw, menu, children, level = 3 }: Props) {
  const text = useText();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useDrawing(canvas, draw, height);
  const Heading = `h${level}` as const;
  return (
    <figure className={drawn ? 'chart drawn' : 'chart'} aria-labelledby={id}>
      <figcaption>
        <Heading id={id}>{finding}</Heading>
        <p className="quiet small">{label}</p>
        {drawn && legend}
      </figcaption>
      <div className="canvas" hidden={!drawn}>
        <canvas ref={canvas} role="img" aria-label={`${label}. ${text('chart.table-below')}`} />
      </div>
      <details open={!drawn}>
        <summary>{text('chart.table')}</summary>
        <div className="scroll" tabIndex={0} role="group" aria-label={text('chart.table')}>
          {children}
        </div>
      </details>
      {menu}
    </figure>
  );
}

/** True once it is drawn; drawn again when the figures or the colour scheme change. */
function useDrawing(canvas: RefObject<HTMLCanvasElement>, draw: Props['draw'], height: number): boolean {
  const [drawn, setDrawn] = useState(false);
  const dark = useDark();
  useEffect(() => {
    let destroy: (() => void) | undefined;
    let left = false;
    void import('./register.ts').then(({ Chart }) => {
      const element = canvas.current;
      if (left || !element) return;
      // A hidden canvas has no size to draw in.
      const frame = element.parentElement as HTMLElement;
      frame.hidden = false;
      frame.style.height = `${height}px`;
      const chart = new Chart(element, withHouseStyle(draw(paletteOf(element)), paletteOf(element)));
      destroy = () => chart.destroy();
      setDrawn(true);
    });
    return () => {
      left = true;
      destroy?.();
    };
  }, [canvas, draw, height, dark]);
  return drawn;
}

function useDark(): boolean {
  const [dark, setDark] = useState(false);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setDark(query.matches);
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return dark;
}

function withHouseStyle(config: ChartConfiguration, { ink, font }: Palette): ChartConfiguration {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    ...config,
    options: {
      responsive: true,
      maintainAspectRatio: false,
      color: ink,
      font: { family: font, size: 13 },
      ...config.options,
      animation: still ? false : { duration: 150 },
    },
  };
}
