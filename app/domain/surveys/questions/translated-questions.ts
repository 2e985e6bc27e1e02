// The words of questions in the tongues in which people are asked: every text of a question that has an English one gets the others that a
// file of sentences has for it. What somebody wrote stays; what nobody translated is read in English, and is named before sealing.
import { isLanguage, type Localized } from '../../kernel/language.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import type { Question } from './question.ts';

/** Of an English text; undefined where there is none. */
export type WordOf = (tongue: Tongue, english: string) => string | undefined;

type Texts = Readonly<Record<string, string>>;

/** «Pay: what level do you expect?» was put together of two texts. */
function wordIn(wordOf: WordOf, tongue: Tongue, english: string): string | undefined {
  const whole = wordOf(tongue, english);
  const cut = english.indexOf(': ');
  if (whole !== undefined || cut < 0) return whole;
  const parts = [wordOf(tongue, english.slice(0, cut)), wordOf(tongue, english.slice(cut + 2))];
  return parts.every((part) => part !== undefined) ? parts.join(tongue === 'ja' ? '：' : ': ') : undefined;
}

const isLocalized = (value: object): value is Texts => 'en' in value && typeof value.en === 'string';

function walked<Value>(value: Value, change: (texts: Texts) => Texts): Value {
  if (Array.isArray(value)) return value.map((one) => walked(one as unknown, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (isLocalized(value)) return change(value) as Value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walked(one as unknown, change)])) as Value;
}

const further = (tongues: readonly Tongue[]): Tongue[] => tongues.filter((tongue) => !isLanguage(tongue));

/** The same questions, with the words of `tongues` where there are any. What nobody is asked in is left out then: everybody who answers
 * loads all words that were sealed. English stays, because it is what is read where words are missing. */
export function inTongues(questions: readonly Question[], tongues: readonly Tongue[], wordOf: WordOf): readonly Question[] {
  const added = further(tongues);
  if (added.length === 0) return questions;
  return walked(questions, (texts) => {
    const words = added.flatMap((tongue) => {
      const word = texts[tongue] ?? wordIn(wordOf, tongue, texts['en']!);
      return word === undefined ? [] : [[tongue, word] as const];
    });
    const asked = Object.entries(texts).filter(([language]) => language === 'en' || !isLanguage(language) || tongues.includes(language));
    return Object.fromEntries([...asked, ...words]);
  });
}

export interface ReadInEnglish {
  readonly tongue: Tongue;
  /** Questions of which some text is read in English. */
  readonly questions: readonly Localized[];
}

/** What whoever is asked in a tongue reads in English all the same; only tongues of which that is true. */
export function readInEnglish(questions: readonly Question[], tongues: readonly Tongue[]): readonly ReadInEnglish[] {
  return further(tongues).flatMap((tongue) => {
    const lacking = questions.filter((question) => {
      let lacks = false;
      walked(question, (texts) => {
        lacks ||= texts[tongue] === undefined;
        return texts;
      });
      return lacks;
    });
    return lacking.length === 0 ? [] : [{ tongue, questions: lacking.map(({ text }) => text) }];
  });
}
