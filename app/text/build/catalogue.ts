// A language as a file that translators' programs read (gettext PO): the key as context, the English sentence, the translation. What
// comes back is taken whole or not at all, so that no file holds half of two versions.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { literalOf, sentencesOf, type Sentence } from './sentences.ts';
import { valuesOf } from '../tongue/values.ts';

/** PO, UTF-8. */
export function exportCatalogue(root: string, language: Language): Buffer {
  const there = new Map(sentencesOf(root, language).map((one) => [one.key, one]));
  const translations: GetTextTranslations['translations'] = {};
  for (const { key, text, note, file, line } of sentencesOf(root, 'en')) {
    const comments = { reference: `${file}:${line}`, ...(note !== '' && { extracted: note }) };
    translations[key] = { [text]: { msgctxt: key, msgid: text, msgstr: [there.get(key)?.text ?? ''], comments } };
  }
  const headers = { 'content-type': 'text/plain; charset=utf-8', language, 'mime-version': '1.0', 'content-transfer-encoding': '8bit' };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 });
}

export interface Imported {
  /** Sentences that are others now. */
  readonly changed: readonly string[];
  /** Left as they were: without a translation, or marked as doubtful. */
  readonly kept: readonly string[];
}

/** In the language's own files. Refused with a line for each mistake; nothing is written then. */
export function importCatalogue(root: string, language: Language, bytes: Uint8Array): Outcome<Imported, 'catalogue'> {
  const english = new Map(sentencesOf(root, 'en').map((one) => [one.key, one]));
  const there = new Map(sentencesOf(root, language).map((one) => [one.key, one]));
  const [problems, kept]: [string[], string[]] = [[], []];
  const wanted: { sentence: Sentence; text: string }[] = [];
  for (const one of translationsIn(bytes, problems)) {
    const key = one.msgctxt ?? '';
    const text = one.msgstr[0] ?? '';
    const [original, sentence] = [english.get(key), there.get(key)];
    if (!original) problems.push(`${key}: there is no such sentence`);
    else if (original.text !== one.msgid) problems.push(`${key}: the English sentence is another by now: «${original.text}»; export again`);
    else if (text === '' || one.comments?.flag?.includes('fuzzy')) kept.push(key);
    else if (!sentence) problems.push(`${key}: ${language} has no place for it; copy it from ${original.file}`);
    else {
      const problem = problemOf(original, text);
      if (problem) problems.push(`${key}: ${problem}`);
      else if (sentence.text !== text) wanted.push({ sentence, text });
    }
  }
  if (problems.length > 0) return refused('catalogue', { problems: problems.join('\n') });
  write(root, wanted);
  return done({ changed: wanted.map(({ sentence }) => sentence.key), kept });
}

function translationsIn(bytes: Uint8Array, problems: string[]): GetTextTranslation[] {
  try {
    const { translations } = po.parse(Buffer.from(bytes));
    const found = Object.values(translations).flatMap((context) => Object.values(context)).filter(({ msgid, msgstr }) => msgid !== '' && Array.isArray(msgstr));
    if (found.length === 0) problems.push('this PO file holds no sentence');
    return found;
  } catch (error) {
    problems.push(`this is no PO file: ${(error as Error).message}`);
    return [];
  }
}

function problemOf({ key, text: english }: Sentence, text: string): string | null {
  // The ballot page's texts are no messages: their braces are braces.
  if (key.startsWith('ballot/')) return null;
  if (!isBalanced(text)) return 'its braces do not fit';
  const [wanted, given] = [valuesOf(english), valuesOf(text)];
  if (String(wanted) === String(given)) return null;
  return `it needs ${named(wanted) || 'no value'} and has ${named(given) || 'none'}`;
}

const named = (values: readonly string[]): string => values.map((name) => `{${name}}`).join(', ');

/** The compiler of sentences complains of braces on the console and goes on. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function write(root: string, wanted: readonly { sentence: Sentence; text: string }[]): void {
  for (const file of new Set(wanted.map(({ sentence }) => sentence.file))) {
    const path = join(root, file);
    let source = readFileSync(path, 'utf8');
    // From the end: what stands before keeps its place.
    const here = wanted.filter(({ sentence }) => sentence.file === file).sort((one, other) => other.sentence.from - one.sentence.from);
    for (const { sentence, text } of here) source = source.slice(0, sentence.from) + literalOf(text) + source.slice(sentence.to);
    writeFileSync(path, source);
  }
}
