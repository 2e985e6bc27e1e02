// The form about a draft. It shows the organisation's languages: a text that is there must not be empty, one that is not is not asked.
import * as v from 'valibot';
import { isDay, type Day } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { longestPurpose, longestTitle } from '#app/domain/surveys/draft-frame.ts';
import { formRequest } from './form-fields.ts';
import { wordReaders } from '#app/domain/surveys/own/own-words.ts';

const title = v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(longestTitle, 'too-long')));
const purpose = v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(longestPurpose, 'too-long')));
const aDay = v.pipe(v.string('day'), v.check(isDay, 'day'), v.transform((text) => text as Day));
/** Check boxes arrive as nothing, one text or several; react-hook-form says `false` for none. */
const ticked = v.pipe(
  v.optional(v.union([v.array(v.string()), v.string(), v.boolean()]), []),
  v.transform((value) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : [])),
);

/** One field for each language of the product: `title-en`, `title-zh-Hans`, … */
const inEach = <const Name extends string, Schema>(name: Name, schema: Schema) =>
  Object.fromEntries(languages.map((language) => [`${name}-${language}`, schema])) as Record<`${Name}-${Language}`, Schema>;

/** The same in a tongue that came by a file: which there are the form alone knows. */
const further = /^(title|purpose)-[A-Za-z-]{2,20}$/;

const areShort = (form: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(form).every(([name, value]) => !further.test(name) || (typeof value === 'string' && value.length <= (name.startsWith('title') ? longestTitle : longestPurpose)));

const fields = v.looseObject({
  request: formRequest,
  template: v.string(),
  ...inEach('title', title),
  ...inEach('purpose', purpose),
  opens: aDay,
  closes: aDay,
  further: ticked,
  own: ticked,
  pair: v.optional(v.string(), ''),
  /** `question@scope` of every table that is ticked. */
  cuts: ticked,
  /** The same in the order of importance, one a line; what is missing comes after. */
  order: v.optional(v.string(), ''),
  shows: v.optional(v.picklist(['usual', 'chosen']), 'usual'),
  shown: ticked,
  'letter-hour': v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/, 'required'), v.transform(Number))),
  audience: v.optional(v.picklist(['everybody', 'parts', 'half'], 'required'), 'everybody'),
  /** Departments, each with everybody below it. */
  parts: ticked,
  /** Words of departments that are looked for, and the button that does. */
  'find-parts': v.optional(v.pipe(v.string(), v.maxLength(200, 'too-long')), ''),
  looking: v.optional(v.string(), ''),
  /** Words that were looked for last. */
  looked: v.optional(v.string(), ''),
  /** How the form was sent. */
  by: v.optional(v.string(), ''),
  'words-for': v.optional(v.picklist(wordReaders, 'required')),
});

export const draftForm = v.pipe(
  fields,
  v.check((form) => areShort(form), 'too-long'),
  v.forward(
    v.partialCheck([['opens'], ['closes']], ({ opens, closes }) => opens <= closes, 'closes-before-opening'),
    ['closes'],
  ),
);

export type DraftForm = v.InferOutput<typeof draftForm>;
