// What a plan rests on beside its figure: something found out in a room, or a company record. Copied once, like the
// figure itself, so that nobody can say later that it was different.
import * as v from 'valibot';
import type { SecondaryFigure } from './secondary.ts';
import { secondaryShape } from './stored-secondary.ts';
import { stored } from '../kernel/stored.ts';
import { mayReadInquiry, type Inquiry } from './inquiry.ts';
import type { Standing } from './standing.ts';
import { inquiryShape } from './stored-inquiry.ts';

export type Support = { readonly kind: 'inquiry'; readonly inquiry: Inquiry } | { readonly kind: 'figure'; readonly figure: SecondaryFigure };

/** As a form calls it, the same for the same thing. */
export const refOf = (support: Support): string =>
  support.kind === 'inquiry' ? `inquiry-${support.inquiry.id}` : ['figure', support.figure.departmentId, support.figure.kind, support.figure.period].join('-');

/** A company record is for those who lead and for HR, as it is beside the scores; the plan tells the others that it rests on one. */
export function mayReadSupport(support: Support, who: Standing, k: number): boolean {
  if (support.kind === 'inquiry') return mayReadInquiry(support.inquiry, who, k);
  return who.hr || who.leads.has(support.figure.departmentId);
}

export const storedSupport = stored<Support>({
  noun: 'what a plan rests on',
  shape: v.variant('kind', [v.object({ kind: v.literal('inquiry'), inquiry: inquiryShape as never }), v.object({ kind: v.literal('figure'), figure: secondaryShape as never })]) as v.GenericSchema<unknown, Support>,
});
