// Questions that not everybody was asked, in tables of their own: every line says who was, and none stands beside figures of everybody.
import type { SomeView } from '../some-view.ts';
import type { Block, Table } from './document.ts';
import type { ReportParts } from './report-parts.ts';
import { said, textCell, type Say } from './say.ts';
import { tableOf } from './table-of.ts';

/** «Asked of 240 people in Production.» */
function askedOf(say: Say, { to, screener }: Pick<SomeView, 'to' | 'screener'>): string {
  const list = (names: readonly string[]) => names.join(' · ');
  const values = to && { people: say('people.count', { n: to.people }), names: list(to.names) };
  const groups = to && values && (to.with.length === 0 ? say('routing.asked', values) : say('routing.asked.with', { ...values, others: list(to.with) }));
  if (screener === null) return groups ?? '';
  return groups === null ? say('routing.asked.yes', { question: screener }) : say('routing.asked.yes.of', { question: screener, groups });
}

export function someBlocks(say: Say, parts: ReportParts, source: string): Block[] {
  const tables = [ratedTable(say, parts, source), chosenTable(say, parts, source)].filter(({ rows }) => rows.length > 0);
  return tables.length === 0 ? [] : [said(say, 'routing.results.lead'), ...tables];
}

function ratedTable(say: Say, { questions }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'asked-of-some',
    columns: [['question', 'text'], ['asked-of', 'text'], ['group', 'text'], ['people', 'people'], ['index', 'index'], ['low', 'index'], ['high', 'index'], ['favourable', 'percent'], ['neutral', 'percent'], ['unfavourable', 'percent']],
    rows: questions.ofSome.flatMap((asked) => (asked.question ? [{ asked, question: asked.question }] : [])),
    cells: ({ asked, question: { level, group, favourable, shares } }) => [
      asked.text, askedOf(say, asked), say.group(group), level.n, level.index, level.interval[0], level.interval[1], favourable.percent, shares?.neutral ?? null, shares?.unfavourable ?? null,
    ],
    source,
  });
}

function chosenTable(say: Say, { questions, results: { survey } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'asked-of-some-chosen',
    columns: [['question', 'text'], ['asked-of', 'text'], ['group', 'text'], ['option', 'text'], ['chosen-by', 'people'], ['chosen-share', 'percent']],
    rows: questions.ofSome.flatMap((asked) => (asked.chosen?.options ?? []).map((option) => ({ asked, group: asked.chosen!.group, option }))),
    cells: ({ asked, group, option: { label, chosen } }) => [
      asked.text, askedOf(say, asked), say.group(group), label, chosen?.people ?? textCell(say('results.chosen.few', { k: survey.k })), chosen?.percent ?? null,
    ],
    source,
  });
}
