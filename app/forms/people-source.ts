// Where the people file is taken from by itself.
import * as v from 'valibot';
import { sourceKinds } from '#app/domain/organisation/people-source.ts';

const inRange = (least: number, most: number, code: string) =>
  v.pipe(v.string('required'), v.trim(), v.regex(/^\d{1,3}$/, 'whole-number'), v.transform(Number), v.check((value) => value >= least && value <= most, code));

const text = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long')), '');

export const peopleSourceForm = v.pipe(
  v.object({
    kind: v.picklist(sourceKinds, 'required'),
    place: text(2_000),
    // RFC 9110: a token.
    header: v.pipe(text(100), v.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]*$/, 'header-name')),
    secret: v.optional(v.pipe(v.string(), v.maxLength(4_000, 'too-long'), v.regex(/^[\x21-\x7e]*( [\x21-\x7e]+)*$/, 'header-value')), ''),
    hour: inRange(0, 23, 'whole-number'),
    leavers: inRange(0, 100, 'whole-number'),
  }),
  v.forward(v.check(({ kind, place }) => kind === 'off' || place !== '', 'required'), ['place']),
  // Without a name it would be kept and never sent.
  v.forward(v.check(({ kind, header, secret }) => kind !== 'address' || secret === '' || header !== '', 'required'), ['header']),
  v.forward(v.check(({ kind, place }) => kind !== 'address' || place === '' || (URL.canParse(place) && new URL(place).protocol === 'https:' && new URL(place).username === ''), 'not-https'), ['place']),
);
