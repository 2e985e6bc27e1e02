// The words of a question in a tongue, found by its English ones: a text of the library as it stands there, or with a name put in its place.
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { WordOf } from '#app/domain/surveys/questions/translated-questions.ts';
import { tongueSentences } from './sentences.ts';

interface Around {
  readonly key: string;
  /** Finds what was put in. */
  readonly pattern: RegExp;
  readonly place: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function around(key: string, english: string): Around[] {
  const [before, place, after] = english.split(/(\{(?:dimension|dept)\})/);
  return place === undefined || after === undefined ? [] : [{ key, place, pattern: new RegExp(`^${escaped(before ?? '')}(.+)${escaped(after)}$`) }];
}

/** `said`: what a file has for a key. A department is called in every tongue as it is called; a dimension is not. */
export function wordsBy(said: (tongue: Tongue, key: string) => string | undefined): WordOf {
  const library = tongueSentences().filter(({ key }) => key.startsWith('library/'));
  const keys = new Map(library.map(({ key, english }) => [english, key]));
  const places = library.flatMap(({ key, english }) => around(key, english));
  const wordOf: WordOf = (tongue, english) => {
    const key = keys.get(english);
    if (key !== undefined) return said(tongue, key);
    for (const { key: one, pattern, place } of places) {
      const found = pattern.exec(english)?.[1];
      if (found === undefined) continue;
      const name = place === '{dimension}' ? wordOf(tongue, found) : found;
      return name === undefined ? undefined : said(tongue, one)?.replaceAll(place, () => name);
    }
    return undefined;
  };
  return wordOf;
}
