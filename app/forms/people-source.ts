// Where the people file is taken from by itself.
import * as v from 'valibot';
import { percentTyped } from '#app/domain/kernel/typed-number.ts';
import { sourceKinds } from '#app/domain/organisation/people-source.ts';
import { wholeNumber } from './form-fields.ts';

/** With its sign or without. */
const wholePercent = v.pipe(v.string('required'), v.check((typed) => Number.isInteger(percentTyped(typed)), 'whole-number'), v.transform((typed) => percentTyped(typed) as number));

const text = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long')), '');

export const peopleSourceForm = v.pipe(
  v.object({
    kind: v.picklist(sourceKinds, 'required'),
    place: text(2_000),
    // RFC 9110: a token.
    header: v.pipe(text(100), v.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]*$/, 'header-name')),
    secret: v.optional(v.pipe(v.string(), v.maxLength(4_000, 'too-long'), v.regex(/^[\x21-\x7e]*( [\x21-\x7e]+)*$/, 'header-value')), ''),
    hour: wholeNumber(23),
    leavers: wholePercent,
  }),
  v.forward(v.partialCheck([['kind'], ['place']], ({ kind, place }) => kind === 'off' || place !== '', 'required'), ['place']),
  // Without a name it would be kept and never sent.
  v.forward(v.partialCheck([['kind'], ['header'], ['secret']], ({ kind, header, secret }) => kind !== 'address' || secret === '' || header !== '', 'required'), ['header']),
  v.forward(v.partialCheck([['kind'], ['place']], ({ kind, place }) => kind !== 'address' || place === '' || (URL.canParse(place) && new URL(place).protocol === 'https:' && new URL(place).username === ''), 'not-https'), ['place']),
);
