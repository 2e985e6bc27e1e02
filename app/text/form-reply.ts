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
  /** What is said of each field. It comes with the reply: a page does not load what the server may refuse some day. */
  readonly words: Readonly<Record<string, string>>;
  readonly values: FormValues;
  /** What the form offers of very many, after somebody looked for it or ticked it. */
  readonly offered?: FoundParts;
}

/** What is wrong with one field (`''`: with the form). */
export interface Wrong {
  readonly field: string;
  readonly code: ErrorCode;
  readonly details?: Details;
}

/** The reply to everything that is wrong; of two about one field the first is said. */
export function replyWith(text: Text, wrong: readonly Wrong[], reply: Omit<FormReply, 'words' | 'errors' | 'details'>): FormReply {
  const first = [...new Map([...wrong].reverse().map((one) => [one.field, one])).values()].reverse();
  const details = first.find((one) => one.details)?.details;
  const said = (of: (one: Wrong) => string) => Object.fromEntries(first.map((one) => [one.field, of(one)]));
  return { ...reply, errors: said(({ code }) => code) as FormReply['errors'], words: said(({ code, details: own }) => text.error(code, own)), ...(details && { details }) };
}

/** What is said of a field, or of the whole form: the words that came with the reply. */
export function saidOf(text: Text, reply: Pick<FormReply, 'errors' | 'words'>, field: string): string {
  return reply.words[field] ?? text.error(reply.errors[field] ?? 'not-understood');
}
