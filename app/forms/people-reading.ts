// How a people file is read, as the page asks it: the same field for each column, by its number. What stays as it was guessed is not
// said, so that a later file may be guessed anew.
import * as v from 'valibot';
import { foldedName, peopleFields, type PeopleField } from '#app/domain/organisation/column-names.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { encodings } from '#app/domain/tables/encodings.ts';

const roles = [...peopleFields, 'nothing'] as const;
const text = v.optional(v.string(), '');
const longest = 200;

const given = {
  encoding: v.optional(v.picklist(encodings)),
  separator: v.optional(v.pipe(v.string(), v.maxLength(1, 'too-long'))),
  sheet: v.optional(v.string()),
  path: v.optional(v.pipe(v.string(), v.maxLength(5, 'too-long'))),
  dates: v.optional(v.picklist(['day-first', 'month-first', ''], 'required')),
  memberships: v.optional(v.picklist(['first', 'last', ''], 'required')),
  company: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest, 'too-long'))),
  'path-was': text,
  'company-was': text,
  'separator-was': text,
};

const isRole = (value: unknown): value is PeopleField | 'nothing' => (roles as readonly unknown[]).includes(value);

function columnsIn(fields: Readonly<Record<string, unknown>>): Record<string, PeopleField | 'nothing'> {
  const columns: Record<string, PeopleField | 'nothing'> = {};
  for (let at = 0; typeof fields[`role-${at}`] === 'string'; at += 1) {
    const [role, was, header] = ['role', 'was', 'header'].map((name) => fields[`${name}-${at}`]);
    if (isRole(role) && role !== was && typeof header === 'string') columns[foldedName(header)] = role;
  }
  return columns;
}

export const peopleReadingForm = v.pipe(
  v.looseObject(given),
  v.transform((fields): PeopleChoices => {
    const { encoding, separator, sheet, path, dates, memberships, company } = fields;
    return {
      ...(encoding && { encoding }),
      ...(separator && separator !== fields['separator-was'] && { separator }),
      ...(sheet && { sheet }),
      ...(path !== undefined && path !== fields['path-was'] && { path }),
      ...(dates && { dates }),
      ...(memberships && { memberships }),
      ...(company && company !== fields['company-was'] && { company }),
      columns: columnsIn(fields),
    };
  }),
);

/** What is done with a file that was looked at: imported, in part, or compared anew with departments that are not the same. */
export const peopleReviewForm = v.object({
  does: v.optional(v.picklist(['import', 'good-rows', 'renames']), 'import'),
  'all[]': v.optional(v.array(v.string()), []),
  'same[]': v.optional(v.array(v.string()), []),
});
