// A file of past answers with the name and the day of its survey.
import * as v from 'valibot';
import { aDay, line } from './form-fields.ts';
import { fileIn } from './people-import.ts';

/** Bytes. A hundred thousand people with thirty answers take about ten million; exports with comments take more. */
export const largestAnswers = 200 * 1024 * 1024;

export const longestPastTitle = 120;

export const pastUploadForm = v.object({
  title: line(longestPastTitle),
  closed: aDay,
  answers: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(fileIn),
      v.check((file) => file !== null, 'file-missing'),
      v.check((file) => file === null || file.size <= largestAnswers, 'past-file-too-large'),
    ),
    null,
  ),
});
