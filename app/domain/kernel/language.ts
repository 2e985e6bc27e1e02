// The languages of the product. `zh` alone means Hans; `zh-HK`, `zh-TW` and `zh-MO` mean Hant.

/** What each calls itself. Whoever adds one adds its sentences in app/text. */
const names = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' } as const;
/** On a button. */
const short: Readonly<Record<Language, string>> = { en: 'EN', 'zh-Hans': '简', 'zh-Hant': '繁' };

export type Language = keyof typeof names;
export const languages = Object.keys(names) as readonly Language[] as readonly [Language, ...Language[]];

export const nameOfLanguage = (language: Language): string => names[language];
export const shortNameOf = (language: Language): string => short[language];

/** One text in the languages it was written in; English is always among them. */
export type Localized = { readonly en: string } & { readonly [Other in Exclude<Language, 'en'>]?: string };

/** A text that was not written in this language is read in English. */
export function inLanguage(text: Localized, language: string): string;
export function inLanguage(text: Localized | undefined | null, language: string): string | undefined;
export function inLanguage(text: Localized | undefined | null, language: string): string | undefined {
  return (text as Readonly<Record<string, string | undefined>> | null | undefined)?.[language] ?? text?.en;
}

/** Undefined where the text was not written in it. */
export const writtenIn = (text: Localized, language: string): string | undefined => (text as Readonly<Record<string, string | undefined>>)[language];

/** One value made for each language of the product. */
export const forEachLanguage = <Value>(make: (language: Language) => Value): Readonly<Record<Language, Value>> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Value>;

/** What nobody translated, such as a name that was typed, reads the same in all of them. */
export const inAll = (text: string): Localized => forEachLanguage(() => text);

/** A text made for each language in which it can be; it must be possible in English. */
export const localized = (make: (language: Language) => string | undefined): Localized =>
  Object.fromEntries(languages.flatMap((language) => (make(language) === undefined ? [] : [[language, make(language)]]))) as unknown as Localized;

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The product's language for whoever is written to in a tongue of whose other words the product has none. */
export const productLanguage = (tongue: string): Language => (isLanguage(tongue) ? tongue : 'en');

/** The product's language nearest to a BCP 47 tag, or null where none is. */
export function languageOfTag(tag: string): Language | null {
  const parts = tag.trim().toLowerCase().replaceAll('_', '-').split('-');
  if (parts[0] !== 'zh') return languages.find((language) => language === parts[0]) ?? null;
  if (parts.includes('hant')) return 'zh-Hant';
  if (parts.includes('hans')) return 'zh-Hans';
  return parts.some((part) => part === 'tw' || part === 'hk' || part === 'mo') ? 'zh-Hant' : 'zh-Hans';
}
