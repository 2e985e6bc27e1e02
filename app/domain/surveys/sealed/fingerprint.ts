// Links carry a survey's hash whole; people compare six words of it. The words are drawn from a slow hash of the hash, so that
// making a second survey with the same words costs an attacker 2^48 × 0.05 s and not 2^48 cheap hashes.
import { scrypt } from '@noble/hashes/scrypt.js';
import type { Tongue } from '../../kernel/tongue.ts';
import { chineseWords, englishWords } from './fingerprint-words.ts';

const cost = { N: 2 ** 14, r: 8, p: 1, dkLen: 6 };

/** What scrypt is given: `hash` is the SHA-256 of the manifest, hex. */
export const slowly = (hash: string) => [Uint8Array.from(hash.match(/../g) ?? [], (pair) => parseInt(pair, 16)), new TextEncoder().encode('murmur fingerprint'), cost] as const;

/** Of what came of it. `words` are 256. */
export const sixOf = (slow: Uint8Array, words: readonly string[]): readonly string[] => Array.from(slow, (byte) => words[byte] as string);

/** Six words, in order; takes about 50 ms. */
export const fingerprint = (hash: string, words: readonly string[]): readonly string[] => sixOf(scrypt(...slowly(hash)), words);

/** The two Chinese scripts share theirs; every other language reads the English ones. */
export const wordsOf = (language: Tongue): readonly string[] => (language.startsWith('zh') ? chineseWords : englishWords);
