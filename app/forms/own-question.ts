// The form about a question of the company's own. Which languages it has fields for the page knows: `text-de`, `answers-de`.
import * as v from 'valibot';
import type { OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { formRequest } from './form-fields.ts';
import { longestOwnAnswer, longestOwnText, ownKinds, sensitivities, type OwnTextName } from '#app/domain/surveys/own/own-kind.ts';

const texts = /^(text|label|expected|experienced|answers)-[A-Za-z-]{2,20}$/;
/** Far beyond what is allowed: the domain says by how much it is too long. */
const longest = { text: 4 * longestOwnText, answers: 40 * longestOwnAnswer };

const areShort = (form: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(form).every(([name, value]) => !texts.test(name) || (typeof value === 'string' && value.length <= (name.startsWith('answers') ? longest.answers : longest.text)));

/** A box arrives as its value or not at all; react-hook-form says `false`. */
const ticked = v.pipe(v.optional(v.unknown(), ''), v.transform((value) => value === 'on' || value === true || (Array.isArray(value) && value.includes('on'))));

export const ownQuestionForm = v.pipe(
  v.looseObject({
    request: formRequest,
    kind: v.picklist(ownKinds, 'own-kind'),
    about: v.optional(v.string(), ''),
    reverse: ticked,
    describes: ticked,
    sensitivity: v.optional(v.picklist(sensitivities, 'required'), 'normal'),
    'as-is': ticked,
  }),
  v.check((form) => areShort(form), 'too-long'),
);

type OwnQuestionForm = v.InferOutput<typeof ownQuestionForm>;

/** The texts of one name, by language. */
const textsIn = (form: OwnQuestionForm, name: OwnTextName | 'answers'): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(form).flatMap(([field, value]) => (texts.test(field) && field.startsWith(`${name}-`) && typeof value === 'string' ? [[field.slice(name.length + 1), value] as const] : [])));

/** As it was typed. */
export function ownWishesOf(form: OwnQuestionForm): OwnWishes {
  const { kind, about, reverse = false, describes = false, sensitivity, 'as-is': asTheyAre = false } = form;
  return { kind, about: about === '' ? null : about, reverse, describes, sensitivity, asTheyAre, text: textsIn(form, 'text'), label: textsIn(form, 'label'), expected: textsIn(form, 'expected'), experienced: textsIn(form, 'experienced'), answers: textsIn(form, 'answers') };
}

export const ownChangeForm = v.object({ intent: v.picklist(['retire', 'take-back'], 'required'), number: v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'required'), v.transform(Number)) });
