// A tongue as a file of sentences that translators' programs read and write (gettext PO): the key as context, the English sentence, the
// translation. Against whoever writes such a file: a value too many or too few refuses all of it, and what it says is text and never code.
import { po, type GetTextTranslations } from 'gettext-parser';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { libraryScales } from '#app/domain/surveys/questions/question-library.ts';
import { tongueProblem, type TongueProblem, type WhyLeft } from '#app/domain/surveys/tongue-problem.ts';
import { problemOfForms } from './forms.ts';
import { valuesOf } from './values.ts';
import { tongueSentences } from './sentences.ts';

export interface TongueFile {
  readonly tongue: Tongue;
  /** Whether somebody who speaks it has read all of it, as the file itself says (`X-Reviewed: yes`). */
  readonly reviewed: boolean;
  /** By key. */
  readonly said: ReadonlyMap<string, string>;
  /** How many sentences there are. */
  readonly of: number;
  /** A file with one is not taken. */
  readonly problems: readonly TongueProblem[];
  /** Why a sentence that stands in the file is not said, by key. */
  readonly left: ReadonlyMap<string, WhyLeft>;
}

/** Characters; the longest English sentence has about seven hundred. Attacker: whoever writes one that takes minutes to be understood. */
const longestSentence = 4_000;

/** Signs that show what follows them in another order than it stands: the file would be looked at as one sentence and be said as another. */
const turning = /[\u202a-\u202e]/;

/** What stands in angle brackets as in HTML: letters and pages say a sentence as it stands, so that people would read it. */
const tag = /<\/?[a-z][^<>]*>/i;

/** What would stop the sentence from being said, or be read by people who cannot know what it means. */
function problemsOf(tongue: Tongue, key: string, english: string, text: string): TongueProblem[] {
  if (text.length > longestSentence) return [tongueProblem('too-long', { characters: longestSentence }, key)];
  if (turning.test(text)) return [tongueProblem('turning', {}, key)];
  if (!isBalanced(text)) return [tongueProblem('braces', {}, key)];
  const markup = tag.exec(text)?.[0];
  if (markup !== undefined) return [tongueProblem('tag', { tag: markup.slice(0, 40) }, key)];
  const [wanted, given] = [valuesOf(english), valuesOf(text)];
  const about = (code: 'value-missing' | 'value-unknown' | 'value-kind', names: readonly string[]) => names.map((name) => tongueProblem(code, { value: `{${name}}` }, key));
  const values = [...about('value-missing', wanted.filter((name) => !given.includes(name))), ...about('value-unknown', given.filter((name) => !wanted.includes(name)))];
  if (values.length > 0) return values;
  const [forms, others] = [kindsIn(english), kindsIn(text)];
  const changed = wanted.filter((name) => forms.get(name) !== others.get(name));
  if (changed.length > 0) return about('value-kind', changed);
  const form = problemOfForms(tongue, english, text, key);
  return form ? [form] : [];
}

type Part = string | readonly [name: string, kind?: string, forms?: unknown];

/** In which kinds of places a value is said, also inside forms: what the page cannot say there would stop it as a whole. */
function kindsIn(message: string): ReadonlyMap<string, string> {
  const within = (parts: unknown): (readonly [string, string])[] =>
    Array.isArray(parts) ? (parts as readonly Part[]).flatMap((part) => (typeof part === 'string' || !part[1] ? [] : [[part[0], part[1]] as const, ...Object.values((part[2] ?? {}) as object).flatMap(within)])) : [];
  const kinds = new Map<string, Set<string>>();
  for (const [name, kind] of within(compileMessage(message))) kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
  return new Map([...kinds].map(([name, found]) => [name, [...found].sort().join()]));
}

/** The compiler of messages complains of braces on the console and goes on. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isPlace = /^\{\s*\w+\s*[,}]/.test(text.slice(at, at + 80));
    // Inside a place braces follow the name of a form: «one {…}».
    if (text[at] === '{' && !isPlace && !(depth > 0 && /[\w=]\s*$/.test(text.slice(0, at)))) return false;
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whatever its head says: what is read in another way than it was written would be said to people. */
function isOtherEncoding(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\u0000');
  } catch {
    return true;
  }
}

const read = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase();

