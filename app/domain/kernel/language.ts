// The three languages of the product. `zh` alone means Hans; `zh-HK`, `zh-TW` and `zh-MO` mean Hant.

export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof languages)[number];
export type Localized = Readonly<Record<Language, string>>;

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The product's language nearest to a BCP 47 tag, or null where none is. */
export function languageOfTag(tag: string): Language | null {
  const parts = tag.trim().toLowerCase().replaceAll('_', '-').split('-');
  if (parts[0] === 'en') return 'en';
  if (parts[0] !== 'zh') return null;
  if (parts.includes('hant')) return 'zh-Hant';
  if (parts.includes('hans')) return 'zh-Hans';
  return parts.some((part) => part === 'tw' || part === 'hk' || part === 'mo') ? 'zh-Hant' : 'zh-Hans';
}
