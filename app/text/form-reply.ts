// What a form that was refused gets back: declared once for whoever answers and whoever draws.
import type { Details } from '#app/domain/kernel/outcome.ts';
import type { FoundParts } from '#app/domain/surveys/asking/part-search.ts';
import type { ErrorCode, Text } from './text.ts';

/** What stood in a form; a list where a name ends in `[]` or came twice. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Codes by field (`''` for the whole form), and the values as typed. */
export interface FormReply {
  readonly errors: Readonly<Record<string, ErrorCode>>;
  readonly details?: Details;
  /** The sentence of each code. They come with the reply: a page does not load what the server may refuse some day. */
  readonly words: Readonly<Record<string, string>>;
  readonly values: FormValues;
  /** What the form offers of very many, after somebody looked for it or ticked it. */
  readonly offered?: FoundParts;
}

/** The reply with its sentences. */
export function inWords(text: Text, reply: Omit<FormReply, 'words'>): FormReply {
  return { ...reply, words: Object.fromEntries(Object.values(reply.errors).map((code) => [code, text.error(code, reply.details)])) };
}

/** What is said of a code: by the server of what it refused, here of what the browser found itself. */
export function saidOfCode(text: Text, reply: Pick<FormReply, 'words' | 'details'> | undefined, code: ErrorCode): string {
  return reply?.words[code] ?? text.error(code, reply?.details);
}
