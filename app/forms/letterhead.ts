// The company's logo and colour. What the file is and whether the colour can be read is judged on the server, by what is in it.
import * as v from 'valibot';
import { fileIn } from './people-import.ts';

/** Bytes. */
export const largestLogoFile = 1_048_576;

export const letterheadForm = v.object({
  colour: v.optional(v.pipe(v.string(), v.maxLength(40, 'colour-form')), ''),
  remove: v.optional(v.unknown()),
  logo: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(fileIn),
      v.check((one) => one === null || one.size <= largestLogoFile, 'logo-large'),
    ),
    null,
  ),
});
