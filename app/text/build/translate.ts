// `npm run texts -- export zh-Hans FILE.po` and `npm run texts -- import zh-Hans FILE.po`.
import { readFileSync, writeFileSync } from 'node:fs';
import { isLanguage, languages } from '#app/domain/kernel/language.ts';
import { exportCatalogue, importCatalogue } from './catalogue.ts';

const [act, language = '', file = ''] = process.argv.slice(2);
const translated = languages.filter((one) => one !== 'en').join('|');
const say = (line: string) => void process.stderr.write(`${line}\n`);

if (!isLanguage(language) || language === 'en' || file === '' || (act !== 'export' && act !== 'import')) {
  say(`Usage: npm run texts -- export|import ${translated} FILE.po`);
  process.exit(2);
}
if (act === 'export') {
  writeFileSync(file, exportCatalogue('.', language));
  say(`${file} holds the sentences of ${language}`);
} else {
  const imported = importCatalogue('.', language, readFileSync(file));
  if (!imported.ok) {
    say(`Nothing was changed.\n${String(imported.details['problems'])}`);
    process.exit(1);
  }
  const { changed, kept } = imported.value;
  say(`${changed.length} sentences changed, ${kept.length} left as they were (no translation, or marked fuzzy)`);
}
