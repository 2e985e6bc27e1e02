// A browser loads the one catalogue of its page.
import type { Language } from '#app/domain/kernel/language.ts';
import { learn, type Catalogue } from './text.ts';

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en/index.ts')).en,
  'zh-Hans': async () => (await import('./zh-Hans/index.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant/index.ts')).zhHant,
};

export async function loadText(language: Language): Promise<void> {
  learn(language, await catalogues[language]());
}
