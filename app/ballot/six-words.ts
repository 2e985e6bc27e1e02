// The six words of a survey, as the page works them out: the same slow hash as on the server, over the browser's own PBKDF2.
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sixOf, slowly } from '#app/domain/surveys/sealed/fingerprint.ts';

/** Milliseconds in one go. A tab in the background gets a turn once a second: somebody who opened it there would wait for each pause. */
const asyncTick = 60_000;

/** `hash` is the SHA-256 of the manifest, hex; `words` are 256. */
export async function sixWords(hash: string, words: readonly string[]): Promise<readonly string[]> {
  const [password, salt, cost] = slowly(hash);
  return sixOf(await scryptAsync(password, salt, { ...cost, asyncTick }), words);
}
