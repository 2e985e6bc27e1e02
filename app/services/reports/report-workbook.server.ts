// A report as a workbook: one sheet for each table, numbers as numbers, and first a sheet that says what the file is and what each column
// is. Attacker: whoever writes a comment or a title that a spreadsheet would run; every text is stored as text, which is never a formula.
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Cell as SheetCell, type Row } from 'write-excel-file/node';
import { tablesOf, type Cell, type Column, type ReportDocument, type Table } from '#app/domain/reports/document/document.ts';
import type { Say } from '#app/domain/reports/document/say.ts';
import { giveWay } from '#app/platform/slices.server.ts';

/** What a spreadsheet keeps of one cell. */
const longestText = 32_767;
const longestSheetName = 31;
/** A file says when it was packed; the same report twice is the same file. Local time, as the packer writes it. */
const packedOn = new Date(1980, 0, 1);

/** The same document gives the same bytes. */
export async function workbookOf(document: ReportDocument, say: Say): Promise<Uint8Array> {
  const tables = tablesOf(document);
  const names = sheetNames([say('report.file.about'), ...tables.map(({ caption }) => caption)]);
  const sheets = [{ data: aboutSheet(document, say, names), columns: [{ width: 28 }, { width: 28 }, { width: 14 }, { width: 80 }], sheet: names[0] as string }];
  for (const [at, table] of tables.entries()) {
    sheets.push({ data: sheetOf(table), columns: table.columns.map(widthOf), sheet: names[at + 1] as string });
    await giveWay();
  }
  const packed = await writeWorkbook(sheets).toBuffer();
  await giveWay();
  return zipSync(unzipSync(packed), { mtime: packedOn, level: 6 });
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

const textCell = (text: string): SheetCell => (text === '' ? null : { value: storable(text), type: String });

const headCell = (text: string): SheetCell => ({ value: storable(text), type: String, fontWeight: 'bold', wrap: true });

/** `_x0041_` would be read as a letter; half of a pair of characters is none. */
const storable = (text: string): string => wellFormed(text.slice(0, longestText)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '');

/** Unlike each other whatever their case, without the signs a sheet's name may not have. */
function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const plain = wellFormed(caption.replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, longestSheetName)) || '–';
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, longestSheetName - String(number).length - 1)} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