/** Two points of a scale that people read as the same: what they choose would be counted as what they did not mean. */
function twinsIn(said: ReadonlyMap<string, string>): TongueProblem[] {
  const keys = new Map(tongueSentences().map(({ key, english }) => [english, key]));
  return libraryScales.flatMap(({ id, labels }) => {
    const words = labels.map(({ en }) => said.get(keys.get(en) ?? '') ?? en);
    const twin = words.find((one, at) => words.findIndex((other) => read(other) === read(one)) !== at);
    return twin === undefined ? [] : [tongueProblem('same-answers', { words: twin.trim() }, `library/scales.${id}`)];
  });
}

/** What lies under an English sentence that is another by now is not said: whoever reads it reads English there. */
export function readTongue(tongue: Tongue, bytes: Uint8Array): TongueFile {
  const sentences = new Map(tongueSentences().map(({ key, english }) => [key, english]));
  const problems: TongueProblem[] = [];
  const said = new Map<string, string>();
  const left = new Map<string, WhyLeft>();
  let reviewed = false;
  try {
    if (isOtherEncoding(bytes)) return { tongue, reviewed, said, left, of: sentences.size, problems: [tongueProblem('no-utf-8')] };
    const parsed = po.parse(Buffer.from(bytes));
    reviewed = Object.entries(parsed.headers).some(([name, value]) => name.toLowerCase() === 'x-reviewed' && value.trim() === 'yes');
    for (const one of Object.values(parsed.translations).flatMap((context) => Object.values(context))) {
      const [key, text] = [one.msgctxt ?? '', one.msgstr[0] ?? ''];
      const english = sentences.get(key);
      if (one.msgid === '' || english === undefined) continue;
      const why = text.trim() === '' ? 'empty' : english !== one.msgid ? 'other-english' : one.comments?.flag?.includes('fuzzy') ? 'unsure' : null;
      if (why !== null) left.set(key, why);
      if (why !== null) continue;
      const found = problemsOf(tongue, key, english, text);
      problems.push(...found);
      if (found.length === 0) said.set(key, text);
    }
    problems.push(...twinsIn(said));
    if (said.size === 0 && problems.length === 0) problems.push(tongueProblem('nothing-known'));
  } catch (error) {
    problems.push(tongueProblem('no-po', { line: (error as { readonly lineNumber?: number }).lineNumber ?? 0 }));
  }
  return { tongue, reviewed, said, left, of: sentences.size, problems };
}

/** Every translation by its key, also those that are not taken; none of a file that cannot be read. */
export function writtenIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  try {
    return new Map(Object.values(po.parse(Buffer.from(bytes)).translations).flatMap((context) => Object.values(context).map((one) => [one.msgctxt ?? '', one.msgstr[0] ?? ''] as const)));
  } catch {
    return new Map();
  }
}

/** The tag that the file gives itself, as translators' programs write it; null where it gives none, or cannot be read. */
export function tagIn(bytes: Uint8Array): string | null {
  try {
    const { headers } = po.parse(Buffer.from(bytes));
    const tag = Object.entries(headers).find(([name]) => name.toLowerCase() === 'language')?.[1].trim().replaceAll('_', '-') ?? '';
    return tag === '' ? null : tag;
  } catch {
    return null;
  }
}

/** The same file, with who has read it said in its head; remarks and what is not taken stay in it. */
export function markedReviewed(bytes: Uint8Array, reviewed: boolean): Buffer {
  const file = po.parse(Buffer.from(bytes));
  for (const name of Object.keys(file.headers)) if (name.toLowerCase() === 'x-reviewed') delete file.headers[name];
  file.headers['X-Reviewed'] = reviewed ? 'yes' : 'no';
  return po.compile(file, { foldLength: 0 });
}

/** For a translator: every sentence with its key, its English and what is there already. */
export function writeTongue({ tongue, reviewed, said }: Pick<TongueFile, 'tongue' | 'reviewed' | 'said'>): Buffer {
  const translations: GetTextTranslations['translations'] = {};
  for (const { key, english, note } of tongueSentences()) {
    translations[key] = { [english]: { msgctxt: key, msgid: english, msgstr: [said.get(key) ?? ''], ...(note !== '' && { comments: { extracted: note } as never }) } };
  }
  const headers = { 'content-type': 'text/plain; charset=utf-8', language: tongue, 'mime-version': '1.0', 'content-transfer-encoding': '8bit', 'x-reviewed': reviewed ? 'yes' : 'no' };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 });
}
