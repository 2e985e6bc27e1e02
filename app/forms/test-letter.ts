import * as v from 'valibot';

export const testLetterForm = v.object({
  to: v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(254, 'too-long'), v.email('email')),
});
