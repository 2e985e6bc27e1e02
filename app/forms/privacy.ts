// Privacy settings: whole numbers; which of them are allowed is decided where the setting is known.
import * as v from 'valibot';
import { wholeNumber } from './form-fields.ts';
import { aTimeZone } from './setup.ts';

const whole = wholeNumber(9_999);

export const privacyForm = v.object({ k: whole, letters: whole, sessions: whole, timeZone: v.optional(aTimeZone) });
