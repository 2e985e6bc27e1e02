// A CSV file as a table. The delimiter is the one under which most column names are known.
import { CsvError, type Info } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { knownColumns } from '#app/domain/organisation/directory-columns.ts';
import type { Table } from '#app/domain/tables/table.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { textIn } from './encoding.server.ts';

const delimiters = [',', ';', '\t'] as const;

interface Read {
  readonly record: string[];
  readonly info: Info;
}

const options = { relax_column_count: true, skip_empty_lines: true, bom: true } as const;

function delimiterOf(text: string): string {
  const beginning = text.slice(0, 20_000);
  const score = (delimiter: string) => {
    try {
      const [header = []] = parse(beginning, { ...options, delimiter, to: 1 });
      return knownColumns(header) * 1000 + header.length;
    } catch {
      return 0;
    }
  };
  return [...delimiters].sort((a, b) => score(b) - score(a))[0] as string;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

// Spreadsheets leave empty cells behind the last column; a row is as wide as what it says.
function trimmed(cells: readonly string[], width: number): readonly string[] {
  let last = cells.length;
  while (last > width && (cells[last - 1] as string).trim() === '') last -= 1;
  return cells.length === last ? cells : cells.slice(0, last);
}

function tableOf(text: string): Table {
  const rows = parse(text, { ...options, delimiter: delimiterOf(text), info: true }) as unknown as Read[];
  const [first, ...rest] = rows.filter(({ record }) => !isBlank(record));
  const header = first ? trimmed(first.record, first.record.findLastIndex((cell) => cell.trim() !== '') + 1) : [];
  return { header, rows: rest.map(({ record, info }) => ({ line: info.lines, cells: trimmed(record, header.length) })) };
}

export type Unreadable = 'wrong-encoding' | 'broken-quotes' | 'empty-file';

/** `details.line` of a refusal is where reading stopped. */
export function tableIn(bytes: Uint8Array): Outcome<Table, Unreadable> {
  const text = textIn(bytes);
  if (!text.ok) return refused(text.because, { ...text.details, line: 1 });
  try {
    const table = tableOf(text.value);
    return table.header.length === 0 ? refused('empty-file', { line: 1 }) : done(table);
  } catch (error) {
    if (error instanceof CsvError) return refused('broken-quotes', { line: Number(error['lines'] ?? 1) });
    throw error;
  }
}
