// Company records, as lines of text or as a small file of the same lines.
import * as v from 'valibot';
import { fileIn } from './people-import.ts';

/** Characters. */
const longestLines = 100_000;

export const secondaryForm = v.object({
  revision: v.pipe(v.string('required'), v.regex(/^\d{1,9}$/, 'required'), v.transform(Number)),
  lines: v.optional(v.pipe(v.string(), v.maxLength(longestLines, 'too-long')), ''),
});

/** Bytes. */
export const largestSecondaryFile = 1_048_576;

export const secondaryFileForm = v.object({
  file: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(fileIn),
      v.check((one) => one !== null, 'file-missing'),
      v.check((one) => one === null || one.size <= largestSecondaryFile, 'outside-file-large'),
    ),
    null,
  ),
});
