// The six words of a survey. They are slow to compute on purpose, so each survey's are computed once per process.
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { fingerprint, wordsOf } from '#app/domain/surveys/sealed/fingerprint.ts';

/** By the list of words, as the two Chinese scripts share theirs. */
const known = new Map<readonly string[], Map<string, readonly string[]>>();

/** `hash` is the manifest's, hex. */
export function fingerprintIn(language: Tongue, hash: string): readonly string[] {
  const list = wordsOf(language);
  const ofList = known.get(list) ?? new Map<string, readonly string[]>();
  known.set(list, ofList);
  const words = ofList.get(hash) ?? fingerprint(hash, list);
  ofList.set(hash, words);
  return words;
}
