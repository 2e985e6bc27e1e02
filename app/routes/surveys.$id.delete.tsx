import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { removeDraft } from '#app/services/surveys/compose-draft.server.ts';

export const action = command({ may: 'compose-surveys', form: v.object({}) }, async ({ app, params }) => {
  const removed = await removeDraft(app, params['id'] ?? '');
  if (!removed.ok) throw refuse(removed.because);
  return redirect('/surveys');
});
