// How much a reading of doubtful bytes looks like words of one language: letters of one writing, in an order of capitals that words have,
// and letters that are usual together. From 0 to 1, the mean over all characters in doubt.
import type { Encoding } from './encodings.ts';
import { cyrillicShares, greekShares, latinAlphabets, usualHan, usualHangul, usualThai } from './usual-letters.ts';

export interface Reading {
  readonly encoding: Encoding;
  readonly words: readonly string[];
}

const isForeign = (letter: string) => (letter.codePointAt(0) as number) > 0x7f;
const neutral = /[‘’“”–—…€·•«»¿¡ºª°№、。・（）：，；／＞\u00a0\u3000]/u;
const nothing = /[\p{Cc}\p{Co}\p{Cn}\p{Cf}]/u;
const rare = 0.25;

const writings = { latin: /\p{Script=Latin}/u, cyrillic: /\p{Script=Cyrillic}/u, greek: /\p{Script=Greek}/u, han: /\p{Script=Han}/u, kana: /[\u3041-\u30ff]/u, hangul: /\p{Script=Hangul}/u, thai: /\p{Script=Thai}/u, hebrew: /\p{Script=Hebrew}/u, arabic: /\p{Script=Arabic}/u } as const;
type Writing = keyof typeof writings;
const writingOf = (letter: string) => (Object.keys(writings) as Writing[]).find((one) => writings[one].test(letter)) ?? null;

const hanOf: Partial<Record<Encoding, (typeof usualHan)[number]['of']>> = { gb18030: 'simplified', big5: 'traditional', shift_jis: 'japanese', 'euc-jp': 'japanese' };

/** Jürgen, JÜRGEN, müller and McÖzil's parts, but neither JÜrgen nor jÜRGEN. */
function hasShape(word: string): boolean {
  return word.split(/['’\-./]/u).every((part) => part === part.toLowerCase() || part === part.toUpperCase() || part.slice([...part][0]?.length ?? 0) === part.slice([...part][0]?.length ?? 0).toLowerCase());
}

/** The alphabet that has most of the letters. */
function alphabetOf(words: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const letter of words.join('').toLowerCase()) if (isForeign(letter) && writings.latin.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const fit = (alphabet: string) => [...counts].reduce((sum, [letter, count]) => sum + (alphabet.includes(letter) ? count : 0), 0);
  return new Set(latinAlphabets.reduce((best, one) => (fit(one) > fit(best) ? one : best), ''));
}

function letterScore(letter: string, encoding: Encoding, alphabet: ReadonlySet<string>): number {
  const writing = writingOf(letter);
  const lower = letter.toLowerCase();
  const byShare = (shares: Readonly<Record<string, number>>) => Math.min(1, 0.15 + (shares[lower] ?? 0) / 50);
  if (writing === 'latin') return alphabet.has(lower) || alphabet.has(letter) ? 1 : rare;
  if (writing === 'cyrillic') return byShare(cyrillicShares);
  if (writing === 'greek') return byShare(greekShares);
  if (writing === 'han') return usualHan.some(({ of, letters }) => of === hanOf[encoding] && letters.has(letter)) ? 1 : rare;
  if (writing === 'kana') return hanOf[encoding] === 'japanese' ? 1 : 0.4;
  if (writing === 'hangul') return usualHangul.has(letter) ? 1 : rare;
  if (writing === 'thai') return usualThai.has(letter) ? 0.9 : 0.1;
  if (writing === 'hebrew' || writing === 'arabic') return 0.8;
  return neutral.test(letter) ? 0.8 : nothing.test(letter) ? 0 : 0.1;
}

/** From 0 to 1: what keeps a row of letters from being one word. */
function wholeness(word: string): number {
  const letters = [...word].filter((one) => /\p{L}/u.test(one));
  const found = new Set(letters.map(writingOf));
  found.delete('kana');
  const alphabetic = ['latin', 'cyrillic', 'greek', 'thai', 'hebrew', 'arabic'].filter((one) => found.has(one as Writing));
  if (found.has('han') && found.has('hangul')) return 0.1;
  if (alphabetic.length > 1) return 0.1;
  if (alphabetic.length === 1 && found.size > 1) return found.has('latin') ? 0.5 : 0.1;
  if (found.has('latin') && letters.length >= 3 && letters.filter(isForeign).length > 0.6 * letters.length) return 0.3;
  if (/^\p{M}|[เแโใไ]$/u.test(word)) return 0.3;
  return hasShape(word) ? 1 : 0.2;
}

export function wordScore({ encoding, words }: Reading): number {
  const alphabet = alphabetOf(words);
  let sum = 0;
  let count = 0;
  for (const cell of words) {
    for (const word of cell.split(/[\s,;:()[\]"/\\>|&+_@=\d]+/u)) {
      const foreign = [...word].filter(isForeign);
      if (foreign.length === 0) continue;
      const whole = wholeness(word) * (/^[\p{Ll}]+$/u.test(word) && !writings.latin.test(word) ? 0.8 : 1);
      count += foreign.length;
      for (const letter of foreign) sum += whole * letterScore(letter, encoding, alphabet);
    }
  }
  return count === 0 ? 0 : sum / count;
}
