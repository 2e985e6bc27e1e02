// The one reader of what people bring from other programs: text in any separator and encoding, Excel workbooks, web pages called .xls,
// and what was copied out of a spreadsheet. Bytes in, one table out, or what has to be asked first.
import { decoded, unicodeOf } from '#app/domain/tables/encodings.ts';
import { kindOf } from '#app/domain/tables/file-kind.ts';
import { shapeTable, type KnownIn } from '#app/domain/tables/shape-table.ts';
import type { ReadAs, TableReading, TableRow, WrittenAs } from '#app/domain/tables/table.ts';
import { tellEncoding } from '#app/domain/tables/tell-encoding.ts';
import { isWebPage, webPageRows } from '#app/domain/tables/web-page-rows.ts';
import { separatedRows, separatorOf } from './separated-rows.server.ts';
import { workbookSheets, type Sheet } from './workbook-rows.server.ts';

export interface ReadWish {
  readonly bytes: Uint8Array;
  readonly as?: ReadAs;
  /** How many cells of a row are column names that are known; they find the header, the separator and the encoding. */
  readonly known?: KnownIn;
  /** Words that prove an encoding where two of them come out; known column names unless told. */
  readonly isWord?: (cell: string) => boolean;
}

const text = (written: Partial<WrittenAs>): WrittenAs => ({ kind: 'text', encoding: null, separator: null, sheet: null, sheets: [], ...written });
const unreadable = (because: (TableReading & { kind: 'unreadable' })['because'], line = 1): TableReading => ({ kind: 'unreadable', because, line });

function shaped(rows: readonly TableRow[], written: WrittenAs, known: KnownIn): TableReading {
  const table = shapeTable(rows, known);
  return table ? { kind: 'table', table: { ...table, written } } : unreadable('empty-file');
}

export async function readTable({ bytes, as = {}, known = () => 0, isWord = (cell) => known([cell]) > 0 }: ReadWish): Promise<TableReading> {
  const kind = kindOf(bytes);
  if (kind === 'workbook') return workbookIn(await workbookSheets(bytes), as, known);
  if (kind !== 'text') return unreadable(kind);
  const plainly = as.encoding ?? unicodeOf(bytes);
  if (plainly) return textTable(decoded(bytes, plainly), { ...as, encoding: plainly }, known);
  const { proven, offers } = tellEncoding(bytes, isWord);
  if (proven) return textTable(decoded(bytes, proven), { ...as, encoding: proven }, known);
  return offers.length > 0 ? { kind: 'encoding-asked', offers } : unreadable('wrong-encoding');
}

function textTable(content: string | null, as: ReadAs, known: KnownIn): TableReading {
  if (content === null || content.includes('\u0000')) return unreadable('wrong-encoding');
  const written = text({ encoding: as.encoding ?? null });
  if (isWebPage(content)) return shaped(webPageRows(content), { ...written, kind: 'web-page' }, known);
  const separator = as.separator ?? separatorOf(content, known);
  const rows = separatedRows(content, separator);
  return rows.ok ? shaped(rows.value, { ...written, separator }, known) : unreadable('broken-quotes', Number(rows.details['line']));
}

/** The sheet that was named, else the one whose beginning knows most columns, else the first that is not empty. */
function workbookIn(sheets: readonly Sheet[] | null, as: ReadAs, known: KnownIn): TableReading {
  if (!sheets) return unreadable('broken-workbook');
  const score = ({ rows }: Sheet) => Math.max(0, ...rows.slice(0, 15).map(({ cells }) => known(cells))) + (rows.length > 0 ? 0.5 : 0);
  const chosen = sheets.find(({ name }) => name === as.sheet) ?? sheets.reduce<Sheet | undefined>((best, one) => (!best || score(one) > score(best) ? one : best), undefined);
  return chosen ? shaped(chosen.rows, text({ kind: 'workbook', sheet: chosen.name, sheets: sheets.map(({ name }) => name) }), known) : unreadable('empty-file');
}
