// The four checks of an own question, as they are typed.
import * as v from 'valibot';
import { comparisons, longestGateText, ownerRoles, type GateWishes } from '#app/domain/surveys/own/four-gates.ts';
import { optionalDay, optionalLine } from './form-fields.ts';

/** Nothing chosen is nothing. */
const oneOf = <const Value extends string>(values: readonly Value[]) =>
  v.pipe(v.optional(v.string(), ''), v.transform((text): Value | null => values.find((value) => value === text) ?? null));

export const fourGatesForm = v.object({
  decision: v.picklist(['ask', 'park'], 'required'),
  important: optionalLine(longestGateText),
  measurable: v.pipe(v.optional(v.unknown(), ''), v.transform((value) => value === 'on' || value === true || (Array.isArray(value) && value.includes('on')))),
  controllable: optionalLine(longestGateText),
  owner: oneOf(ownerRoles),
  comparable: oneOf(comparisons),
  reason: optionalLine(longestGateText),
  review: optionalDay,
});

/** As the domain reads it. */
export const gateWishesOf = ({ measurable = false, ...form }: v.InferOutput<typeof fourGatesForm>): GateWishes => ({ ...form, measurable });
