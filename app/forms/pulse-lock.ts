// Sealing while answers are missing takes a reason.
import * as v from 'valibot';
import { line, optionalLine } from './form-fields.ts';

const longest = 600;

export const overrideForm = v.object({ override: line(longest) });
/** What sealing accepts: without a lock there is nothing to say. `seen`: what stood on the page. */
export const sealForm = v.object({ override: optionalLine(longest), seen: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))) });
