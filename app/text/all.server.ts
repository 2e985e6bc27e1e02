// The server speaks all languages: importing this teaches them.
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { en } from './en/index.ts';
import { learn, type Catalogue } from './text.ts';
import { zhHans } from './zh-Hans/index.ts';
import { zhHant } from './zh-Hant/index.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

for (const language of languages) learn(language, catalogues[language]);
