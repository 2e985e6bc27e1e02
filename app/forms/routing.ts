// The form about who is asked a question.
import * as v from 'valibot';
import { ticked } from './form-fields.ts';

export const routingForm = v.object({
  question: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(64, 'too-long')),
  asked: v.picklist(['everybody', 'parts'], 'required'),
  /** Departments, each with everybody below it. */
  'route-parts': ticked,
});
