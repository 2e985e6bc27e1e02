// The six words of a survey. They are slow to compute on purpose, so each survey's are computed once per process.
import type { Language } from '#app/domain/kernel/language.ts';
import { fingerprint, wordsOf } from '#app/domain/surveys/fingerprint.ts';

const known = new Map<string, readonly string[]>();

/** `hash` is the manifest's, hex. The two Chinese scripts share their words. */
export function fingerprintIn(language: Language, hash: string): readonly string[] {
  const key = `${language === 'en' ? 'en' : 'zh'} ${hash}`;
  const words = known.get(key) ?? fingerprint(hash, wordsOf(language));
  known.set(key, words);
  return words;
}
