// The answers themselves, streamed row by row into the reader that fits their header.
import { createHash } from 'node:crypto';
import { isLong, pastReader, type PastOptions, type PastRead, type PastReader } from '#app/domain/publication/past-answers.ts';
import type { Translation } from '#app/domain/publication/past-mapping.ts';
import type { PastProblems } from '#app/domain/publication/past-problem.ts';
import { readRows } from './csv-rows.server.ts';
import type { OpenFile } from './small-table.server.ts';

export interface ReadingOrder extends Omit<PastOptions, 'cuts'> {
  readonly dropDuplicates: boolean;
  /** As they were written on the command line. */
  readonly cuts: readonly string[];
  /** What the columns are, where somebody said so; problems are told by their places in the file itself. */
  readonly translation?: Translation;
  /** Told how many bytes were read. */
  readonly passed?: (bytes: number) => void;
}

export interface ReadAnswers {
  readonly past: PastRead;
  readonly rows: number;
  readonly repeated: number;
  readonly invalid: number;
  readonly ignored: readonly string[];
}

/** Null when the file shows no layout; problems of rows are reported and do not stop the reading. */
export async function readAnswers(file: OpenFile, order: ReadingOrder, problems: PastProblems): Promise<ReadAnswers | null> {
  let reader: PastReader<PastRead> | null = null;
  let isRepeated: (cells: readonly string[]) => boolean = () => false;
  let rows = -1;
  let repeated = 0;
  const take = (line: number, cells: readonly string[]) => {
    rows += 1;
    if (rows === 0) {
      const options = { ...order, cuts: cutsIn(cells, order.cuts) };
      reader = pastReader(cells, options, problems);
      if (order.dropDuplicates && (!isLong(cells) || order.rowId !== null)) isRepeated = repetitions();
    } else if (isRepeated(cells)) repeated += 1;
    else reader?.row(line, cells);
  };
  const { translation, passed } = order;
  const translated = (line: number, cells: readonly string[]) => {
    const said = rows < 0 ? translation?.header(cells) : translation?.row(cells);
    if (said) take(line, said);
  };
  const read = await readRows(file.path, file, translation ? translated : take, passed);
  if (rows < 0) problems.add({ file: 'answers', line: 0, column: 0, code: 'empty-file', details: {} });
  if (!read.ok) problems.add({ file: 'answers', line: Number(read.details['line']), column: 1, code: read.because, details: {} });
  // Assigned in the callback above, which the compiler does not follow.
  const { read: past, ignored, invalid } = (reader as PastReader<PastRead> | null)?.finish() ?? { read: null, ignored: [], invalid: 0 };
  return past ? { past, rows, repeated, invalid, ignored } : null;
}

/** `COLUMN@DEPARTMENT` unless a column has exactly that name. */
function cutsIn(header: readonly string[], cuts: readonly string[]): PastOptions['cuts'] {
  const names = header.map((name) => name.trim());
  return cuts.map((cut) => {
    const at = cut.lastIndexOf('@');
    return at < 0 || names.includes(cut) ? { column: cut, scope: null } : { column: cut.slice(0, at), scope: cut.slice(at + 1) };
  });
}

/** Whether exactly this row was seen before: rows are compared by their hashes, which are forgotten with the process. */
function repetitions(): (cells: readonly string[]) => boolean {
  const seen = new Set<string>();
  return (cells) => {
    const hash = createHash('sha256').update(JSON.stringify(cells)).digest('binary').slice(0, 16);
    if (seen.has(hash)) return true;
    seen.add(hash);
    return false;
  };
}
