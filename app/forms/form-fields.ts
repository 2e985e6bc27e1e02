// Parts of forms that plans use again and again. What is refused is a code; the words stand in app/text.
import * as v from 'valibot';
import { isDay, type Day } from '#app/domain/kernel/day.ts';
import { seenText } from '#app/domain/kernel/seen-text.ts';
import { isEmail, longestEmail } from '#app/domain/organisation/email.ts';

/** Ids are made by the portal; anything else did not come from one of its pages. */
export const id = v.pipe(v.string('required'), v.regex(/^[\w-]{1,64}$/, 'required'));

/** The form's own number, by which one that is sent twice is kept once; a form without one is new each time. */
export const formRequest = v.pipe(
  v.optional(v.string(), ''),
  v.check((text) => text === '' || /^[\w-]{1,64}$/.test(text), 'required'),
  v.transform((text) => (text === '' ? undefined : text)),
);

export const optionalId = v.pipe(
  v.optional(v.string(), ''),
  v.check((text) => text === '' || /^[\w-]{1,64}$/.test(text), 'required'),
  v.transform((text) => (text === '' ? null : text)),
);

export const anEmail = v.pipe(v.string('required'), v.trim(), v.normalize('NFKC'), v.nonEmpty('required'), v.maxLength(longestEmail, 'too-long'), v.check(isEmail, 'email'));

export const line = (most: number) => v.pipe(v.string('required'), v.transform(seenText), v.nonEmpty('required'), v.maxLength(most, 'too-long'));

export const optionalLine = (most: number) => v.optional(v.pipe(v.string(), v.transform(seenText), v.maxLength(most, 'too-long')), '');

export const aDay = v.pipe(v.string('day'), v.check(isDay, 'day'), v.transform((text) => text as Day));

export const optionalDay = v.pipe(
  v.optional(v.string(), ''),
  v.check((text) => text === '' || isDay(text), 'day'),
  v.transform((text) => (text === '' ? null : (text as Day))),
);

const numeric = /^-?\d{1,7}([.,]\d{1,3})?$/;

export const aNumber = v.pipe(v.string('number'), v.trim(), v.regex(numeric, 'number'), v.transform((text) => Number(text.replace(',', '.'))));

export const optionalNumber = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((text) => text === '' || numeric.test(text), 'number'),
  v.transform((text) => (text === '' ? null : Number(text.replace(',', '.')))),
);

/** Ticked boxes: one arrives as a text, several as a list, none not at all. */
export const ticked = v.pipe(
  v.optional(v.unknown(), []),
  v.transform((value) => [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')),
);
