import * as v from 'valibot';
import { anEmail } from './form-fields.ts';

export const testLetterForm = v.object({
  to: anEmail,
});
