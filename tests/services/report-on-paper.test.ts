// How the written report looks on paper, where a wrong colour would turn its meaning round.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { sharesChart } from '#app/domain/reports/document/figure-charts.ts';
import { reportTemplate } from '#app/services/reports/report-template.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { reportPartsOf } from '#tests/support/report-parts.ts';
import { threeWaves } from '#tests/support/waves.ts';

const onScreen = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(readFileSync('app/styles/tokens.css', 'utf8'))![1]!;

test('shares are printed in the colours that they have on a screen: unfavourable, neutral, favourable', () => {
  const chart = sharesChart(sayIn('en'), reportPartsOf(threeWaves(), {}), '')!;
  expect(chart.parts.map((part) => part.toLowerCase())).toEqual(['unfavourable', 'neutral', 'favourable']);
  const printed = /^#let parts = \(rgb\("(.+?)"\), rgb\("(.+?)"\), rgb\("(.+?)"\)\)$/m.exec(reportTemplate)!.slice(1).map((colour) => colour.toLowerCase());
  expect(printed).toEqual(['unf', 'neu', 'fav'].map(onScreen));
});
