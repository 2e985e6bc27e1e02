// Lines as people type them or a small file holds them, one value a line: read into cells, and written back as the field holds them.
import { parse } from 'csv-parse/sync';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';

export interface TypedRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const lineOf = (cells: readonly string[]): string => cells.map(quoted).join('; ');

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The first line tells what parts the columns; a Chinese keyboard has its own semicolon. */
export function rowsIn(typed: string): Outcome<TypedRow[], 'outside-unreadable'> {
  const written = typed.replace(/^\uFEFF/, '').replaceAll('；', ';');
  const first = written.split(/\r?\n/).find((one) => one.trim() !== '') ?? '';
  const delimiter = ['\t', ';'].find((one) => first.includes(one)) ?? ',';
  try {
    const read = parse(written, { delimiter, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true }) as unknown as { record: string[]; info: { lines: number } }[];
    return done(read.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    return refused('outside-unreadable', { line: line ?? 1 });
  }
}
