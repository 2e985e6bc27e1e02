// The answers themselves, streamed row by row: whether a row is counted at all, what it is called, and the reader that fits its header.
import { createHash } from 'node:crypto';
import { isLong, pastReader, type PastOptions, type PastRead, type PastReader, type PastRepetitions } from '#app/domain/past-surveys/answers.ts';
import { detailsOf, type PastCounting } from '#app/domain/past-surveys/counting.ts';
import { pastGate, type GateFound, type PastGate } from '#app/domain/past-surveys/gate.ts';
import type { Translation } from '#app/domain/past-surveys/mapping.ts';
import { quoted, type PastProblems } from '#app/domain/past-surveys/problem.ts';
import { readRows } from './csv-rows.server.ts';
import type { OpenFile } from './small-table.server.ts';

export interface ReadingOrder extends Omit<PastOptions, 'cuts' | 'people' | 'apart'> {
  readonly k: number;
  readonly dropDuplicates: boolean;
  /** As they were written on the command line. */
  readonly cuts: readonly string[];
  /** Who is counted, as somebody said it; null after reporting why that cannot be. Handed the header as it stands in the file. */
  readonly counting: (header: readonly string[], problems: PastProblems) => PastCounting | null;
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
  readonly counted: Counted;
}

/** Who was counted, and what speaks for and against it. */
export type Counted = GateFound & PastRepetitions & { readonly said: PastCounting };

interface Begun {
  /** Null where a column is missing: what the file shows is told all the same. */
  readonly reader: PastReader<PastRead> | null;
  readonly gate: PastGate;
  readonly said: PastCounting;
  readonly isRepeated: (cells: readonly string[]) => boolean;
}

/** Null when the file shows no layout; problems of rows are reported and do not stop the reading. */
export async function readAnswers(file: OpenFile, order: ReadingOrder, problems: PastProblems): Promise<ReadAnswers | null> {
  const { translation, passed } = order;
  let begun: Begun | null = null;
  let [lines, rows, repeated] = [0, 0, 0];
  const take = (line: number, cells: readonly string[]) => {
    if ((lines += 1) === 1) {
      begun = begin(cells, order, problems);
      return;
    }
    rows += 1;
    if (!begun) return;
    if (begun.isRepeated(cells)) repeated += 1;
    else if (begun.gate.admits(line, cells)) {
      const translated = translation ? translation.row(cells) : cells;
      if (translated) begun.reader?.row(line, translated);
    }
  };
  const read = await readRows(file.path, file, take, passed);
  if (lines === 0) problems.add({ file: 'answers', line: 0, column: 0, code: 'empty-file', details: {} });
  if (!read.ok) problems.add({ file: 'answers', line: Number(read.details['line']), column: 1, code: read.because, details: {} });
  // Assigned in the callback above, which the compiler does not follow.
  const started = begun as Begun | null;
  const finished = started && finish(started, problems);
  return finished && { ...finished, rows, repeated };
}

function begin(header: readonly string[], order: ReadingOrder, problems: PastProblems): Begun | null {
  const { translation, k, rowId, dropDuplicates } = order;
  const said = order.counting(header, problems);
  if (!said) return null;
  const names = (translation?.header(header) ?? header).map((name) => name.trim());
  const { person, period, repeated } = said;
  const people = person === null ? null : { column: person, header: header[person]!.trim(), repeated };
  const apart = [...(people ? [people.column] : []), ...(period ? [period.column] : [])];
  const reader = pastReader(names, { ...order, cuts: cutsIn(names, order.cuts), people, apart }, problems);
  const gate = pastGate(header, said, { department: names.indexOf('department'), item: isLong(names) ? names.indexOf('item') : -1, k });
  return { reader, gate, said, isRepeated: dropDuplicates && (!isLong(names) || rowId !== null) ? repetitions() : () => false };
}

function finish({ reader, gate, said }: Begun, problems: PastProblems): Omit<ReadAnswers, 'rows' | 'repeated'> | null {
  const read = reader?.finish();
  const found = gate.finish();
  if (said.period && found.rows === 0) {
    problems.add({ file: 'answers', line: 1, column: said.period.column + 1, code: 'no-such-period', details: { value: quoted(said.period.value) } });
  }
  for (const objection of found.objections) {
    const { kind, column, line } = objection;
    problems.add({ file: 'answers', line: column < 0 ? 0 : Math.max(1, line), column: column + 1, code: `counted-${kind}`, details: detailsOf(objection) });
  }
  if (!read) return null;
  const { read: past, ignored, invalid, repetitions: of } = read;
  return { past, invalid, ignored, counted: { ...found, ...(of ?? { nameless: 0, again: 0, superseded: 0 }), said } };
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
