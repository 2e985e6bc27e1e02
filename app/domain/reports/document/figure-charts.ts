// The charts of a report as data. Each draws figures that stand in a table of the same report, and says in words what it shows.
import { lineChartId, shareChartId } from './chart-ids.ts';
import type { IntervalChart, MatrixChart, ShareChart, TrendChart } from './document.ts';
import type { ReportParts } from './report-parts.ts';
import type { Say } from './say.ts';

export const indexScale = [0, 100] as const;

/** `caption`: in words of its own, of a chart that a report has several of. */
export const frame = (say: Say, id: string, source: string, caption?: string) => ({ kind: 'chart', id, caption: caption ?? say(`report.chart.${id}`), source, alternative: say(`report.chart.${id}.alternative`) }) as const;

export function levelsChart(say: Say, { results }: ReportParts, source: string): IntervalChart {
  return {
    ...frame(say, 'levels', source),
    shape: 'intervals',
    scale: indexScale,
    rows: results.dimensions.map(({ label, level }) => ({ label, value: level.index, low: level.interval[0], high: level.interval[1], people: level.n })),
  };
}

/** One for each line; its caption is the name of what is drawn. */
export function lineCharts(say: Say, { results: { trends } }: ReportParts, source: string): TrendChart[] {
  return trends.map((trend) => ({
    ...frame(say, 'line', source, trend.question ?? trend.label),
    id: lineChartId(trend.id),
    shape: 'trend',
    scale: indexScale,
    points: trend.points.map(({ closed, index, interval, broken }) => ({ day: closed, value: index, low: interval?.[0] ?? null, high: interval?.[1] ?? null, broken: broken !== null })),
    limits: trend.limits && { centre: trend.limits.centre, lower: trend.limits.lower, upper: trend.limits.upper },
  }));
}

export function mapChart(say: Say, { results: { heat } }: ReportParts, source: string): MatrixChart | null {
  if (!heat || heat.rows.length < 2) return null;
  return {
    ...frame(say, 'map', source),
    shape: 'matrix',
    scale: indexScale,
    columns: heat.columns.map(({ label }) => label),
    rows: heat.rows.map(({ group, depth, cells }) => ({
      label: say.group(group),
      depth,
      people: group.answered,
      cells: cells.map((cell) => cell && { value: cell.index, mark: cell.difference.arrow }),
    })),
  };
}

/** Unfavourable, neutral, favourable, of the questions of which a page shows all three. */
export function sharesChart(say: Say, { questions }: ReportParts, source: string): ShareChart | null {
  const areas = [...questions.dimensions, ...questions.alone.map((question) => ({ ...question, label: question.text, questions: [question] }))];
  const rows = areas.flatMap(({ id, label, questions: asked }) =>
    asked.flatMap(({ text, level, shares }) => (shares ? [{ area: { id, label }, label: text, people: level.n, shares: [shares.unfavourable, shares.neutral, shares.favourable] }] : [])),
  );
  if (rows.length === 0) return null;
  const parts = (['unfavourable', 'neutral', 'favourable'] as const).map((one) => say(`results.class.${one}`));
  return { ...frame(say, 'shares', source), shape: 'shares', parts, rows };
}

/** The part of it that is about one dimension, or about a question that belongs to none; null where it has no such part. */
export function sharesOf(chart: ShareChart, id: string): ShareChart | null {
  const rows = chart.rows.filter(({ area }) => shareChartId(area.id) === id);
  const [first] = rows;
  return first ? { ...chart, id, caption: `${first.area.label} · ${chart.caption}`, rows } : null;
}
