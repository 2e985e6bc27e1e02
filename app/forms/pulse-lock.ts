// Sealing while answers are missing takes a reason.
import * as v from 'valibot';
import { line, optionalLine } from './form-fields.ts';

const longest = 600;

export const overrideForm = v.object({ override: line(longest) });
/** What sealing accepts: without a lock there is nothing to say. */
export const sealForm = v.object({ override: optionalLine(longest) });
