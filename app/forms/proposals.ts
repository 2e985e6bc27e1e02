// What somebody proposes to ask, and what HR answers. In which languages HR words the question of the pulse the page knows: `text-de`.
import * as v from 'valibot';
import { seenLine } from '#app/domain/kernel/seen-text.ts';
import { longestProposal, longestProposalAnswer, longestProposalWhy, type AnswerWishes } from '#app/domain/surveys/proposals/proposal.ts';
import { longestOwnText } from '#app/domain/surveys/own/own-kind.ts';
import { id, optionalDay, optionalLine } from './form-fields.ts';
import { wordsDepartment } from './words.ts';

/** A box arrives as its value or not at all; react-hook-form says `false`. */
const ticked = v.pipe(v.optional(v.unknown(), ''), v.transform((value) => value === 'on' || value === true || (Array.isArray(value) && value.includes('on'))));

export const proposalForm = v.object({ request: id, words: v.pipe(v.string('required'), v.transform(seenLine), v.nonEmpty('required'), v.maxLength(longestProposal, 'proposal-long')), why: optionalLine(longestProposalWhy), 'may-show': ticked });

export const enterProposalForm = v.object({ request: id, department: wordsDepartment, comment: id, words: v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(longestProposal, 'proposal-long')) });

const texts = /^text-[A-Za-z-]{2,20}$/;

const areShort = (form: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(form).every(([name, value]) => !texts.test(name) || (typeof value === 'string' && value.length <= longestOwnText));

export const proposalAnswerForm = v.pipe(
  v.looseObject({ decision: v.pipe(v.optional(v.string(), ''), v.picklist(['asked', 'parked', 'declined'], 'required')), reason: optionalLine(longestProposalAnswer), review: optionalDay, 'keep-back': ticked }),
  v.check((form) => areShort(form), 'too-long'),
);

export function answerWishesOf(form: v.InferOutput<typeof proposalAnswerForm>): AnswerWishes & { readonly keptBack: boolean } {
  const { decision, reason = '', review = null, 'keep-back': keptBack = false } = form;
  const text = Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (texts.test(name) && typeof value === 'string' ? [[name.slice('text-'.length), value]] : [])));
  return { decision, reason, review, keptBack, text };
}
