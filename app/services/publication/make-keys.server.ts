// Fresh keys of one survey, made in the thread pool: a key takes about a tenth of a second, and nobody's page waits for it.
import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { keyHashOf, modulusOf } from '#app/services/responses/sign-papers.server.ts';
import type { Keys } from '#db/boxes.server.ts';

const make = promisify(generateKeyPair);
const atOnce = 2;

export interface NewKeys extends Keys {
  /** SHA-256 of the moduli by block, base64url. */
  readonly blockKeys: readonly string[];
  /** P-256 point, uncompressed, base64url. */
  readonly boxKey: string;
}

/** Throws what `stop` was aborted with, within the time of a key. */
export async function newKeys(blocks: number, progress: (done: number) => void, stop?: AbortSignal): Promise<NewKeys> {
  const made: KeyObject[] = [];
  while (made.length < blocks) {
    stop?.throwIfAborted();
    const pairs = Array.from({ length: Math.min(atOnce, blocks - made.length) }, () => make('rsa', { modulusLength: 2048, publicExponent: 65_537 }));
    for (const { privateKey } of await Promise.all(pairs)) made.push(privateKey);
    progress(made.length);
  }
  const { privateKey } = await make('ec', { namedCurve: 'P-256' });
  return { blocks: made, box: privateKey, blockKeys: made.map((key) => keyHashOf(modulusOf(key))), boxKey: pointOf(privateKey) };
}

/** The public point of a P-256 key, as in the manifest. */
export function pointOf(key: KeyObject): string {
  const { x, y } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  const coordinate = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
  return Buffer.concat([Buffer.of(4), coordinate(x), coordinate(y)]).toString('base64url');
}
