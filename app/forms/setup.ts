// The first form of an installation, and the same without «you» for an administrator whom the command line made.
import * as v from 'valibot';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { isTimeZone } from '#app/domain/kernel/local-time.ts';
import { anEmail } from './form-fields.ts';

const aName = v.pipe(v.string('required'), v.trim(), v.nonEmpty('required'), v.maxLength(200, 'too-long'));

/** Check boxes arrive as nothing, one text or several; react-hook-form says `false` for none. */
const ticked = v.pipe(
  v.optional(v.union([v.array(v.string()), v.string(), v.boolean()]), []),
  v.transform((value) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : [])),
);

/** By its name in the time zone database. */
export const aTimeZone = v.pipe(v.string('time-zone'), v.check(isTimeZone, 'time-zone'));

const company = {
  company: aName,
  languages: v.pipe(
    ticked,
    v.transform((list) => languages.filter((language) => list.includes(language))),
    v.check((list) => list.length > 0, 'language-missing'),
  ),
  language: v.picklist(languages, 'required'),
  timeZone: aTimeZone,
};

const isSpoken = ({ language, languages: spoken }: { readonly language: Language; readonly languages: readonly Language[] }) => spoken.includes(language);

export const companyForm = v.pipe(v.object(company), v.forward(v.partialCheck([['languages'], ['language']], isSpoken, 'language-missing'), ['languages']));

export const setUpForm = v.pipe(
  v.object({
    ...company,
    name: aName,
    email: anEmail,
    hr: ticked,
  }),
  v.forward(v.partialCheck([['languages'], ['language']], isSpoken, 'language-missing'), ['languages']),
);
