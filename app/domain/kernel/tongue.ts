// A language in which people are asked and written to. The product's own are among them; others come by a file of sentences, without code,
// so that no list here names them. A tongue is its BCP 47 tag.
import { isLanguage, nameOfLanguage } from './language.ts';

export type Tongue = string;

/** As it calls itself, from the Unicode CLDR where the product does not know better. */
export function nameOfTongue(tongue: Tongue): string {
  if (isLanguage(tongue)) return nameOfLanguage(tongue);
  try {
    const name = new Intl.DisplayNames([tongue], { type: 'language' }).of(tongue) ?? tongue;
    return name.charAt(0).toLocaleUpperCase(tongue) + name.slice(1);
  } catch {
    return tongue;
  }
}

/** As a reader of `language` calls it: «Arabic», 阿拉伯语. */
export const tongueAsCalledIn = (language: Tongue, tongue: Tongue): string => new Intl.DisplayNames([language], { type: 'language' }).of(tongue) ?? tongue;

/** A language that somebody speaks, by its tag as it is written: `de`, `pt-BR`, `sr-Latn`. */
export function isTongue(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(tag)) return false;
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return name.of(tag.split('-')[0]!) !== undefined;
}

/** What people write of it beside its tag. */
const written: Readonly<Record<string, Tongue>> = {
  german: 'de', deutsch: 'de', allemand: 'de', alemán: 'de', 德语: 'de', 德語: 'de', french: 'fr', français: 'fr', französisch: 'fr', francés: 'fr', 法语: 'fr', 法語: 'fr',
  spanish: 'es', español: 'es', spanisch: 'es', espagnol: 'es', 西班牙语: 'es', 西班牙語: 'es', japanese: 'ja', 日本語: 'ja', japanisch: 'ja', japonais: 'ja', 日语: 'ja', 日語: 'ja',
};

/** The tongue that a cell of a people file names, or null. `de-DE` means `de`. */
export function tongueOfTag(text: string): Tongue | null {
  const named = written[text.trim().toLowerCase()];
  if (named !== undefined) return named;
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[A-Za-z]{2}(-[A-Za-z]{2})?$/.test(tag)) return null;
  const tongue = tag.slice(0, 2).toLowerCase();
  return isTongue(tongue) ? tongue : null;
}
