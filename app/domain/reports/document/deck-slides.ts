// What each slide says: a title that was found, lines, a figure, and notes for whoever speaks. Null where the document has nothing of it.
import type { Reader } from './deck-reader.ts';
import type { IntervalChart, ShareChart, Sentence, Table, TrendChart } from './document.ts';
import type { Say } from './say.ts';
import type { Slide, SlideChart, SlideShares, SlideTable } from './slide.ts';

/** More is not read from five metres. */
const mostRows = 5;
const mostLines = 4;

const headingOf = (read: Reader, id: string): string => read.section(id)?.heading ?? '';
const texts = (sentences: readonly (Sentence | null)[]): string[] => sentences.flatMap((one) => (one ? [one.text] : []));

function summarySlide(read: Reader): Slide {
  const all = texts(read.sentences('summary'));
  const title = texts([read.summed('report.says.first') ?? read.summed('report.says.overall') ?? read.summed('report.says.people')])[0] ?? headingOf(read, 'summary');
  return { id: 'summary', topic: headingOf(read, 'summary'), title, lines: all.filter((one) => one !== title), figure: null, notes: [...all, ...read.method] };
}

function peopleSlide(read: Reader): Slide | null {
  const people = read.summed('report.says.people');
  if (!people) return null;
  const scope = texts(read.sentences('scope'));
  return { id: 'people', topic: headingOf(read, 'method-asking'), title: people.text, lines: scope.slice(-3), figure: null, notes: [people.text, ...scope, ...read.method, ...texts(read.sentences('method-together'))] };
}

function overallSlide(read: Reader, say: Say): Slide | null {
  const overall = read.summed('report.says.overall');
  if (!overall) return null;
  const line = read.charts.filter((one): one is TrendChart => one.shape === 'trend')[0] ?? null;
  const before = texts(read.sentences('scope')).slice(-1);
  return { id: 'overall', topic: headingOf(read, line ? 'lines' : 'levels'), title: overall.text, lines: line ? [line.caption] : before, figure: line && lineOf(say, line), notes: [overall.text, ...before, ...read.method, ...(line ? [line.alternative, line.source] : [])] };
}

const lineOf = (say: Say, { points, scale, caption, alternative, source }: TrendChart): SlideChart => ({
  kind: 'line',
  series: caption,
  scale,
  points: points.map(({ day, value, low, high }) => ({ label: low === null || high === null ? say.day(day) : say('report.slides.day', { day: say.day(day), low, high }), value })),
  alternative,
  source,
});

function levelsSlide(read: Reader, say: Say): Slide | null {
  const chart = read.charts.find((one): one is IntervalChart => one.shape === 'intervals' && one.id === 'levels');
  if (!chart) return null;
  const spans = ['strongest-and-weakest', 'one-dimension', 'levels-alike', 'too-few'].map((code) => read.summed(`results.finding.${code}`));
  const lead = texts(read.sentences('levels'));
  const figure = barsOf(say, chart, say('report.column.index'));
  return { id: 'levels', topic: headingOf(read, 'levels'), title: texts(spans)[0] ?? chart.caption, lines: [], figure, notes: [...texts(spans), ...lead, ...read.method, chart.source] };
}

const barsOf = (say: Say, { rows, scale, alternative, source }: IntervalChart, series: string): SlideChart => ({
  kind: 'bars',
  series,
  scale,
  points: rows.map(({ label, value, low, high, people }) => ({ label: say('report.slides.level', { label, low, high, n: people }), value })),
  alternative,
  source,
});

/** Columns by their ids, and as many rows as are read from afar; that there are more is said. */
function tableSlide(table: Table, columns: readonly string[]): SlideTable {
  const places = columns.map((id) => table.columns.findIndex((one) => one.id === id)).filter((place) => place >= 0);
  return {
    kind: 'table',
    caption: table.caption,
    heads: places.map((place) => table.columns[place]?.head ?? ''),
    rows: table.rows.slice(0, mostRows).map((row) => places.map((place) => ({ text: row[place]?.text ?? '', isNumber: !['text', 'day'].includes(table.columns[place]?.kind ?? 'text') }))),
    source: table.source,
  };
}

const more = (say: Say, { rows }: Table): string[] => (rows.length > mostRows ? [say('report.slides.more')] : []);

function weakSlide(read: Reader, say: Say): Slide | null {
  const table = read.table('priorities');
  if (!table || table.rows.length === 0) return null;
  const short = (read.section('advice')?.sections ?? []).flatMap(({ id }) => texts(read.sentences(id)));
  return { id: 'weak', topic: table.caption, title: short[0] ?? texts([read.summed('report.says.first')])[0] ?? table.caption, lines: more(say, table), figure: tableSlide(table, ['area', 'index', 'target', 'deficit', 'evidence']), notes: [...short, ...texts(read.sentences('advice')), ...read.method, table.source] };
}

function findingsSlide(read: Reader): Slide | null {
  const [first, ...others] = texts(read.sentences('findings'));
  // A title alone is no slide; it stands in the summary or in the report.
  return first === undefined || others.length === 0 ? null : { id: 'findings', topic: headingOf(read, 'findings'), title: first, lines: others.slice(0, mostLines), figure: null, notes: [first, ...others, ...read.method] };
}

