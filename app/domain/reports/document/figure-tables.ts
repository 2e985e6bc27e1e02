// The figures of a report as tables, each as finely as its page shows it: a difference without evidence is told in words and has no number.
import type { CutView } from '../cut-view.ts';
import type { DifferenceView, LevelView } from '../figures-shown.ts';
import type { Table } from './document.ts';
import { textCell, type Say } from './say.ts';
import { tableOf, type Given } from './table-of.ts';
import type { ReportParts } from './report-parts.ts';

type Named = readonly (readonly [id: string, kind: Table['columns'][number]['kind']])[];

const levelColumns = [['people', 'people'], ['index', 'index'], ['low', 'index'], ['high', 'index']] as const satisfies Named;
const changeColumns = [['change', 'points'], ['change-said', 'text']] as const satisfies Named;
const restColumns = [['rest', 'points'], ['rest-said', 'text']] as const satisfies Named;

const levelCells = ({ n, index, interval }: LevelView): Given[] => [n, index, interval[0], interval[1]];

/** The points where there is an arrow, and what is said. */
const differenceCells = (say: Say, difference: DifferenceView, against: 'rest' | 'change'): Given[] => [difference.arrow === null ? null : difference.points, say.difference(difference, against)];

export function levelsTable(say: Say, { results }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'levels',
    columns: [['area', 'text'], ['group', 'text'], ...levelColumns, ['favourable', 'percent'], ...changeColumns, ...restColumns],
    rows: results.dimensions,
    cells: ({ label, group, level, favourable, change, rest }) => [
      label, say.group(group), ...levelCells(level), favourable?.percent ?? null, ...differenceCells(say, change, 'change'), ...differenceCells(say, rest, 'rest'),
    ],
    source,
  });
}

export function questionsTable(say: Say, { questions }: ReportParts, source: string): Table {
  const all = [...questions.dimensions.flatMap((dimension) => dimension.questions.map((question) => ({ area: dimension.label, question }))), ...questions.alone.map((question) => ({ area: '', question }))];
  return tableOf(say, {
    id: 'questions',
    columns: [['area', 'text'], ['question', 'text'], ['group', 'text'], ...levelColumns, ['mean', 'number'], ['favourable', 'percent'], ['neutral', 'percent'], ['unfavourable', 'percent'], ...changeColumns],
    rows: all,
    cells: ({ area, question }) => [
      area, question.text, say.group(question.group), ...levelCells(question.level),
      question.mean === null ? null : { text: question.mean, value: Number(question.mean) },
      question.favourable.percent, question.shares?.neutral ?? null, question.shares?.unfavourable ?? null, ...differenceCells(say, question.change, 'change'),
    ],
    source,
  });
}

/** People by point of the scale, where a page shows them. */
export function pointsTable(say: Say, { questions }: ReportParts, source: string): Table {
  const all = [...questions.dimensions.flatMap((dimension) => dimension.questions), ...questions.alone];
  return tableOf(say, {
    id: 'points',
    columns: [['question', 'text'], ['group', 'text'], ['answer', 'text'], ['people', 'people'], ['percent', 'percent']],
    rows: all.flatMap((question) => (question.points ?? []).map((point) => ({ question, point }))),
    cells: ({ question, point }) => [question.text, say.group(question.group), point.label, point.people, point.percent],
    source,
  });
}

/** Groups by area: one row for each cell of the map. */
export function mapTable(say: Say, { results: { heat } }: ReportParts, source: string): Table {
  const cells = (heat?.rows ?? []).flatMap((row) => row.cells.flatMap((cell, at) => (cell ? [{ row, cell, area: heat?.columns[at]?.label ?? '' }] : [])));
  return tableOf(say, {
    id: 'map',
    columns: [['group', 'text'], ['area', 'text'], ['also-with', 'text'], ['people', 'people'], ['index', 'index'], ...restColumns],
    rows: cells,
    cells: ({ row, cell, area }) => [
      say.group(row.group), area, cell.beyond.length === 0 ? '' : say.group({ names: cell.beyond, with: [] }), cell.n, cell.index, ...differenceCells(say, cell.difference, 'rest'),
    ],
    source,
  });
}

export function linesTable(say: Say, { results: { trends } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'lines',
    columns: [['area', 'text'], ['survey', 'text'], ['day', 'day'], ...levelColumns, ['break', 'text']],
    rows: trends.flatMap((trend) => trend.points.map((point) => ({ trend, point }))),
    cells: ({ trend, point }) => [
      trend.question ?? trend.label, point.title, textCell(point.closed), point.n, point.index, point.interval?.[0] ?? null, point.interval?.[1] ?? null,
      [...(point.broken === null ? [] : [say(`results.broken.${point.broken}`)]), ...(point.asked === null ? [] : [say('audience.short.parts', { names: point.asked })])].join('; '),
    ],
    source,
  });
}

