// A token for a program: what it is called, what it opens, and until when; and the end of one.
import * as v from 'valibot';
import { scopes } from '#app/domain/access/machine-token.ts';
import { aDay, id, line, ticked } from './form-fields.ts';

const longestName = 80;

export const makeTokenForm = v.object({
  intent: v.literal('make'),
  request: id,
  name: line(longestName),
  scopes: v.pipe(ticked, v.array(v.picklist(scopes, 'required')), v.minLength(1, 'required')),
  lastDay: aDay,
});

const endTokenForm = v.object({ intent: v.literal('end'), token: id });

export const tokensForm = v.variant('intent', [makeTokenForm, endTokenForm]);
