// The form about who is asked a question.
import * as v from 'valibot';
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
