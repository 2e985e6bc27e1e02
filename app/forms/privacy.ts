// Privacy settings: whole numbers; which of them are allowed is decided where the setting is known.
import * as v from 'valibot';
import { aTimeZone } from './setup.ts';

const whole = v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.regex(/^\d{1,4}$/, 'whole-number'), v.transform(Number));

export const privacyForm = v.object({ k: whole, letters: whole, sessions: whole, timeZone: v.optional(aTimeZone) });
