// How it stands, how it moved, where it differs, what matters, why, and in their words: in this order, each part only where the survey
// has something to say about it.
import type { Block, Section } from './document.ts';
import { levelsChart, lineCharts, mapChart, sharesChart } from './figure-charts.ts';
import { chosenTable } from './chosen-table.ts';
import { backgroundTable, expectationTable, importanceTable, levelsTable, ratedTable, reasonsTable, togetherTable, trustTable } from './figure-tables.ts';
import { backgroundCharts, chosenCharts, expectationChart, importanceChart, ratedChart } from './more-charts.ts';
import type { ReportParts } from './report-parts.ts';
import { someBlocks } from './some-tables.ts';
import { claimed, findingSaid, said, words, type Say } from './say.ts';
import { summedUp } from './summary-section.ts';
import { tableOf } from './table-of.ts';

type Part = readonly [id: string, blocks: readonly (Block | null)[]];

export function analysisSection(say: Say, parts: ReportParts, source: string): Section {
  const all: readonly Part[] = [
    ['levels', levelBlocks(say, parts, source)],
    ['findings', findingBlocks(say, parts)],
    ['lines', parts.results.survey.previous ? lineCharts(say, parts, source) : []],
    ['map', mapBlocks(say, parts, source)],
    ['shares', [sharesChart(say, parts, source)]],
    ['reasons', rowsOf(reasonsTable(say, parts, source))],
    ['chosen', rowsOf(chosenTable(say, parts, source), claimed(say, 'results.chosen.note'), ...chosenCharts(say, parts, source))],
    ['asked-of-some', someBlocks(say, parts, source)],
    ['importance', importanceBlocks(say, parts, source)],
    ['expectation', expectationBlocks(say, parts, source)],
    ['recommendation', recommendationBlocks(say, parts)],
    ['together', rowsOf(togetherTable(say, parts, source), said(say, 'results.together.lead'))],
    ['background', backgroundBlocks(say, parts, source)],
    ['trust', trustBlocks(say, parts, source)],
    ['words', wordBlocks(say, parts, source)],
  ];
  const sections = all.flatMap(([id, given]): Section[] => {
    const blocks = given.filter((block) => block !== null);
    return blocks.length === 0 ? [] : [{ id, heading: say(`report.section.${id}`), blocks, sections: [] }];
  });
  return { id: 'analysis', heading: say('report.section.analysis'), blocks: [], sections };
}

const rowsOf = (table: ReturnType<typeof reasonsTable>, ...before: readonly Block[]): Block[] => (table.rows.length === 0 ? [] : [...before, table]);

function levelBlocks(say: Say, parts: ReportParts, source: string): Block[] {
  if (parts.results.dimensions.length === 0) return [];
  return [said(say, 'report.levels.lead'), levelsChart(say, parts, source), levelsTable(say, parts, source)];
}

/** What the summary has no room for. */
function findingBlocks(say: Say, { results }: ReportParts): Block[] {
  const before = summedUp(results);
  const others = results.findings.filter((finding) => !before.includes(finding));
  return others.length === 0 ? [] : [{ kind: 'list', sentences: others.map((finding) => findingSaid(say, finding)) }];
}

function mapBlocks(say: Say, parts: ReportParts, source: string): (Block | null)[] {
  const chart = mapChart(say, parts, source);
  const { heat } = parts.results;
  if (!chart || !heat) return [];
  const shown = heat.rows.length - 1;
  return [said(say, 'report.map.lead'), chart, shown < heat.total ? said(say, 'report.map.part', { shown, total: heat.total }) : null];
}

function importanceBlocks(say: Say, parts: ReportParts, source: string): Block[] {
  const { importance } = parts.results;
  const rated = rowsOf(ratedTable(say, parts, source), said(say, 'results.rated.lead'), ...ratedChart(say, parts, source));
  if (!importance) return rated;
  const first = importance.points.filter(({ quadrant }) => quadrant === 'concentrate').map(({ label }) => label);
  const finding = first.length === 0 ? claimed(say, 'results.importance.finding.none') : claimed(say, 'results.importance.finding', { areas: first.join(' · ') });
  return [finding, ...importanceChart(say, parts, source), importanceTable(say, parts, source), ...rated];
}

function expectationBlocks(say: Say, parts: ReportParts, source: string): Block[] {
  const found = parts.results.expectations.map(({ dimension, below, above }) => claimed(say, 'results.expectation.finding', { dimension, below, above }));
  const ratios = parts.results.expectations.some(({ ratio }) => ratio !== null) ? [said(say, 'results.expectation.lead')] : [];
  return rowsOf(expectationTable(say, parts, source), { kind: 'list', sentences: found }, ...expectationChart(say, parts, source), ...ratios);
}

function recommendationBlocks(say: Say, { results: { recommendation } }: ReportParts): Block[] {
  if (!recommendation) return [];
  const { score, n, interval, shares } = recommendation;
  const [detractors, passives, promoters] = shares;
  return [claimed(say, 'report.says.recommendation', { score, low: interval[0], high: interval[1], n, promoters, passives, detractors })];
}

/** What clearly differs; all of it stands in the tables of files. */
function backgroundBlocks(say: Say, parts: ReportParts, source: string): Block[] {
  const { cuts: { tables }, survey } = parts.results;
  if (tables.length === 0) return [];
  const clear = backgroundTable(say, parts, source, 'background-clear');
  const tested = tables.some(({ items }) => items.some(({ cells }) => cells.some((cell) => cell?.tested)));
  return [said(say, survey.past ? 'past.cuts.lead' : 'results.cuts.lead'), ...backgroundCharts(say, parts, source), clear.rows.length > 0 ? clear : claimed(say, tested ? 'results.cuts.finding.alike' : 'results.cuts.finding.few')];
}

function trustBlocks(say: Say, parts: ReportParts, source: string): Block[] {
  const { credibility } = parts.results;
  if (!credibility) return [];
  const { unsaid } = credibility;
  return [
    trustTable(say, parts, source),
    unsaid === null ? claimed(say, 'results.credibility.unsaid.none') : claimed(say, 'results.credibility.unsaid', { percent: unsaid.percent, n: unsaid.questions }),
  ];
}

function wordBlocks(say: Say, { words: passed }: ReportParts, source: string): Block[] {
  if (!passed) return [];
  const lead = said(say, 'report.words.lead', { n: passed.texts.length, day: say.day(passed.passedOn) });
  const themes = tableOf(say, { id: 'themes', columns: [['theme', 'text'], ['texts', 'number']], rows: passed.themes, cells: ({ label, texts }) => [label, texts], source });
  const typical = passed.typical.length === 0 ? [] : [claimed(say, 'words.typical', { words: passed.typical.join(' · ') })];
  return [lead, ...rowsOf(themes), ...typical, { kind: 'list', sentences: passed.texts.slice(0, mostQuoted).map(words) }, ...(passed.texts.length > mostQuoted ? [said(say, 'report.words.more', { n: passed.texts.length - mostQuoted })] : [])];
}

/** Texts read out in the report itself; all of them stand in the tables of its files. */
const mostQuoted = 40;
