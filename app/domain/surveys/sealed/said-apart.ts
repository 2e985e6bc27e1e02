// What a survey says in its languages, apart from the sealed description, which names the words of each language by their hash: whoever
// answers loads one language, and the fingerprint binds them all. What is said stands at its places in the order in which it is written.
import type { Tongue } from '../../kernel/tongue.ts';
import type { Manifest } from './manifest.ts';

type Said = Readonly<Record<Tongue, string>>;

const isSaid = (value: object): value is Said => typeof (value as { readonly en?: unknown }).en === 'string';

function walked(value: unknown, change: (one: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => walked(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  // A place is left empty where words were taken out.
  if (keys.length === 0 || isSaid(value)) return change(value);
  return Object.fromEntries(keys.map((key) => [key, walked((value as Readonly<Record<string, unknown>>)[key], change)]));
}

/** Hashes by language have the shape of what is said, and are not. */
const inPlaces = <Of extends Pick<Manifest, 'survey' | 'questions'>>(manifest: Of, change: (one: object) => unknown): Of =>
  ({ ...manifest, ...(walked({ survey: manifest.survey, questions: manifest.questions, ...('service' in manifest && { service: manifest.service }) }, change) as object) }) as Of;

/** `manifest` with its keys in the order in which it is written. A language that lacks a text has the English one. */
export function takenApart(manifest: Manifest, languages: readonly Tongue[]): { readonly bare: Manifest; readonly words: Readonly<Record<Tongue, readonly string[]>> } {
  const found: Said[] = [];
  const bare = inPlaces(manifest, (one) => {
    if (!isSaid(one)) throw new Error('an empty place in a description would be taken for words');
    found.push(one);
    return {};
  });
  return { bare, words: Object.fromEntries(languages.map((language) => [language, found.map((said) => said[language] ?? said['en']!)])) };
}

/** The whole again, in the languages whose words are given. */
export function putTogether(bare: Manifest, words: Readonly<Record<Tongue, readonly string[]>>): Manifest {
  let place = 0;
  const said = () => {
    const at = place;
    place += 1;
    return Object.fromEntries(Object.entries(words).map(([language, texts]) => [language, texts[at]]));
  };
  return inPlaces(bare, said);
}
