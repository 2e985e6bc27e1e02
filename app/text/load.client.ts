// A browser loads the sentences of the pages it opens, in the one language of its document. Each page waits for its own: they are there
// before it is drawn.
import { isLanguage, type Language } from '#app/domain/kernel/language.ts';
import { learn, type Catalogue, type Sentence } from './text.ts';

type Sentences = Readonly<Record<string, Sentence>>;

const { lang } = document.documentElement;
const language: Language = isLanguage(lang) ? lang : 'en';
const loaded = new Map<string, Sentence>();

learn(language, (key) => loaded.get(key));

function take(sentences: Sentences): void {
  for (const [key, sentence] of Object.entries(sentences)) loaded.set(key, sentence);
}

/**
 * `files`: where a page's sentences lie, by language; null for a page that says nothing of its own.
 *
 * @public Called by what the build adds to each page.
 */
export async function loadSentences(files: Readonly<Record<Language, string>> | null): Promise<void> {
  if (files) take(((await import(/* @vite-ignore */ files[language])) as { default: Sentences }).default);
}

/** Where the sources are being changed nothing was built: the whole catalogue, compiled on the spot. */
export async function loadCatalogue(): Promise<void> {
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
    en: async () => (await import('./en/index.ts')).en,
    'zh-Hans': async () => (await import('./zh-Hans/index.ts')).zhHans,
    'zh-Hant': async () => (await import('./zh-Hant/index.ts')).zhHant,
  };
  for (const [key, message] of Object.entries(await catalogues[language]())) loaded.set(key, compileMessage(message));
}
