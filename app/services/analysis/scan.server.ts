// A first look at a file of any size: its hash, how its cells are parted and where its header stands. Two gigabytes of text go through in
// pieces; only workbooks and web pages are read whole.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { columnNames, knownNames } from '#app/domain/past-surveys/header-names.ts';
import { decoded, type Encoding } from '#app/domain/tables/encodings.ts';
import type { EncodingOffer, FileTable, TableRow } from '#app/domain/tables/table.ts';
import { tellEncoding } from '#app/domain/tables/tell-encoding.ts';
import { textIn } from '#app/services/organisation/encoding.server.ts';
import { readTable } from '#app/services/tables/read-table.server.ts';
import { separatorOf } from '#app/services/tables/separated-rows.server.ts';

export interface Scanned {
  /** SHA-256 (hex) of the bytes. */
  readonly hash: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Names of the columns; null where the first row that is read is the header as it stands. */
  readonly names: readonly string[] | null;
  /** Line of the header; rows above it are none. */
  readonly headerLine: number;
  /** Lines below the header that belong to it, or repeat it. */
  readonly skipped: ReadonlySet<number>;
  /** All rows, where the file is no text. */
  readonly rows: readonly TableRow[] | null;
}

export type Unreadable = 'not-found' | 'empty-file' | 'binary-file' | 'wrong-encoding' | 'encoding-asked';

interface Passed {
  readonly hash: string;
  readonly first: Buffer;
  /** The first piece that is no UTF-8. */
  readonly foreign: Buffer | null;
  readonly hasZeros: boolean;
}

/** As much of a text tells how it is written. */
const sampleSize = 262_144;

async function passThrough(path: string): Promise<Outcome<Passed, 'not-found' | 'empty-file'>> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let first: Buffer | null = null;
  let foreign: Buffer | null = null;
  let hasZeros = false;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const bytes = piece as Buffer;
      first ??= bytes;
      hash.update(bytes);
      hasZeros ||= bytes.includes(0);
      if (!foreign && !isDecodable(utf8, bytes)) foreign = bytes;
    }
  } catch (error) {
    if (isFileError(error)) return refused('not-found');
    throw error;
  }
  if (!first) return refused('empty-file');
  if (!foreign && !isDecodable(utf8, null)) foreign = first;
  return done({ hash: hash.digest('hex'), first, foreign, hasZeros });
}

/** `encoding`: what somebody said it is. Details of `encoding-asked` are told by `encodingOffers`. */
export async function scan(path: string, encoding: Encoding | null = null): Promise<Outcome<Scanned, Unreadable>> {
  const passed = await passThrough(path);
  if (!passed.ok) return passed;
  const { hash, first, foreign, hasZeros } = passed.value;
  if (first.subarray(0, 2).toString('latin1') === 'PK' || isPage(first)) return whole(path, hash, encoding);
  const wide = marked(first);
  if (hasZeros && !wide) return refused('binary-file');
  const told = encoding ?? wide ?? (foreign ? localEncoding(linesAround(foreign)) : 'utf-8');
  if (typeof told !== 'string') return refused(told ? 'encoding-asked' : 'wrong-encoding');
  return text(first, told, hash);
}

/** What the words in doubt would be in each encoding; empty where none of them fits. */
export async function encodingOffers(path: string): Promise<readonly EncodingOffer[]> {
  const passed = await passThrough(path);
  return passed.ok && passed.value.foreign ? tellEncoding(linesAround(passed.value.foreign), isName).offers : [];
}

const isName = (cell: string): boolean => knownNames([cell]) > 0;
const isPage = (first: Buffer): boolean => /^\s*<(?:!doctype html|html|table|\?xml|meta)/i.test(first.subarray(0, 512).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''));

