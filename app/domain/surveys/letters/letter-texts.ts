// What HR may write into the letters of a survey, before it is sealed: the words around what the program says. What a letter promises, the
// findings and the link are put in by the program, so that no letter promises what is not kept and none shows a figure of no release.
import { done, refused, together, type Outcome, type Refusal } from '../../kernel/outcome.ts';

export const writtenKinds = ['announcement', 'opening', 'first-reminder', 'last-reminder', 'results', 'news'] as const;
export type WrittenKind = (typeof writtenKinds)[number];

export interface LetterText {
  /** One line. */
  readonly subject: string;
  readonly body: string;
}

/** By letter and language; what is not there is said in the program's own words. */
export type LetterTexts = Readonly<Partial<Record<WrittenKind, Readonly<Record<string, LetterText>>>>>;

export const longestSubject = 150;
export const longestBody = 3_000;

interface Places {
  readonly subject: readonly string[];
  readonly body: readonly string[];
  /** Without these a letter would be of no use. */
  readonly needed: readonly string[];
}

const about = ['organisation', 'title', 'closes'];
const asking: Places = { subject: about, body: ['name', ...about, 'purpose', 'time', 'end', 'link'], needed: ['link'] };

/** What may stand in braces, by letter. */
export const placesIn: Readonly<Record<WrittenKind, Places>> = {
  announcement: { subject: [...about, 'opens'], body: ['name', ...about, 'opens', 'purpose', 'time', 'end'], needed: ['opens'] },
  opening: asking,
  'first-reminder': asking,
  'last-reminder': asking,
  results: { subject: ['organisation', 'title'], body: ['name', 'organisation', 'title', 'findings'], needed: ['findings'] },
  news: { subject: ['organisation'], body: ['name', 'organisation', 'news', 'feed'], needed: ['news'] },
};

export type LetterTextRefusal = 'unknown-place' | 'missing-place' | 'letter-too-long' | 'letter-empty';

const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(' ');

/** Braces as Chinese keyboards write them, spaces inside them, and what no letter shows. */
function tidied(text: string): string {
  const shown = text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
  return shown.replaceAll('｛', '{').replaceAll('｝', '}').replace(/\{\s*([\w-]*)\s*\}/g, '{$1}').trim();
}

/** The first brace that is no place, with what stands in it. */
function strangerIn(text: string, known: readonly string[]): string | null {
  const left = text.replace(/\{([^{}]*)\}/g, (whole, name: string) => (known.includes(name) ? '' : whole));
  return /\{[^{}]*\}?|\}/.exec(left)?.[0].slice(0, 40) ?? null;
}

/** The text as it is kept. A refusal names the field (`subject` or `body`) and what would be right. */
export function checkLetterText(kind: WrittenKind, written: LetterText): Outcome<LetterText, LetterTextRefusal> {
  const places = placesIn[kind];
  const text = { subject: tidied(written.subject).replace(/\s+/g, ' '), body: tidied(written.body) };
  const missing = places.needed.filter((name) => !text.body.includes(`{${name}}`));
  const wrong = together<LetterTextRefusal>([
    ...(['subject', 'body'] as const).map((field) => partWrong(text[field], field, places[field])),
    text.body !== '' && missing.length > 0 ? refused('missing-place', { field: 'body', places: inBraces(missing) }) : null,
  ]);
  return wrong ?? done(text);
}

const most = { subject: longestSubject, body: longestBody };

function partWrong(text: string, field: keyof LetterText, places: readonly string[]): Refusal<LetterTextRefusal> | null {
  if (text === '') return refused('letter-empty', { field });
  if (text.length > most[field]) return refused('letter-too-long', { field, most: most[field], length: text.length });
  const stranger = strangerIn(text, places);
  return stranger === null ? null : refused('unknown-place', { field, found: stranger, places: inBraces(places) });
}

/** In one go: a value that looks like a place stays what it is. */
export function filledIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** Every place standing for itself: how the program's own words are shown to whoever changes them. */
export const placesThemselves = (kind: WrittenKind): Readonly<Record<string, string>> =>
  Object.fromEntries([...placesIn[kind].subject, ...placesIn[kind].body].map((name) => [name, `{${name}}`]));

/** Null where nobody wrote one. */
export function ownText(texts: LetterTexts, kind: WrittenKind, language: string): LetterText | null {
  return texts[kind]?.[language] ?? null;
}

/** In which languages somebody wrote each letter. */
export const ownIn = (texts: LetterTexts): Readonly<Partial<Record<WrittenKind, readonly string[]>>> =>
  Object.fromEntries(Object.entries(texts).map(([kind, languages]) => [kind, Object.keys(languages)]));

/** With one text more, or (null) one less. */
export function withText(texts: LetterTexts, { kind, language, text }: { readonly kind: WrittenKind; readonly language: string; readonly text: LetterText | null }): LetterTexts {
  const others = Object.fromEntries(Object.entries(texts[kind] ?? {}).filter(([written]) => written !== language));
  return { ...texts, [kind]: text === null ? others : { ...others, [language]: text } };
}

export const isWrittenKind = (kind: string): kind is WrittenKind => (writtenKinds as readonly string[]).includes(kind);
