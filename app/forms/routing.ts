// The form about who is asked a question.
import * as v from 'valibot';
import type { Asking } from '#app/domain/surveys/asking/routing.ts';
import { ticked } from './form-fields.ts';

const aQuestion = v.pipe(v.string('required'), v.maxLength(64, 'too-long'));

export const routingForm = v.object({
  question: v.pipe(aQuestion, v.nonEmpty('required')),
  asked: v.picklist(['everybody', 'parts', 'answer'], 'required'),
  /** Departments, each with everybody below it. */
  'route-parts': ticked,
  /** The question to which «yes» opens it. */
  screener: v.optional(aQuestion, ''),
});

/** Null: everybody. */
export function askingOf({ asked, screener, 'route-parts': departments }: v.InferOutput<typeof routingForm>): Asking | null {
  if (asked === 'everybody') return null;
  return asked === 'parts' ? { departments } : { screener };
}

/** Where a refusal is shown. */
export const routingFields: Readonly<Record<string, string>> = { 'routed-no-parts': 'route-parts', 'routed-part-gone': 'route-parts', 'routed-nobody': 'route-parts', 'routed-too-few': 'route-parts', 'cut-without-items': 'asked', 'screened-kind': 'asked', 'screened-half': 'asked', 'screened-too-few': 'asked', 'screener-unfit': 'asked', 'screener-gone': 'asked' };
