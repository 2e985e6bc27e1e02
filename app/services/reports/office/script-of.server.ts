// How a text of an office says which language it is in, and the letters it asks for: 骨 and 直 are drawn differently in 简体 and 繁體.
import type { Language } from '#app/domain/kernel/language.ts';

export interface OfficeScript {
  /** BCP 47. */
  readonly lang: string;
  readonly latin: string;
  /** On every machine with an office in that language; elsewhere the office takes its own for the language. */
  readonly eastAsian: string;
}

export const officeScripts: Readonly<Record<Language, OfficeScript>> = {
  en: { lang: 'en-GB', latin: 'Arial', eastAsian: 'Microsoft YaHei' },
  'zh-Hans': { lang: 'zh-CN', latin: 'Arial', eastAsian: 'Microsoft YaHei' },
  'zh-Hant': { lang: 'zh-TW', latin: 'Arial', eastAsian: 'Microsoft JhengHei' },
};
