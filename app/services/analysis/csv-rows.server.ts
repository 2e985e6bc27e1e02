// Rows of a file of any size, one after the other: of a text nothing is kept that the reader does not keep.
import { createReadStream } from 'node:fs';
import { PassThrough, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Scanned } from './scan.server.ts';

/** Longer rows come from a quote that is never closed. */
const longestRow = 1 << 20;

/** Calls `row` for every row that is not blank, the header first, with the line on which it ends. `line` in a refusal. */
export async function readRows(
  path: string,
  { encoding, delimiter, names, headerLine, skipped, rows }: Omit<Scanned, 'hash'>,
  row: (line: number, cells: readonly string[]) => void,
  /** Told how many bytes came by. */
  passed?: (bytes: number) => void,
): Promise<Outcome<void, 'broken-csv'>> {
  if (rows) {
    row(headerLine, names ?? []);
    for (const { line, cells } of rows) row(line, cells);
    return done(undefined);
  }
  let headed = names === null;
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
    on_record: (cells: string[], { lines }) => {
      if (headed && !skipped.has(lines)) row(lines, names ? withoutBlankEnd(cells, names.length) : cells);
      else if (!headed && lines >= headerLine) {
        headed = true;
        row(lines, names!);
      }
      return null;
    },
  });
  const nothing = new Writable({ objectMode: true, write: (_row, _encoding, next) => next() });
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    const counted = passed ? counting(passed) : new PassThrough();
    if (encoding === 'utf-8') await pipeline(file, counted, parser, nothing);
    else await pipeline(file, counted, decoding(encoding), parser, nothing);
    return done(undefined);
  } catch (error) {
    if (error instanceof CsvError) return refused('broken-csv', { line: Number(error['lines'] ?? 1) });
    throw error;
  }
}

/** Spreadsheets leave empty cells behind the last column. */
function withoutBlankEnd(cells: string[], width: number): readonly string[] {
  let last = cells.length;
  while (last > width && cells[last - 1]!.trim() === '') last -= 1;
  return last === cells.length ? cells : cells.slice(0, last);
}

function counting(passed: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      passed((bytes += piece.length));
      next(null, piece);
    },
  });
}

function decoding(encoding: string): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (piece: Buffer, _encoding, next) => next(null, decoder.decode(piece, { stream: true })),
    flush: (next) => next(null, decoder.decode()),
  });
}
