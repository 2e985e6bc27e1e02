// Answers to what people wrote, as they lie in the database.
import * as v from 'valibot';
import { stored } from '../kernel/stored.ts';
import type { ReplyContent } from './word-reply.ts';

export const storedReply = stored<ReplyContent>({
  noun: 'an answer to what people wrote',
  shape: v.object({
    about: v.variant('kind', [v.object({ kind: v.literal('comment'), position: v.number() }), v.object({ kind: v.literal('theme'), theme: v.string() })]),
    text: v.string(),
    byId: v.string(),
    departments: v.array(v.string()),
    whole: v.boolean(),
  }),
});