export function prioritiesTable(say: Say, { results: { priorities } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'priorities',
    columns: [['area', 'text'], ['index', 'index'], ['target', 'index'], ['deficit', 'points'], ['need', 'percent'], ['evidence', 'text'], ['lowest', 'text'], ['lowest-index', 'index']],
    rows: priorities,
    cells: ({ label, index, target, deficit, need, evidence, question }) => [label, index, target, deficit, need, say(`results.priorities.evidence.${evidence}`), question?.text ?? '', question?.index ?? null],
    source,
  });
}

/** What people ticked beside low scores; each of them at least k people. */
export function reasonsTable(say: Say, { questions }: ReportParts, source: string): Table {
  const all = [...questions.dimensions.flatMap((dimension) => dimension.questions), ...questions.alone];
  return tableOf(say, {
    id: 'reasons',
    columns: [['question', 'text'], ['reason', 'text'], ['people', 'people']],
    rows: all.flatMap((question) => question.reasons.map((reason) => ({ question, reason }))),
    cells: ({ question, reason }) => [question.text, reason.label, reason.people],
    source,
  });
}

export function importanceTable(say: Say, { results: { importance } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'importance',
    columns: [['area', 'text'], ['importance', 'percent'], ['importance-low', 'percent'], ['importance-high', 'percent'], ['index', 'index'], ['where', 'text']],
    rows: importance?.points ?? [],
    cells: ({ label, importance: share, importanceInterval, index, quadrant }) => [label, share, ...importanceInterval, index, say(`results.importance.${quadrant}`)],
    source,
  });
}

export function ratedTable(say: Say, { results: { rated } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'importance-rated',
    columns: [['area', 'text'], ['group', 'text'], ['people', 'people'], ['rated', 'index'], ['low', 'index'], ['high', 'index']],
    rows: rated,
    cells: ({ label, group, level }) => [label, say.group(group), ...levelCells(level)],
    source,
  });
}

export function expectationTable(say: Say, { results: { expectations } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'expectation',
    columns: [['area', 'text'], ['people', 'people'], ['expected-less', 'percent'], ['expected-met', 'percent'], ['expected-more', 'percent'], ['ratio', 'number'], ['ratio-low', 'number'], ['ratio-high', 'number']],
    rows: expectations,
    cells: ({ dimension, n, below, met, above, ratio }) => [dimension, n, below, met, above, ratio?.ratio ?? null, ratio?.interval[0] ?? null, ratio?.interval[1] ?? null],
    source,
  });
}

export const bandName = (say: Say, { labels, blank }: CutView['bands'][number]): string => {
  const answers = labels.join(' / ');
  if (!blank) return answers;
  return answers === '' ? say('results.cuts.blank') : say('results.cuts.with-blank', { answers });
};

/** One row for each question and band of a declared table; for the page those alone that clearly differ. */
export function backgroundTable(say: Say, { results: { cuts } }: ReportParts, source: string, id: 'background' | 'background-clear'): Table {
  const cells = cuts.tables.flatMap((table) => table.items.flatMap((item) => item.cells.flatMap((cell, at) => (cell ? [{ table, item, cell, band: table.bands[at] as CutView['bands'][number] }] : []))));
  return tableOf(say, {
    id,
    columns: [['background', 'text'], ['band', 'text'], ['question', 'text'], ['people', 'people'], ['favourable', 'percent'], ['favourable-low', 'percent'], ['favourable-high', 'percent'], ['others', 'percent'], ['beside-others', 'points']],
    rows: id === 'background' ? cells : cells.filter(({ cell }) => cell.points !== null),
    cells: ({ table, item, cell, band }) => [table.label, bandName(say, band), item.text, cell.n, cell.percent, ...cell.interval, cell.others, cell.points],
    source,
  });
}

export function togetherTable(say: Say, { questions: { together } }: ReportParts, source: string): Table {
  const number = (text: string): Given => ({ text, value: Number(text) });
  return tableOf(say, {
    id: 'together',
    columns: [['question', 'text'], ['correlation', 'number'], ['correlation-low', 'number'], ['correlation-high', 'number'], ['share', 'percent']],
    rows: together,
    cells: ({ text, correlation, interval, percent }) => [text, number(correlation), number(interval[0]), number(interval[1]), percent],
    source,
  });
}

export function trustTable(say: Say, { results: { credibility } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'trust',
    columns: [['question', 'text'], ['people', 'people'], ['agree', 'percent'], ['agree-low', 'percent'], ['agree-high', 'percent']],
    rows: credibility?.statements ?? [],
    cells: ({ text, n, agree }) => [text, n, agree.percent, agree.interval?.[0] ?? null, agree.interval?.[1] ?? null],
    source,
  });
}
