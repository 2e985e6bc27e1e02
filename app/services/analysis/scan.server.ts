// A first look at a file of any size: its hash, its encoding, and whether it is text at all. Two gigabytes go through in pieces.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { textIn } from '#app/services/organisation/encoding.server.ts';

export interface Scanned {
  /** SHA-256 (hex) of the bytes. */
  readonly hash: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
  readonly delimiter: ',' | ';' | '\t';
}

export type Unreadable = 'not-found' | 'empty-file' | 'binary-file' | 'wrong-encoding';

const sampleSize = 65_536;

export async function scan(path: string): Promise<Outcome<Scanned, Unreadable>> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let first: Buffer | null = null;
  let foreign: Buffer | null = null;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const bytes = piece as Buffer;
      first ??= bytes;
      hash.update(bytes);
      if (marked(first)) continue;
      if (bytes.includes(0)) return refused('binary-file');
      if (!foreign && !isDecodable(utf8, bytes)) foreign = bytes;
    }
  } catch (error) {
    if (isFileError(error)) return refused('not-found');
    throw error;
  }
  if (!first) return refused('empty-file');
  if (!foreign && !marked(first) && !isDecodable(utf8, null)) foreign = first;
  const encoding = marked(first) ?? (foreign ? doubleByte(foreign) : 'utf-8');
  if (encoding === null) return refused('wrong-encoding');
  const start = new TextDecoder(encoding).decode(first.subarray(0, sampleSize)).replace(/^\s+/, '');
  if (start === '' && first.length < sampleSize) return refused('empty-file');
  return done({ hash: hash.digest('hex'), encoding, delimiter: delimiterIn(start) });
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

/** The encoding of a piece that is not UTF-8, judged on whole lines around its first foreign byte. */
function doubleByte(piece: Buffer): 'gb18030' | 'big5' | null {
  const foreign = piece.findIndex((byte) => byte >= 0x80);
  const start = piece.lastIndexOf(0x0a, foreign) + 1;
  const end = piece.lastIndexOf(0x0a, start + sampleSize);
  const sample = piece.subarray(start, end > foreign ? end : Math.min(piece.length, start + sampleSize));
  const text = textIn(sample);
  if (!text.ok) return null;
  return (['gb18030', 'big5'] as const).find((label) => new TextDecoder(label).decode(sample) === text.value) ?? null;
}

/** The one that parts most columns of the first line. */
function delimiterIn(start: string): Scanned['delimiter'] {
  const line = start.split(/\r?\n|\r/, 1)[0]!.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => line.split(delimiter).length;
  return ([',', ';', '\t'] as const).reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
