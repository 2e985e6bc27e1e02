// The cells of a report as CSV and JSON, for machines and for people who calculate on. docs/report-files.md says what stands where.
import { tablesOf, type ReportDocument } from '#app/domain/reports/document/document.ts';
import { csvText, type CsvCell } from '#app/services/tables/write-csv.server.ts';

interface CsvWish {
  /** Begins with the mark that some spreadsheets need to read UTF-8. */
  readonly mark: boolean;
}

/** One line for each cell of each table. Attacker: whoever wrote a title or a comment that a spreadsheet would run as a formula. */
export function csvOf(document: ReportDocument, { mark }: CsvWish): string {
  const { release, survey, closed } = document.cover;
  const lines = tablesOf(document).flatMap(({ id, columns, rows }): CsvCell[][] =>
    rows.flatMap((row, at) => row.flatMap(({ text, value }, place): CsvCell[][] => (text === '' ? [] : [[release, survey, closed, id, at + 1, columns[place]?.id ?? '', columns[place]?.head ?? '', value, text]]))),
  );
  // A line is read without its file: what stands on the cover stands before the cells.
  const about = document.cover.facts.map(({ label, text }, at): CsvCell[] => [release, survey, closed, 'about', at + 1, 'fact', label, null, text]);
  return csvText([['release', 'survey', 'closed', 'table', 'row', 'column', 'head', 'value', 'text'], ...about, ...lines], { mark });
}

/** `report`: the version of this shape. */
export function cellsOf(document: ReportDocument) {
  const { language, cover } = document;
  return { report: 1 as const, language, cover, tables: tablesOf(document).map(({ id, caption, source, columns, rows }) => ({ id, caption, source, columns, rows })) };
}

export const jsonOf = (document: ReportDocument): string => `${JSON.stringify(cellsOf(document), null, 1)}\n`;
