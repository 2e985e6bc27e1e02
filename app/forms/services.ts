// Who serves whom: one link, one link less, or the whole map as lines.
import * as v from 'valibot';
import { longestKind } from '#app/domain/organisation/service-map.ts';
import { id, line, optionalLine } from './form-fields.ts';

/** Characters: 500 links with long ways. */
const longestLines = 100_000;
const longestPath = 500;

const revision = v.pipe(v.string('required'), v.regex(/^\d{1,9}$/, 'required'), v.transform(Number));

export const addLinkForm = v.object({ act: v.literal('add'), revision, provider: line(longestPath), customer: line(longestPath), kind: optionalLine(longestKind) });

export const servicesForm = v.variant('act', [
  addLinkForm,
  v.object({ act: v.literal('remove'), revision, from: id, to: id, what: optionalLine(longestKind) }),
]);

export const serviceLinesForm = v.object({ revision, lines: v.optional(v.pipe(v.string(), v.maxLength(longestLines, 'too-long')), '') });
