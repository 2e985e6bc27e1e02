// The forms of what was found out beside the survey: a talk about the results on its own page, everything else in the register.
import * as v from 'valibot';
import { inquiryKinds } from '#app/domain/plans/inquiry.ts';
import { aDay, id, line, wholeNumber } from './form-fields.ts';

const longestTopic = 160;
const longestPoints = 4_000;

const people = wholeNumber(9_999, 'whole-people');

/** What stands for somebody from outside the company. */
export const outsider = 'outside';

const moderator = v.pipe(id, v.transform((chosen) => (chosen === outsider ? null : chosen)));

const held = { request: id, department: id, day: aDay, participants: people, points: line(longestPoints) };

export const talkForm = v.object(held);

const otherKinds = inquiryKinds.filter((kind) => kind !== 'talk');

export const recordForm = v.object({ intent: v.literal('record'), kind: v.picklist(otherKinds, 'required'), topic: line(longestTopic), moderator, ...held });
export const removeForm = v.object({ intent: v.literal('remove'), inquiry: id });
export const registerForm = v.variant('intent', [recordForm, removeForm]);
