// One way to write a value down (RFC 8785), so that everybody who hashes the same release gets the same hash.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Throws on what JSON cannot say (NaN, infinities, undefined). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value');
  return text;
}

/** SHA-256 of the canonical form in UTF-8, hex. */
export function hashOf(value: unknown): string {
  return hashOfText(canonical(value));
}

/** The same for a text that is canonical already. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
