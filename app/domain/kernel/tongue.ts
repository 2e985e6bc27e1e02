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
