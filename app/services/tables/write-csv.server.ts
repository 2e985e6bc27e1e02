// The one way a CSV is written: a cell stays one cell, whatever stands in it, and no text runs. Attacker: whoever writes a text that a
// spreadsheet would run as a formula, at its beginning, behind blanks that are not seen, or after the end of a line in the middle of it.
import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

interface CsvWish {
  /** Begins with the mark that some spreadsheets need to read UTF-8. */
  readonly mark: boolean;
}

const runs = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const endOfLine = /[\r\n]/;

const plain = (cell: CsvCell): CsvCell => (typeof cell === 'string' && runs.test(cell) ? `'${cell}` : cell);

/** Lines end as spreadsheets end them. */
export function csvText(lines: readonly (readonly CsvCell[])[], { mark }: CsvWish): string {
  // With this end of a line the library quotes no single line feed by itself.
  return stringify(lines.map((line) => line.map(plain)), { bom: mark, record_delimiter: 'windows', quoted_match: endOfLine });
}
