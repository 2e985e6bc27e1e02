// A report as a workbook: one sheet for each table, numbers as numbers, and first a sheet that says what the file is and what each column
// is. Attacker: whoever writes a comment or a title that a spreadsheet would run; every text is stored as text, which is never a formula.
import type { Cell as SheetCell, Row } from 'write-excel-file/node';
import { tablesOf, type Cell, type Column, type ReportDocument, type Table } from '#app/domain/reports/document/document.ts';
import type { Say } from '#app/domain/reports/document/say.ts';
import { giveWay } from '#app/platform/slices.server.ts';
import { headCell, packWorkbook, sheetNames, textCell } from '#app/services/tables/write-workbook.server.ts';

/** The same document gives the same bytes. */
export async function workbookOf(document: ReportDocument, say: Say): Promise<Uint8Array> {
  const tables = tablesOf(document);
  const names = sheetNames([say('report.file.about'), ...tables.map(({ caption }) => caption)]);
  const sheets = [{ data: aboutSheet(document, say, names), columns: [{ width: 28 }, { width: 28 }, { width: 14 }, { width: 80 }], sheet: names[0] as string }];
  for (const [at, table] of tables.entries()) {
    sheets.push({ data: sheetOf(table), columns: table.columns.map(widthOf), sheet: names[at + 1] as string });
    await giveWay();
  }
  return packWorkbook(sheets);
}

const widthOf = ({ kind }: Column) => ({ width: kind === 'text' ? 36 : 12 });

function sheetOf({ columns, rows, source }: Table): Row[] {
  return [columns.map(({ head }) => headCell(head)), ...rows.map((row) => row.map(cellOf)), [], [textCell(source)]];
}

function aboutSheet(document: ReportDocument, say: Say, [, ...names]: readonly string[]): Row[] {
  const { cover } = document;
  const columns = tablesOf(document).flatMap(({ columns: those }, at) => those.map((one) => [names[at] as string, one.head, say(`report.column-kind.${one.kind}`), one.about].map(textCell)));
  return [
    ...[[cover.title, cover.survey], [cover.company, cover.about]].map((row) => row.map(headCell)),
    ...cover.facts.map(({ label, text }) => [textCell(label), textCell(text)]),
    [],
    (['table', 'column', 'kind', 'about'] as const).map((one) => headCell(say(`report.file.${one}`))),
    ...columns,
  ];
}

const cellOf = ({ text, value }: Cell): SheetCell => (value === null ? textCell(text) : { value, type: Number });
