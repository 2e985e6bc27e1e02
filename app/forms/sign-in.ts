import * as v from 'valibot';

export const signInForm = v.object({
  email: v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(254, 'too-long'), v.email('email')),
  to: v.optional(v.string(), '/'),
});
