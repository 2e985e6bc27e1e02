// The languages that a file of sentences can be for, from the Unicode CLDR: no list of ours. Regional kinds, and the few languages without a
// tag of two letters, are named in the file itself.
import { isLanguage } from './language.ts';
import { isTongue, tongueAsCalledIn, type Tongue } from './tongue.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

let all: readonly Tongue[] | null = null;

/** Tags of two letters; of those that the product speaks itself none. */
const tags = (): readonly Tongue[] => (all ??= letters.flatMap((one) => letters.map((other) => one + other)).filter((tag) => isTongue(tag) && !isLanguage(tag) && tag !== 'zh'));

/** As a reader of `language` calls them, in that language's order; a name that two tags have stands once. */
export function languagesToTranslate(language: Tongue): { readonly tongue: Tongue; readonly name: string }[] {
  const named = tags().map((tongue) => ({ tongue, name: tongueAsCalledIn(language, tongue) }));
  const once = named.filter(({ name }, at) => named.findIndex((other) => other.name === name) === at);
  return once.sort((one, other) => one.name.localeCompare(other.name, language));
}