function importanceSlide(read: Reader, say: Say): Slide | null {
  const chart = read.charts.find((one): one is IntervalChart => one.shape === 'intervals' && ['importance', 'importance-rated'].includes(one.id));
  if (!chart) return null;
  const finding = texts(read.sentences('importance'));
  return { id: 'importance', topic: chart.caption, title: chart.id === 'importance' ? (finding[0] ?? chart.caption) : headingOf(read, 'importance'), lines: [], figure: barsOf(say, chart, chart.caption), notes: [chart.caption, ...finding, ...read.method, chart.source] };
}

/** What people get beside what they expect. */
function expectationSlide(read: Reader): Slide | null {
  const chart = read.charts.find((one): one is ShareChart => one.shape === 'shares' && one.id === 'expectation');
  if (!chart) return null;
  const said = texts(read.sentences('expectation'));
  const figure: SlideShares = { kind: 'shares', parts: chart.parts, rows: chart.rows.slice(0, mostRows).map(({ label, people, shares }) => ({ label: `${label} (n ${people})`, shares })), alternative: chart.alternative, source: chart.source };
  return { id: 'expectation', topic: chart.caption, title: said[0] ?? chart.caption, lines: [], figure, notes: [...said, ...read.method, chart.source] };
}

function reasonsSlide(read: Reader, say: Say): Slide | null {
  const table = read.table('reasons');
  if (!table || table.rows.length === 0) return null;
  return { id: 'reasons', topic: headingOf(read, 'analysis'), title: headingOf(read, 'reasons'), lines: more(say, table), figure: tableSlide(table, ['question', 'reason', 'people']), notes: [headingOf(read, 'reasons'), ...read.method, table.source] };
}

/** What the company asked itself. */
function chosenSlide(read: Reader, say: Say): Slide | null {
  const table = read.table('chosen');
  if (!table || table.rows.length === 0) return null;
  const how = texts(read.sentences('chosen'));
  return { id: 'chosen', topic: headingOf(read, 'analysis'), title: headingOf(read, 'chosen'), lines: more(say, table), figure: tableSlide(table, ['question', 'option', 'chosen-by', 'chosen-share']), notes: [...how, ...read.method, table.source] };
}

/** Where a group clearly differs from the others. */
function backgroundSlide(read: Reader, say: Say): Slide | null {
  const table = read.table('background-clear');
  if (!table || table.rows.length === 0) return null;
  const how = texts(read.sentences('background'));
  return { id: 'background', topic: headingOf(read, 'background'), title: table.caption, lines: more(say, table), figure: tableSlide(table, ['background', 'band', 'question', 'people', 'favourable', 'others']), notes: [...how, ...read.method, table.source] };
}

function followUpSlide(read: Reader, say: Say): Slide {
  const table = read.table('plans');
  const promises = read.table('promises');
  const said = texts(read.sentences('follow-up'));
  const heading = headingOf(read, 'follow-up');
  const promised = (promises?.rows ?? []).map((row) => row.map(({ text }) => text).filter(Boolean).join(' · '));
  const told = (table?.rows ?? []).flatMap((row) => row.at(-1)?.text || []);
  return { id: 'follow-up', topic: table?.caption ?? heading, title: said[0] ?? heading, lines: [...promised.slice(0, 2), ...(table ? more(say, table) : [])], figure: table && tableSlide(table, ['plan', 'department', 'state', 'measured']), notes: [...said, ...told, ...promised, ...(table ? [table.source] : [])] };
}

function adviceSlide(read: Reader, say: Say): Slide | null {
  const first = read.section('advice')?.sections[0];
  const title = texts([read.summed('report.says.first')])[0] ?? texts(read.sentences('advice'))[0];
  if (title === undefined) return null;
  const table = first && read.table(`measures-${first.id.replace(/^advice-/, '')}`);
  const why = first ? texts(read.sentences(first.id)) : [];
  const figure = table && table.rows.length > 0 ? tableSlide(table, ['measure', 'effort', 'reach', 'weeks']) : null;
  return { id: 'advice', topic: headingOf(read, 'advice'), title, lines: figure ? more(say, table as Table) : why.slice(0, mostLines), figure, notes: [title, ...why, ...texts(read.sentences('advice')), ...(table ? [table.source] : [])] };
}

function limitsSlide(read: Reader, say: Say): Slide {
  const limits = [...texts(read.sentences('method-together')).slice(0, 1), ...texts(read.sentences('method-doubt')), ...texts(read.sentences('limits'))];
  return { id: 'limits', topic: headingOf(read, 'method'), title: say('report.slides.limits'), lines: limits.slice(0, mostLines), figure: null, notes: [...limits, ...read.method] };
}

/** In the order in which they are shown. */
export const writers: readonly ((read: Reader, say: Say) => Slide | null)[] = [
  summarySlide, peopleSlide, overallSlide, levelsSlide, weakSlide, findingsSlide, importanceSlide,
  expectationSlide, reasonsSlide, chosenSlide, backgroundSlide, followUpSlide, adviceSlide, limitsSlide,
];
