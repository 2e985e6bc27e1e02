// Every sentence in every language, for the server and the build: a browser gets those of its pages.
import type { Language } from '#app/domain/kernel/language.ts';
import { en } from './en/index.ts';
import type { Catalogue } from './text.ts';
import { zhHans } from './zh-Hans/index.ts';
import { zhHant } from './zh-Hant/index.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
