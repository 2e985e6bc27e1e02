// The sheets of an Excel workbook as rows of text: numbers as the file holds them, days as 2026-03-01, whatever the cells look like.
import readSheets from 'read-excel-file/universal';
import type { TableRow } from '#app/domain/tables/table.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  // A cell has no zone: the reader hands its day and time over as if they were those of UTC.
  const written = cell.toISOString();
  return written.slice(11, 19) === '00:00:00' ? written.slice(0, 10) : `${written.slice(0, 10)} ${written.slice(11, 19)}`;
}

/** Null where it is no workbook after all. */
export async function workbookSheets(bytes: Uint8Array): Promise<Sheet[] | null> {
  try {
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const sheets = await readSheets(copy, { parseNumber: (text) => numberText(text) });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })) }));
  } catch {
    return null;
  }
}

// Workbooks write 0.1 as 0.10000000000000001 and large numbers with an exponent.
function numberText(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : text;
}
