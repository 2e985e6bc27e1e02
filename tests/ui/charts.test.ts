// What is drawn, as data: which colour means what, where a line stops, whose interval a bar shows.
import { placeOfName } from '#app/ui/charts/importance-dots.tsx';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChartConfiguration } from 'chart.js';
import { divergingChartOf, colourTokenOf } from '#app/ui/charts/diverging-bars.tsx';
import { levelChartOf } from '#app/ui/charts/level-dots.tsx';
import { paletteFrom, type Palette } from '#app/ui/charts/palette.ts';
import { trendChartOf, type TrendDot } from '#app/ui/charts/trend-line.tsx';
import { monthDotsOf } from '#app/ui/plans/progress-months.tsx';
import { chosenDotsOf } from '#app/ui/reports/figures/chosen-chart.tsx';
import { bandDotsOf } from '#app/ui/reports/figures/cut-chart.tsx';
import { expectationBarOf } from '#app/ui/reports/figures/expectation-bars.tsx';
import { levelDotsOf } from '#app/ui/reports/figures/level-chart.tsx';
import { ownDotsOf } from '#app/ui/reports/own-details.tsx';
import { ratedDotsOf } from '#app/ui/reports/figures/rated-areas.tsx';
import { questionBarsOf } from '#app/ui/reports/figures/question-bars.tsx';
import { trendDotsOf } from '#app/ui/reports/figures/trend-chart.tsx';
import { shownDifference, shownDimension, shownGroup, shownLevel, shownQuestion } from '#tests/support/shown-figures.ts';

const styles = ['tokens', 'results'].map((name) => readFileSync(`app/styles/${name}.css`, 'utf8')).join('\n');
const tokens = [...styles.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name = '', colour = '']) => ({ name, colour }));
// Light comes first; a token without a second value is the same in the dark.
const light = paletteFrom((name) => tokens.find((one) => one.name === name)?.colour ?? '', 'font');
const dark = paletteFrom((name) => tokens.findLast((one) => one.name === name)?.colour ?? '', 'font');
const schemes = [['light', light], ['dark', dark]] as const;

const channels = (colour: string): number[] => {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((one) => one + one).join('') : colour.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
};
const apart = (one: string, other: string) => Math.hypot(...channels(one).map((value, at) => value - (channels(other)[at] as number)));
/** Above 0: blue, which is favourable; below: orange, which is unfavourable. */
const blueness = (colour: string) => (channels(colour)[2] as number) - (channels(colour)[0] as number);

interface Drawn {
  readonly label: string;
  readonly type?: string;
  readonly data: readonly (number | readonly [number, number] | null)[];
  readonly backgroundColor?: string;
  readonly borderColor?: string;
  readonly pointBackgroundColor?: string;
  readonly pointBorderColor?: string;
  readonly pointRadius?: number;
  readonly showLine?: boolean;
  readonly spanGaps?: boolean;
  readonly segment?: { readonly borderColor: (context: { readonly p1DataIndex: number }) => string | undefined };
}
const drawnIn = (chart: ChartConfiguration) => chart.data.datasets as unknown as readonly Drawn[];
const named = (chart: ChartConfiguration, label: string) => drawnIn(chart).filter((one) => one.label === label);

