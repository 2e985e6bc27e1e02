import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { lookAtScheduled } from '#app/services/organisation/scheduled-import.server.ts';

/** A button leads here; whoever types the address finds the page it stands on. */
export const loader = page({ may: 'manage-people' }, () => redirect('/people/scheduled'));

export const action = command({ may: 'manage-people', form: v.object({}) }, async ({ app }) => {
  const stage = await lookAtScheduled(app);
  if (stage.ok) return redirect(`/people/import/${stage.value}`);
  const status = Number(stage.details['status']) || 0;
  return redirect(`/people/scheduled?missed=${stage.because}${status > 0 ? `&status=${status}` : ''}`);
});
