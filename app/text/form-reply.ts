// What a form that was refused gets back: declared once for whoever answers and whoever draws.
import type { Details } from '#app/domain/kernel/outcome.ts';
import type { ErrorCode } from './text.ts';

/** What stood in a form; a list where a name ends in `[]` or came twice. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Codes by field (`''` for the whole form; the words are in app/text under `error.<code>`), and the values as typed. */
export interface FormReply {
  readonly errors: Readonly<Record<string, ErrorCode>>;
  readonly details?: Details;
  readonly values: FormValues;
}
