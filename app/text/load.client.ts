// A browser loads the one catalogue of its page.
import type { Language } from '#app/domain/kernel/language.ts';
import { learn } from './text.ts';

export async function loadText(language: Language): Promise<void> {
  if (language === 'zh-Hans') learn(language, (await import('./zh-Hans/index.ts')).zhHans);
  else if (language === 'zh-Hant') learn(language, (await import('./zh-Hant/index.ts')).zhHant);
  else learn('en', (await import('./en/index.ts')).en);
}
