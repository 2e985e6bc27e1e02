// The letters of a survey: their words, their days, and one of them to oneself.
import * as v from 'valibot';
import { writtenKinds } from '#app/domain/surveys/letters/letter-texts.ts';
import { optionalDay } from './form-fields.ts';

// Far beyond what is allowed: the service says by how much it is too long, in the words of the letter.
const typed = v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too-long')), '');
const off = v.optional(v.string(), '');

export const surveyLettersForm = v.object({
  // Which button was pressed, which the browser's own check does not know.
  intent: v.optional(v.picklist(['write', 'back', 'days', 'test'], 'required'), 'write'),
  kind: v.optional(v.picklist(writtenKinds, 'required'), 'opening'),
  language: v.optional(v.pipe(v.string(), v.maxLength(35, 'too-long')), ''),
  subject: typed,
  body: typed,
  announcement: optionalDay,
  'first-reminder': optionalDay,
  'last-reminder': optionalDay,
  'first-off': off,
  'last-off': off,
});

type Wished = v.InferOutput<typeof surveyLettersForm>;

/** An empty day is the usual one; a ticked box leaves a reminder out. */
export function daysOf(input: Wished): Partial<Record<'announcement' | 'first-reminder' | 'last-reminder', Wished['announcement']>> {
  const { announcement, 'first-reminder': first, 'last-reminder': last } = input;
  return {
    ...(announcement !== null && { announcement }),
    ...(input['first-off'] !== '' ? { 'first-reminder': null } : first !== null && { 'first-reminder': first }),
    ...(input['last-off'] !== '' ? { 'last-reminder': null } : last !== null && { 'last-reminder': last }),
  };
}
