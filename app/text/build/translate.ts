// `npm run texts -- export zh-Hans FILE.po` and `npm run texts -- import zh-Hans FILE.po`; with a further language, such as it or ar, the
// sentences that employees read: the ballot page, letters, and words of questions.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isLanguage, languages } from '#app/domain/kernel/language.ts';
import { isTongue } from '#app/domain/kernel/tongue.ts';
import '#app/text/all.server.ts';
import { textOf } from '#app/text/text.ts';
import { tongueProblemLine } from '#app/text/tongue-problem-text.ts';
import { readTongue, writeTongue } from '#app/text/tongue/po-file.ts';
import { exportCatalogue, importCatalogue } from './catalogue.ts';

const [act, language = '', file = ''] = process.argv.slice(2);
const translated = [...languages.filter((one) => one !== 'en'), 'TAG'].join('|');
const say = (line: string) => void process.stderr.write(`${line}\n`);
const place = `app/text/more/${language}.po`;

if (language === 'en' || !(isLanguage(language) || isTongue(language)) || file === '' || (act !== 'export' && act !== 'import')) {
  say(`Usage: npm run texts -- export|import ${translated} FILE.po\nTAG: a further language, by its tag: de, it, ar, pt-BR`);
  process.exit(2);
}

function exported(): Buffer {
  if (isLanguage(language)) return exportCatalogue('.', language);
  return writeTongue(existsSync(place) ? readTongue(language, readFileSync(place)) : { tongue: language, reviewed: false, said: new Map() });
}

function refuse(problems: string): never {
  say(`Nothing was changed.\n${problems}`);
  process.exit(1);
}

function imported(): string {
  if (isLanguage(language)) {
    const taken = importCatalogue('.', language, readFileSync(file));
    if (!taken.ok) return refuse(String(taken.details['problems']));
    const { changed, kept } = taken.value;
    return `${changed.length} sentences changed, ${kept.length} left as they were (no translation, or marked fuzzy)`;
  }
  const tongue = readTongue(language, readFileSync(file));
  if (tongue.problems.length > 0) return refuse(tongue.problems.map((problem) => tongueProblemLine(textOf('en'), problem)).join('\n'));
  writeFileSync(place, writeTongue(tongue));
  return `${place} holds ${tongue.said.size} of ${tongue.of} sentences`;
}

if (act === 'export') writeFileSync(file, exported());
say(act === 'export' ? `${file} holds the sentences of ${language}` : imported());