async function whole(path: string, hash: string, encoding: Encoding | null): Promise<Outcome<Scanned, Unreadable>> {
  const read = await readTable({ bytes: await readFile(path), as: { encoding }, known: knownNames });
  if (read.kind === 'encoding-asked') return refused('encoding-asked');
  if (read.kind === 'unreadable') return refused(read.because === 'empty-file' || read.because === 'wrong-encoding' ? read.because : 'binary-file');
  const { table } = read;
  return done({ hash, encoding: table.written.encoding ?? 'utf-8', delimiter: ',', ...headOf(table), rows: rowsOf(table) });
}

/** A total and a note are rows here: somebody says whether they are people. */
function rowsOf({ rows, skipped, header }: FileTable): readonly TableRow[] {
  const kept = skipped.filter(({ as }) => as === 'total' || as === 'note');
  const padded = ({ line, cells }: TableRow): TableRow => ({ line, cells: header.map((_, at) => cells[at] ?? '').concat(cells.slice(header.length)) });
  return [...rows, ...kept].map(padded).sort((one, other) => one.line - other.line);
}

function headOf({ header, headerLine, skipped }: FileTable): Pick<Scanned, 'names' | 'headerLine' | 'skipped'> {
  const below = skipped.filter(({ as }) => as === 'second-header');
  const lines = skipped.filter(({ as, line }) => line > headerLine && (as === 'second-header' || as === 'again')).map(({ line }) => line);
  return { names: columnNames(header, below.map(({ cells }) => cells)), headerLine, skipped: new Set(lines) };
}

async function text(first: Buffer, encoding: Encoding, hash: string): Promise<Outcome<Scanned, Unreadable>> {
  const sample = first.length <= sampleSize ? first : first.subarray(0, Math.max(first.lastIndexOf(0x0a, sampleSize), first.lastIndexOf(0x0d, sampleSize)) + 1 || sampleSize);
  const beginning = new TextDecoder(encoding).decode(sample);
  if (beginning.trim() === '' && first.length < sampleSize) return refused('empty-file');
  if (beginning.includes('\u0000') || (encoding !== 'utf-8' && first.length <= sampleSize && decoded(first, encoding) === null)) return refused('wrong-encoding');
  const read = await readTable({ bytes: new TextEncoder().encode(beginning), as: { encoding: 'utf-8' }, known: knownNames });
  const scanned = { hash, encoding, rows: null };
  // A quotation mark that is not closed within the beginning: whoever reads on tells the line.
  if (read.kind !== 'table') return done({ ...scanned, delimiter: separatorOf(beginning, knownNames), names: null, headerLine: 1, skipped: new Set() });
  return done({ ...scanned, delimiter: read.table.written.separator ?? ',', ...headOf(read.table) });
}

function isDecodable(decoder: TextDecoder, bytes: Buffer | null): boolean {
  try {
    if (bytes) decoder.decode(bytes, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'].includes(String(error.code));
}

function marked(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Whole lines, from the one with the first foreign byte on, and the header before them. */
function linesAround(piece: Buffer): Buffer {
  const foreign = piece.findIndex((byte) => byte >= 0x80);
  const start = foreign < sampleSize ? 0 : piece.lastIndexOf(0x0a, foreign) + 1;
  const end = piece.lastIndexOf(0x0a, start + sampleSize);
  return piece.subarray(start, end > foreign ? end : Math.min(piece.length, start + sampleSize));
}

/**
 * The encoding whose words are names that are known, or on which words and everyday characters agree; `asked` where nobody can tell but who
 * reads the words; null where no encoding fits.
 */
function localEncoding(sample: Buffer): Encoding | { readonly asked: true } | null {
  const { proven, offers } = tellEncoding(sample, isName);
  if (proven) return proven;
  const everyday = textIn(sample);
  const best = offers[0]?.encoding;
  const agreed = everyday.ok ? (['gb18030', 'big5'] as const).find((one) => one === best && decoded(sample, one) === everyday.value) : undefined;
  return agreed ?? (offers.length > 0 ? { asked: true } : null);
}
