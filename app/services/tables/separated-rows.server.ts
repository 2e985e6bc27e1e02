// Text in rows and cells. The separator is the one that parts most known column names, else the one that parts rows most evenly.
import { CsvError, type Info } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { KnownIn } from '#app/domain/tables/shape-table.ts';
import type { TableRow } from '#app/domain/tables/table.ts';

const separators = [',', ';', '\t', '|', '；', '，', '^', '~', '¦', ':'] as const;
const options = { relax_column_count: true, skip_empty_lines: true, bom: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] };

interface Read {
  readonly record: string[];
  readonly info: Info;
}

/** Enough lines to see what parts them, whole ones. */
const beginningOf = (text: string) => (text.length <= 20_000 ? text : text.slice(0, Math.max(text.lastIndexOf('\n', 20_000), text.lastIndexOf('\r', 20_000)) + 1 || 20_000));

function evenness(text: string, delimiter: string, known: KnownIn): number {
  try {
    const rows = parse(text, { ...options, delimiter, to: 60 }).filter((row) => row.length > 1 || (row[0] as string).trim() !== '');
    const counts = new Map<number, number>();
    for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [width = 0, share = 0] = [...counts].reduce((best, one) => (one[0] > 1 && one[1] > best[1] ? one : best), [0, 0]);
    // A comma within a sentence is followed by a space.
    const later = rows.flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
    const inSentences = later.length === 0 ? 0 : later.filter((cell) => cell.startsWith(' ')).length / later.length;
    return Math.max(0, ...rows.slice(0, 15).map(known)) * 1000 + (rows.length === 0 ? 0 : (share / rows.length) * 100) + Math.min(width, 50) - 60 * inSentences;
  } catch {
    return 0;
  }
}

/** `sep=;` is what a spreadsheet was told. */
const declared = (text: string) => /^\ufeff?"?sep=(.)"?[ ,;\t]*(?:\r|\n|$)/iu.exec(text)?.[1] ?? null;

export function separatorOf(text: string, known: KnownIn): string {
  const told = declared(text);
  if (told !== null) return told;
  const beginning = beginningOf(text);
  const scores = separators.map((separator) => evenness(beginning, separator, known));
  return separators[scores.indexOf(Math.max(...scores))] as string;
}

/** `details.line` of a refusal is where reading stopped. */
export function separatedRows(text: string, delimiter: string): Outcome<TableRow[], 'broken-quotes'> {
  try {
    // A quotation mark after a space opens a cell too; a tab is space itself.
    const rows = parse(text, { ...options, delimiter, info: true, trim: delimiter !== '\t' }) as unknown as Read[];
    return done(rows.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (error instanceof CsvError) return refused('broken-quotes', { line: Number(error['lines'] ?? 1) });
    throw error;
  }
}
