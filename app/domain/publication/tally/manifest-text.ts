// A manifest as it lies in the database, where somebody other than the portal may write: only the text that was sealed is believed. Its
// first line is the description that everybody is told the hash of; lines behind it say, language by language, what that line names.
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { putTogether, takenApart } from '#app/domain/surveys/sealed/said-apart.ts';

export interface SealedDescription {
  readonly text: string;
  /** SHA-256 (hex) of its first line. */
  readonly hash: string;
}

/** A survey of few words in one language is one line: apart they would weigh more. */
export function sealedText(manifest: Manifest): SealedDescription {
  const whole = canonical(manifest);
  if (manifest.languages.length < 2) return { text: whole, hash: hashOfText(whole) };
  const languages = [...new Set(['en', ...manifest.languages])].sort();
  const { bare, words } = takenApart(JSON.parse(whole) as Manifest, languages);
  const lines = languages.map((language) => canonical(words[language]));
  const first = canonical({ ...bare, words: Object.fromEntries(languages.map((language, at) => [language, hashOfText(lines[at]!)])) });
  return { text: [first, ...lines].join('\n'), hash: hashOfText(first) };
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!;

/** For somebody without a link: what hash the description in this text has. */
export const hashOfSealed = (text: string): string => hashOfText(firstLine(text));

/** What is served to whoever reads one language: the description, and its words behind it where they are apart. Null in a language that it is not in. */
export function sealedIn(text: string, language: Tongue): string | null {
  const [first = '', ...lines] = text.split('\n');
  const { words, languages } = manifestOf(first);
  if (!words) return languages.includes(language) ? first : null;
  const line = lines[Object.keys(words).indexOf(language)];
  return line === undefined ? null : `${first}\n${line}`;
}

const altered = (): Error => new Error('the description of the survey is not the one that was sealed');

/** Throws where the text does not have the hash that everybody was told: a lower k or another table would be published otherwise. */
export function manifestIn(text: string, hash: string): Manifest {
  const [first = '', ...lines] = text.split('\n');
  if (hashOfText(first) !== hash) throw altered();
  const { words = {} } = manifestOf(first);
  if (Object.values(words).some((sealed, at) => hashOfText(lines[at] ?? '') !== sealed)) throw altered();
  return manifestOf(text);
}

/** Whether it is, byte for byte, what was sealed under this hash: in canonical form, with the words it names and nothing behind them. */
export function isSealedAs(text: string, hash: string): boolean {
  const [first = '', ...lines] = text.split('\n');
  try {
    const { words = {} } = manifestIn(text, hash);
    return canonical(JSON.parse(first)) === first && lines.length === Object.keys(words).length;
  } catch {
    return false;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value['murmur'] !== 1) return false;
  const { survey, k, questions, departments, blocks, cuts, pages } = value;
  return isObject(survey) && typeof survey['id'] === 'string' && typeof k === 'number' && [questions, departments, blocks, cuts].every(Array.isArray) && isObject(pages);
}

/** For whoever looks whether it was altered: null where it is no manifest. */
export function manifestOrNull(text: string): Manifest | null {
  try {
    return manifestOf(text);
  } catch {
    return null;
  }
}

/** Of a text whose hash was looked at already, or is not believed: throws where it is no manifest, or one of a newer program. */
export function manifestOf(text: string): Manifest {
  const [first = '', ...lines] = text.split('\n');
  const value: unknown = JSON.parse(first);
  if (!isManifest(value)) throw new Error('this is no description of a survey this program can read');
  if (!value.words || lines.length === 0) return value;
  return putTogether(value, Object.fromEntries(Object.keys(value.words).map((language, at) => [language, JSON.parse(lines[at]!) as string[]])));
}
