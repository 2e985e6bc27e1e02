// The files that describe past answers are small and read whole.
import { quoted, type PastFile, type PastProblems } from '#app/domain/past-surveys/problem.ts';
import type { PastRow } from '#app/domain/past-surveys/table.ts';
import { readRows } from './csv-rows.server.ts';
import type { Encoding } from '#app/domain/tables/encodings.ts';
import { encodingOffers, scan, type Scanned } from './scan.server.ts';

export interface OpenFile extends Scanned {
  readonly path: string;
}

/** Null after reporting why the file cannot be read. */
export async function openFile(file: PastFile, path: string, problems: PastProblems, encoding: Encoding | null = null): Promise<OpenFile | null> {
  const scanned = await scan(path, encoding);
  if (scanned.ok) return { ...scanned.value, path };
  const offers = scanned.because === 'encoding-asked' ? await encodingOffers(path) : [];
  const value = offers.map((offer) => `${offer.encoding}: ${quoted(offer.words.slice(0, 4).join(' '))}`).join(' · ');
  problems.add({ file, line: 0, column: 0, code: scanned.because, details: value === '' ? {} : { value } });
  return null;
}

/** Header first; null after reporting why the file cannot be read. */
export async function readSmallTable(file: PastFile, path: string, problems: PastProblems): Promise<PastRow[] | null> {
  const open = await openFile(file, path, problems);
  if (!open) return null;
  const rows: PastRow[] = [];
  const read = await readRows(path, open, (line, cells) => void rows.push({ line, cells }));
  if (read.ok) return rows;
  problems.add({ file, line: Number(read.details['line']), column: 1, code: read.because, details: {} });
  return null;
}
