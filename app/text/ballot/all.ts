// The ballot page's sentences in every language, each loaded where it is needed.
import type { Language } from '#app/domain/kernel/language.ts';
import type { BallotText } from './ballot-text.ts';

export const ballotTexts: Readonly<Record<Language, () => Promise<BallotText>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-Hans': async () => (await import('./zh-Hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.ts')).zhHant,
};
