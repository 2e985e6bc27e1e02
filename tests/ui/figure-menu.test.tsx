// The menu of a figure: a picture where the reader has a report, and nothing elsewhere.
import { createElement as h } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LevelChart } from '#app/ui/reports/figures/level-chart.tsx';
import { Pictures, picturesOf } from '#app/ui/reports/figures/figure-menu.tsx';
import { QuestionBars } from '#app/ui/reports/figures/question-bars.tsx';
import { TrendChart } from '#app/ui/reports/figures/trend-chart.tsx';
import { shownDimension, shownLevel, shownQuestion } from '#tests/support/shown-figures.ts';

const trend = { id: 'PAY', label: 'Pay', overall: false, question: null, points: [], leftOut: 0, limits: null };
const figures = {
  levels: h(LevelChart, { dimensions: [shownDimension()] }),
  'line-pay': h(TrendChart, { trend }),
  'shares-pay': h(QuestionBars, { dimension: { id: 'pay', label: 'Pay', favourable: { percent: 53, interval: null }, level: shownLevel(), questions: [shownQuestion()] } }),
};
const linksIn = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

describe.each(Object.entries(figures))('the figure %s', (chart, figure) => {
  test('is taken along as a picture of this very department', () => {
    const html = renderToStaticMarkup(h(Pictures.Provider, { value: picturesOf('pulse', 'north & south') }, figure));
    expect(linksIn(html)).toEqual([`/results/pulse/chart/${chart}.png?department=north+%26+south`, `/results/pulse/chart/${chart}.svg?department=north+%26+south`]);
  });

  test('offers nothing where there is no report', () => expect(linksIn(renderToStaticMarkup(figure))).toEqual([]));
});
