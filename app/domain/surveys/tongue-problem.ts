// What is wrong with a file of sentences, as a code with its values: whoever reads it has another language than whoever wrote the file.
import type { Details } from '../kernel/outcome.ts';

export type TongueProblemCode =
  // Of the whole file.
  | 'own-language'
  | 'no-tag'
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

export interface TongueProblem {
  readonly code: TongueProblemCode;
  /** Of the sentence; empty where it is the whole file. */
  readonly key: string;
  readonly details: Details;
}

export const tongueProblem = (code: TongueProblemCode, details: Details = {}, key = ''): TongueProblem => ({ code, key, details });