describe.each(schemes)('the palette in the %s', (_name, palette: Palette) => {
  const { classes, series } = palette;
  const five = [classes['step-1'], classes['step-2'], classes['step-3'], classes['step-4'], classes['step-5']];
  const three = [classes.unf, classes.neu, classes.fav];

  test('no two colours that stand beside each other are alike, and none is the ground', () => {
    for (const colours of [five, three, series]) {
      for (const [at, one] of colours.entries()) {
        expect(one).toMatch(/^#/);
        expect(apart(one, palette.surface), `${one} on the ground`).toBeGreaterThan(30);
        for (const other of colours.slice(at + 1)) expect(apart(one, other), `${one} beside ${other}`).toBeGreaterThan(30);
      }
    }
  });

  test('unfavourable is orange and favourable blue, more of it further out', () => {
    for (const colours of [five, three]) {
      const found = colours.map(blueness);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(found[0]).toBeLessThan(-60);
      expect(found.at(-1)).toBeGreaterThan(60);
      expect(Math.abs(found[(found.length - 1) / 2] as number)).toBeLessThan(40);
    }
  });
});

describe('bars that part at the middle', () => {
  const words = ['Unfavourable', 'Neutral', 'Favourable'];
  const fiveWords = ['Very unfavourable', 'Unfavourable', 'Neutral', 'Favourable', 'Very favourable'];
  const three = questionBarsOf([shownQuestion({ points: null })]);
  const five = questionBarsOf([shownQuestion()]);

  test('put the unfavourable on the left in its colour and the favourable on the right in its own', () => {
    const chart = divergingChartOf({ bars: three.bars, classes: words }, light);
    const said = drawnIn(chart).map(({ label, data, backgroundColor }) => [label, data[0], backgroundColor]);
    expect(said).toEqual([
      ['Neutral', -14, light.classes.neu],
      ['Unfavourable', -19, light.classes.unf],
      ['Neutral', 14, light.classes.neu],
      ['Favourable', 53, light.classes.fav],
    ]);
    expect(chart.options?.scales?.['x']).toMatchObject({ min: -100, max: 100, stacked: true });
  });

  test('of five classes have the strongest outermost', () => {
    const said = drawnIn(divergingChartOf({ bars: five.bars, classes: fiveWords }, light)).map(({ label, data, backgroundColor }) => [label, data[0], backgroundColor]);
    expect(said).toEqual([
      ['Neutral', -14, light.classes['step-3']],
      ['Unfavourable', -11, light.classes['step-2']],
      ['Very unfavourable', -8, light.classes['step-1']],
      ['Neutral', 14, light.classes['step-3']],
      ['Favourable', 33, light.classes['step-4']],
      ['Very favourable', 20, light.classes['step-5']],
    ]);
  });

  test('say the same figure where a finger rests, without a minus and whole', () => {
    const chart = divergingChartOf({ bars: three.bars, classes: words }, light);
    const label = chart.options?.plugins?.tooltip?.callbacks?.label as (item: unknown) => string;
    expect(drawnIn(chart).map((dataset, datasetIndex) => label({ dataset, datasetIndex, dataIndex: 0 }))).toEqual(['Neutral: 28 %', 'Unfavourable: 19 %', 'Neutral: 28 %', 'Favourable: 53 %']);
    const tick = (chart.options?.scales?.['x'] as { ticks: { callback: (value: number) => string } }).ticks.callback;
    expect([tick(-50), tick(100)]).toEqual(['50', '100']);
  });

  test('have a legend whose swatches are the colours of the bars', () => {
    for (const token of [3, 5].flatMap((classes) => Array.from({ length: classes }, (_, at) => colourTokenOf(at, classes)))) {
      expect(styles).toContain(`.legend [data-class="${token}"] { --swatch: var(--${token}); }`);
    }
  });

  test('of expectation put what is less than expected on the unfavourable side', () => {
    const expectation = { id: 'e', dimension: 'Pay', group: shownGroup, n: 40, below: 45, met: 33, above: 22, band: null };
    expect(expectationBarOf(expectation).percents).toEqual([45, 33, 22]);
  });

  test('of questions of unlike scales fall back to three classes; a question of few answers is not drawn', () => {
    const mixed = questionBarsOf([shownQuestion(), shownQuestion({ text: 'Other', points: null }), shownQuestion({ shares: null })]);
    expect(mixed).toEqual({ inFive: false, bars: [{ label: 'Fair pay', percents: [19, 28, 53] }, { label: 'Other', percents: [19, 28, 53] }] });
  });
});

describe('points with their intervals', () => {
  const names = { index: 'now', interval: 'interval', worstCase: 'worst', other: 'before' };
  const chart = levelChartOf({ dots: levelDotsOf([shownDimension(), shownDimension({ label: 'Load', change: shownDifference(), level: shownLevel({ worstCase: null }) })]), names }, light);

  test('show now, the interval, the worst case and the survey before, each in its place', () => {
    expect(Object.fromEntries(drawnIn(chart).map(({ label, data }) => [label, data]))).toEqual({
      now: [62, 62],
      before: [53, null],
      interval: [[57, 66], [57, 66]],
      worst: [[48, 71], null],
    });
    expect(chart.options?.scales?.['x']).toMatchObject({ min: 0, max: 100 });
  });

  test('fill the point of now and leave the ring of before hollow, in another colour', () => {
    const [now, before] = [named(chart, 'now')[0], named(chart, 'before')[0]];
    expect(now).toMatchObject({ pointBackgroundColor: light.series[0], pointBorderColor: light.surface, showLine: false });
    expect(before).toMatchObject({ pointBackgroundColor: light.surface, pointBorderColor: light.series[1], showLine: false });
  });

  test('of bands show the band, its own interval and the others', () => {
    const cell = { percent: 61, n: 40, interval: [52, 69] as const, others: 39, tested: true, points: 22 };
    expect(bandDotsOf([{ label: 'new', cell }])).toEqual([{ label: 'new', index: 61, interval: [52, 69], worstCase: null, other: 39 }]);
  });

  test('of the own department show it beside the company, and the company alone where there is none', () => {
    const figures = (index: number) => ({ level: shownLevel({ index, interval: [index - 4, index + 5], worstCase: [index - 20, index + 21] }), favourable: null, change: shownDifference(), rest: shownDifference(), group: shownGroup });
    expect(ownDotsOf([{ id: 'a', label: 'A', company: figures(60), own: figures(40) }, { id: 'b', label: 'B', company: figures(55), own: null }])).toEqual([
      { label: 'A', index: 40, interval: [36, 45], worstCase: [20, 61], other: 60 },
      { label: 'B', index: 55, interval: [51, 60], worstCase: [35, 76], other: null },
    ]);
  });
});

test('what people chose and how areas were rated are drawn at the figures of their tables, and what too few chose is not', () => {
  const names = { index: 'now', interval: 'interval', worstCase: '', other: '' };
  const chosen = { id: 'OWN-1', text: 'Canteen', group: shownGroup, ballots: 40, options: [{ label: 'North', chosen: { people: 22, percent: 55, interval: [48, 61] as const } }, { label: 'South', chosen: null }, { label: 'None', chosen: { people: 6, percent: 15, interval: [11, 21] as const } }] };
  const ofChosen = levelChartOf({ dots: chosenDotsOf(chosen), names }, light);
  expect(ofChosen.data.labels).toEqual([['North'], ['None']]);
  expect(named(ofChosen, 'now')[0]!.data).toEqual([55, 15]);
  expect(named(ofChosen, 'interval')[0]!.data).toEqual([[48, 61], [11, 21]]);
  const rated = [shownLevel({ index: 81, interval: [76, 86] }), shownLevel({ index: 44, interval: [39, 52] })].map((level, at) => ({ id: `d${at}`, label: `Area ${at}`, group: shownGroup, level }));
  const ofRated = levelChartOf({ dots: ratedDotsOf(rated), names }, light);
  expect(named(ofRated, 'now')[0]!.data).toEqual([81, 44]);
  expect(named(ofRated, 'interval')[0]!.data).toEqual([[76, 86], [39, 52]]);
});

describe('a line over the surveys', () => {
  const point = (closed: string, index: number | null, broken: 'wording' | null = null) => ({
    survey: closed, title: closed, closed, n: 40, index, interval: index === null ? null : ([index - 5, index + 6] as const), broken, past: closed < '2025', asked: null,
  });
  const points = [point('2024-10-02', 50), point('2025-10-01', 54), point('2026-01-15', 61, 'wording'), point('2026-04-20', null), point('2026-07-09', 58)];
  const names = { index: 'now', interval: 'interval', limit: 'limit' };
  const limits = { centre: 55, upper: 68, lower: 42, since: 2 };
  const chart = trendChartOf({ dots: trendDotsOf({ points }), limits, names }, light);

  test('stops where a question reads differently, and only there', () => {
    const [line] = named(chart, 'now');
    const strokes = points.map((_, at) => line?.segment?.borderColor({ p1DataIndex: at }));
    expect(strokes).toEqual([undefined, undefined, 'transparent', undefined, undefined]);
    // What was not measured is a gap and is not drawn over.
    expect(line?.spanGaps ?? false).toBe(false);
    expect(line?.data).toEqual([50, 54, 61, null, 58]);
  });

  test('has the interval of each survey, its month, and a star at those from a file', () => {
    expect(named(chart, 'interval')[0]?.data).toEqual([[45, 56], [49, 60], [56, 67], null, [53, 64]]);
    expect(chart.data.labels).toEqual(['2024-10*', '2025-10', '2026-01', '2026-04', '2026-07']);
  });

  test('shows limits from the survey on for which they hold', () => {
    expect(named(chart, 'limit').map(({ data }) => data)).toEqual([[null, null, 68, 68, 68], [null, null, 55, 55, 55], [null, null, 42, 42, 42]]);
    expect(named(trendChartOf({ dots: trendDotsOf({ points }), limits: null, names }, light), 'limit')).toEqual([]);
  });

  test('stands on an axis that holds every interval and makes a step of five look like one', () => {
    const axis = (pairs: readonly (readonly [number, number])[]) => {
      const dots: TrendDot[] = pairs.map((interval, at) => ({ label: `${at}`, index: interval[0] + 1, interval, broken: false }));
      const { min, max } = trendChartOf({ dots, limits: null, names }, light).options?.scales?.['y'] as { min: number; max: number };
      return [min, max] as const;
    };
    for (const pairs of [[[50, 55]], [[0, 4], [3, 9]], [[92, 100]], [[4, 97]], [[20, 30], [70, 90]]] as const) {
      const [min, max] = axis(pairs);
      expect(min).toBeLessThanOrEqual(Math.min(...pairs.map(([low]) => low)));
      expect(max).toBeGreaterThanOrEqual(Math.max(...pairs.map(([, high]) => high)));
      expect(max - min).toBeGreaterThanOrEqual(60);
      expect([min >= 0, max <= 100]).toEqual([true, true]);
    }
  });

  test('of months leaves a gap where no step was due, never zero per cent', () => {
    const month = (part: number, of: number) => ({ month: '2026-10', stepsOnTime: { part, of }, answers: { n: 0, median: null } });
    expect(monthDotsOf([month(1, 4), month(0, 0)]).map(({ index }) => index)).toEqual([25, null]);
  });
});

test('names of points that lie close stand apart, and none leaves the picture', () => {
  const first = placeOfName({ x: 100, y: 50 }, 60, { taken: [], most: 400 });
  const second = placeOfName({ x: 110, y: 52 }, 60, { taken: [first], most: 400 });
  expect([first.left, first.middle, second.middle > first.middle + 13 || second.right <= first.left]).toEqual([111, 44, true]);
  const dot = { left: 111, right: 129, middle: 48 };
  expect(placeOfName({ x: 100, y: 50 }, 60, { taken: [dot], most: 400 }).right).toBeLessThan(100);
  expect(placeOfName({ x: 390, y: 50 }, 60, { taken: [], most: 400 }).right).toBeLessThan(390);
});
