// What is wrong with a file of sentences, as a code with its values: whoever reads it has another language than whoever wrote the file.
import type { Details } from '../kernel/outcome.ts';

export type TongueProblemCode =
  // Of the whole file.
  | 'own-language'
  | 'no-tag'
  | 'no-language'
  | 'too-large'
  | 'no-utf-8'
  | 'no-po'
  | 'nothing-known'
  // Of one sentence.
  | 'braces'
  | 'value-missing'
  | 'value-unknown'
  | 'value-kind'
  | 'no-other'
  | 'form-unknown'
  | 'tag'
  | 'too-long'
  | 'turning'
  | 'same-answers';

/** Bytes; larger is no file of sentences. A whole language has about 130,000. */
export const largestTongue = 2_000_000;

/** Why a sentence that stands in a file is read in English all the same: it has no translation, its English is another by now, or whoever
 * translates marked it as unsure. */
export type WhyLeft = 'empty' | 'other-english' | 'unsure';

export interface TongueProblem {
  readonly code: TongueProblemCode;
  /** Of the sentence; empty where it is the whole file. */
  readonly key: string;
  readonly details: Details;
}

export const tongueProblem = (code: TongueProblemCode, details: Details = {}, key = ''): TongueProblem => ({ code, key, details });
