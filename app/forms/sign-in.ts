import * as v from 'valibot';
import { anEmail } from './form-fields.ts';

export const signInForm = v.object({
  email: anEmail,
  to: v.optional(v.string(), '/'),
});
