import { redirect } from '@remix-run/node';
import { wishForSlipForm } from '#app/forms/slips.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { wishForSlip } from '#app/services/organisation/wish-for-slip.server.ts';

export const loader = page({ may: 'take-part' }, () => redirect('/privacy'));

export const action = command({ may: 'take-part', form: wishForSlipForm }, async ({ app, actor, input }) => {
  await wishForSlip(app, actor, input.wished === 'yes');
  return redirect('/privacy#slip');
});
