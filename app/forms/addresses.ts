// The people whose address is released: at least one.
import * as v from 'valibot';

export const releaseForm = v.object({ 'people[]': v.pipe(v.array(v.string(), 'nobody-chosen'), v.minLength(1, 'nobody-chosen')) });
