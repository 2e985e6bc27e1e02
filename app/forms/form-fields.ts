// Parts of forms that plans use again and again. What is refused is a code; the words stand in app/text.
import * as v from 'valibot';
import { isDay, type Day } from '#app/domain/kernel/day.ts';
import { seenText } from '#app/domain/kernel/seen-text.ts';
import { countTyped, numberTyped } from '#app/domain/kernel/typed-number.ts';
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

/** Things, hours or times, counted. */
export const aCount = v.pipe(
  v.string('number'),
  v.check((text) => numberTyped(text) !== null, 'number'),
  v.transform((text) => numberTyped(text) as number),
  v.minValue(0, 'count-negative'),
);

const optionalNumber = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((text) => text === '' || numberTyped(text) !== null, 'number'),
  v.transform((text) => (text === '' ? null : numberTyped(text))),
);

export const optionalCount = v.pipe(optionalNumber, v.check((value) => value === null || value >= 0, 'count-negative'));

export const optionalIndex = v.pipe(optionalNumber, v.check((index) => index === null || (index >= 1 && index <= 100), 'range-index'));

/** A whole number of at most `most`, typed; what else it must be is the form's own rule. */
export const wholeNumber = (most: number, code = 'whole-number') =>
  v.pipe(
    v.string('required'),
    v.trim(),
    v.nonEmpty('required'),
    v.check((text) => (countTyped(text) ?? Infinity) <= most, code),
    v.transform((text) => countTyped(text) as number),
  );

/** Ticked boxes: one arrives as a text, several as a list, none not at all. */
export const ticked = v.pipe(
  v.optional(v.unknown(), []),
  v.transform((value) => [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')),
);
