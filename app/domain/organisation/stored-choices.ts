// What was said of a people file, as it is kept for the next one and beside the file that waits.
import * as v from 'valibot';
import { encodings } from '../tables/encodings.ts';
import { stored } from '../kernel/stored.ts';
import { peopleFields } from './column-names.ts';
import type { PeopleChoices } from './people-choices.ts';

export const storedChoices = stored<PeopleChoices>({
  noun: 'how people files are read',
  shape: v.object({
    encoding: v.optional(v.nullable(v.picklist(encodings))),
    separator: v.optional(v.nullable(v.string())),
    sheet: v.optional(v.nullable(v.string())),
    columns: v.optional(v.record(v.string(), v.picklist([...peopleFields, 'nothing']))),
    path: v.optional(v.string()),
    dates: v.optional(v.picklist(['day-first', 'month-first'])),
    memberships: v.optional(v.picklist(['first', 'last'])),
    company: v.optional(v.string()),
    apart: v.optional(v.array(v.string())),
    of: v.optional(v.array(v.string())),
  }),
});
