// A small file of lines that somebody looks at in a field before they count: its rows, the header among them as a row of its own.
import { readFile } from 'node:fs/promises';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { TableRow } from '#app/domain/tables/table.ts';
import { readTable } from './read-table.server.ts';

/** `isWord`: words that somebody of this company writes in such a file; they prove its encoding. */
export async function linesOfFile(path: string, isWord: (cell: string) => boolean): Promise<Outcome<TableRow[], 'outside-unreadable' | 'outside-encoding'>> {
  const read = await readTable({ bytes: await readFile(path), isWord });
  if (read.kind === 'encoding-asked' || (read.kind === 'unreadable' && read.because !== 'broken-quotes' && read.because !== 'empty-file')) return refused('outside-encoding');
  if (read.kind === 'unreadable') return read.because === 'empty-file' ? done([]) : refused('outside-unreadable', { line: read.line });
  const { header, headerLine, rows } = read.table;
  return done([{ line: headerLine, cells: header }, ...rows]);
}
