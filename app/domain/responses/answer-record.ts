// What exactly is stored of one person: this record, padded to one size and sealed. The page shows it before it is sent, made by
// the same function that makes the bytes.
import canonicalize from 'canonicalize';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import type { Answers } from './answers.ts';
import { plainBytes } from './ballot-format.ts';

/** The record as it is written: canonical JSON, keys sorted, nothing but the answers. */
export function recordOf(answers: Answers): string {
  return canonicalize({ answers }) ?? '{}';
}

/** length (16 bit) ‖ record in UTF-8 ‖ zeros. Refused where the texts are too long for the one size; `over` is in bytes. */
export function padRecord(record: string): Outcome<Uint8Array, 'too-long'> {
  const bytes = new TextEncoder().encode(record);
  const over = bytes.length + 2 - plainBytes;
  if (over > 0) return refused('too-long', { over });
  const padded = new Uint8Array(plainBytes);
  new DataView(padded.buffer).setUint16(0, bytes.length);
  padded.set(bytes, 2);
  return done(padded);
}

/** The answers of opened, padded bytes; null where they are not such a record. Keys and values are checked against the questions later. */
export function readRecord(padded: Uint8Array): Answers | null {
  if (padded.length !== plainBytes) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint16(0);
  if (length + 2 > plainBytes) return null;
  try {
    const record: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(2, 2 + length)));
    if (typeof record !== 'object' || record === null || !('answers' in record)) return null;
    const { answers } = record;
    return typeof answers === 'object' && answers !== null && !Array.isArray(answers) ? (answers as Answers) : null;
  } catch {
    return null;
  }
}
