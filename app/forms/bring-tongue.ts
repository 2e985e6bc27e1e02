// A file of sentences that comes by a page, and that it is taken.
import * as v from 'valibot';
import { largestTongue } from '#app/domain/surveys/tongue-problem.ts';
import { ticked } from './form-fields.ts';
import { fileIn } from './people-import.ts';

export const bringTongueForm = v.object({
  sentences: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(fileIn),
      v.check((file) => file !== null, 'file-missing'),
      v.check((file) => file === null || file.size <= largestTongue, 'tongue-large'),
    ),
    null,
  ),
});

export const takeTongueForm = v.object({
  tongue: v.pipe(v.string('required'), v.maxLength(20, 'required')),
  hash: v.pipe(v.string('required'), v.regex(/^[0-9a-f]{64}$/, 'required')),
  'reviewed[]': ticked,
});
