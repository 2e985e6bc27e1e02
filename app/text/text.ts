// Every sentence people read, by key, in three languages. The server knows all catalogues; a browser loads what its pages say, compiled
// when it was built: whatever reads messages as people write them stays on the server.
import { roughly } from '#app/domain/surveys/questions/duration.ts';
import { inLanguage, isLanguage, type Language, type Localized } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { en } from './en/index.ts';
import { filling, type Sentence, type Values } from './fill.ts';

export type TextKey = keyof typeof en;
/** A refusal there is a sentence for, in every language. */
export type ErrorCode = TextKey extends infer Key ? (Key extends `error.${infer Code}` ? Exclude<Code, 'summary' | 'title'> : never) : never;
export type Catalogue = Readonly<Record<TextKey, string>>;
export type { Sentence, Values };

export interface Text {
  /** The product's own; English where the text is in another tongue, whose other words the product does not have. */
  readonly language: Language;
  readonly tongue: Tongue;
  (key: TextKey, values?: Values): string;
  /** The words for a code, such as `error.` + `closes-in-the-past`; the code itself where no sentence was written for it. */
  code(prefix: string, code: string, values?: Values): string;
  error(code: ErrorCode, values?: Values): string;
  /** What a schema said, as the code of a sentence: a validator's own words are no sentence for people. */
  errorCode(message: string): ErrorCode;
  /** The reader's language of a text that was written in three. */
  of(localized: Localized): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A day as people write it: 20 November 2026 or 2026年11月20日. */
  day(day: string): string;
  list(parts: readonly string[]): string;
}

const known = new Map<Tongue, Text>();

/** Nothing where a key has no sentence, or none that was loaded. */
export type SentenceOf = (key: string) => Sentence | undefined;

function sayingIn(language: Tongue, sentenceOf: SentenceOf): (key: string, values: Values) => string {
  const fill = filling(language);
  return (key, values) => {
    const sentence = sentenceOf(key);
    if (sentence !== undefined) return fill(sentence, values);
    // eslint-disable-next-line no-console -- the journeys fail on whatever a page says on the console
    console.error(`no sentence here for ${key}`);
    return key;
  };
}

/** Making a format takes fifty times as long as using it; pages ask for a handful of kinds. */
function numbersIn(language: Tongue): Text['number'] {
  const plain = new Intl.NumberFormat(language);
  const kinds = new Map<string, Intl.NumberFormat>();
  return (value, options) => {
    if (!options) return plain.format(value);
    const kind = JSON.stringify(options);
    const format = kinds.get(kind) ?? new Intl.NumberFormat(language, options);
    kinds.set(kind, format);
    return format.format(value);
  };
}

function textFrom(language: Tongue, sentenceOf: SentenceOf): Text {
  const sentence = sayingIn(language, sentenceOf);
  const isSaid = (key: string) => sentenceOf(key) !== undefined;
  // Day before month in English, as most of the world that is not American writes it.
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const say = (key: TextKey, values: Values = {}) => sentence(key, values);
  return Object.assign(say, {
    language: isLanguage(language) ? language : ('en' as const),
    tongue: language,
    code: (prefix: string, code: string, values: Values = {}) => (isSaid(`${prefix}.${code}`) ? sentence(`${prefix}.${code}`, values) : code),
    error: (code: ErrorCode, values?: Values) => say(`error.${code}`, values),
    errorCode: (message: string) => (isSaid(`error.${message}`) ? (message as ErrorCode) : 'not-understood'),
    of: (localized: Localized) => inLanguage(localized, language),
    number: numbersIn(language),
    day: (day: string) => days.format(new Date(`${day}T00:00:00Z`)),
    list: (parts: readonly string[]) => lists.format(parts),
  });
}

/** Makes a language speakable; once per process or page. */
export function learn(language: Tongue, sentenceOf: SentenceOf): void {
  known.set(language, textFrom(language, sentenceOf));
}

/** The sentences of a language; English where it was not learnt, as of a company that gave up a language in which letters still wait. */
export function textOf(language: Tongue): Text {
  const text = known.get(language) ?? known.get('en');
  if (!text) throw new Error(`language not learnt: ${language}`);
  return text;
}

const ofParts = new WeakMap<Text, Text>();

/** The same where only parts of the company were asked: sentences then call all of them «those asked», and never the company. */
export function aboutParts(text: Text): Text {
  const known = ofParts.get(text);
  if (known) return known;
  const about = (values: Values = {}): Values => ({ whole: 'asked', ...values });
  const made: Text = Object.assign((key: TextKey, values?: Values) => text(key, about(values)), {
    ...text,
    code: (prefix: string, code: string, values?: Values) => text.code(prefix, code, about(values)),
  });
  ofParts.set(text, made);
  return made;
}

/** How long something takes, as people say it: «about 40 seconds», from a minute and a half on in minutes. */
export function timeNeeded(text: Text, seconds: number): string {
  const { unit, n } = roughly(seconds);
  return text(`survey.${unit}`, { n });
}
