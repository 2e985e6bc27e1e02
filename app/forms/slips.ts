// Deciding about slips before sealing, and writing down how many were handed out.
import * as v from 'valibot';
import { countTyped } from '#app/domain/kernel/typed-number.ts';
import { anEmail, id } from './form-fields.ts';

export const decideSlipsForm = v.variant('kind', [v.object({ kind: v.literal('without') }), v.object({ kind: v.literal('print'), first: anEmail, second: anEmail })], 'required');

/** `printings`: how often the pile had been printed when the form was shown. */
export const printSlipsForm = v.object({ block: id, printings: v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)) });

export const wishForSlipForm = v.object({ wished: v.picklist(['yes', 'no'], 'required') });

/** A field for each block, called `given-` and its id; what was left empty is not written down. */
export const handedOutForm = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((values) => Object.entries(values).flatMap(([name, value]) => (name.startsWith('given-') && typeof value === 'string' && value.trim() !== '' ? [[name.slice('given-'.length), value] as const] : []))),
  v.transform((pairs) => new Map(pairs.map(([block, value]) => [block, countTyped(value) ?? NaN]))),
);
