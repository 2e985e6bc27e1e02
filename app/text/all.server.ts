// The server speaks all languages: importing this teaches them.
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { languages } from '#app/domain/kernel/language.ts';
import { catalogues } from './catalogues.ts';
import { learn, type Sentence, type SentenceOf } from './text.ts';

/** Each sentence is compiled when it is said first: a page says hundreds, and compiling costs more than saying. */
function compiling(catalogue: Readonly<Record<string, string>>): SentenceOf {
  const compiled = new Map<string, Sentence>();
  return (key) => {
    const message = catalogue[key];
    if (message === undefined) return undefined;
    const sentence = compiled.get(key) ?? compileMessage(message);
    compiled.set(key, sentence);
    return sentence;
  };
}

for (const language of languages) learn(language, compiling(catalogues[language]));
