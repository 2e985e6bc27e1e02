// The charts of what some surveys ask beside the core: what matters, what was expected, what was chosen, and how groups by background differ.
// Each draws figures that its page draws too, with the n and the interval of that page.
import type { CutView } from '../cut-view.ts';
import { backgroundChartId, chosenChartId } from './chart-ids.ts';
import type { IntervalChart, ShareChart } from './document.ts';
import { bandName } from './figure-tables.ts';
import { frame, indexScale } from './figure-charts.ts';
import type { ReportParts } from './report-parts.ts';
import type { Say } from './say.ts';

const percents = [0, 100] as const;

type Row = IntervalChart['rows'][number];

/** Fewer than two rows are no picture: they are a sentence. */
const drawn = (chart: IntervalChart): IntervalChart[] => (chart.rows.length < 2 ? [] : [chart]);

export function importanceChart(say: Say, { results: { importance } }: ReportParts, source: string): IntervalChart[] {
  if (!importance) return [];
  const points = [...importance.points].sort((one, other) => other.importance - one.importance);
  const rows = points.map(({ label, importance: value, importanceInterval: [low, high] }): Row => ({ label, value, low, high, people: importance.n }));
  return drawn({ ...frame(say, 'importance', source), shape: 'intervals', scale: percents, rows });
}

export function ratedChart(say: Say, { results: { rated } }: ReportParts, source: string): IntervalChart[] {
  const rows = rated.map(({ label, level: { index, interval: [low, high], n } }): Row => ({ label, value: index, low, high, people: n }));
  return drawn({ ...frame(say, 'importance-rated', source), shape: 'intervals', scale: indexScale, rows });
}

/** Less than expected, as much, more. */
export function expectationChart(say: Say, { results: { expectations } }: ReportParts, source: string): ShareChart[] {
  if (expectations.length === 0) return [];
  const parts = (['below', 'met', 'above'] as const).map((one) => say(`results.expectation.${one}`));
  return [{ ...frame(say, 'expectation', source), shape: 'shares', parts, rows: expectations.map(({ id, dimension, n, below, met, above }) => ({ area: { id, label: dimension }, label: dimension, people: n, shares: [below, met, above] })) }];
}

/** One for each declared table: its bands on the question that tells most, as its page draws it. */
export function backgroundCharts(say: Say, { results: { cuts: { tables } } }: ReportParts, source: string): IntervalChart[] {
  return tables.flatMap(({ question, label, bands, items, telling }) => {
    const item = items.find(({ id }) => id === telling);
    if (!item) return [];
    const rows = item.cells.flatMap((cell, at): Row[] => (cell ? [{ label: bandName(say, bands[at] as CutView['bands'][number]), value: cell.percent, low: cell.interval[0], high: cell.interval[1], people: cell.n }] : []));
    const caption = say('report.chart.background', { background: label, question: item.text });
    return drawn({ ...frame(say, 'background', source, caption), id: backgroundChartId(question), shape: 'intervals', scale: percents, rows });
  });
}

/** One for each own question with options, without those that too few chose. */
export function chosenCharts(say: Say, { questions: { chosen } }: ReportParts, source: string): IntervalChart[] {
  return chosen.flatMap(({ id, text, ballots, options }) => {
    const rows = options.flatMap(({ label, chosen: by }): Row[] => (by ? [{ label, value: by.percent, low: by.interval[0], high: by.interval[1], people: ballots }] : []));
    return drawn({ ...frame(say, 'chosen', source, text), id: chosenChartId(id), shape: 'intervals', scale: percents, rows });
  });
}
