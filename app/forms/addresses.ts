// The people whose address is released: at least one. A browser sends no field at all where no box is ticked.
import * as v from 'valibot';

export const releaseForm = v.object({ 'people[]': v.pipe(v.optional(v.array(v.string(), 'nobody-chosen'), []), v.minLength(1, 'nobody-chosen')) });
