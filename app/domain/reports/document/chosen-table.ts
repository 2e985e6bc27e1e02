// What people chose in questions of the company's own, as its page shows it: an option that fewer than k people chose is said to be that.
import type { Table } from './document.ts';
import type { ReportParts } from './report-parts.ts';
import { textCell, type Say } from './say.ts';
import { tableOf } from './table-of.ts';

export function chosenTable(say: Say, { questions, results: { survey } }: ReportParts, source: string): Table {
  return tableOf(say, {
    id: 'chosen',
    columns: [['question', 'text'], ['group', 'text'], ['option', 'text'], ['chosen-by', 'people'], ['chosen-share', 'percent'], ['low', 'percent'], ['high', 'percent']],
    rows: questions.chosen.flatMap((question) => question.options.map((option) => ({ question, option }))),
    cells: ({ question, option: { label, chosen } }) => [
      question.text, say.group(question.group), label, chosen?.people ?? textCell(say('results.chosen.few', { k: survey.k })), chosen?.percent ?? null, chosen?.interval[0] ?? null, chosen?.interval[1] ?? null,
    ],
    source,
  });
}
