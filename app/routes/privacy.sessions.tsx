import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { signOutEverywhere } from '#app/services/access.server.ts';

export const loader = page({ may: 'take-part' }, () => redirect('/privacy'));

export const action = command({ may: 'take-part', form: v.object({}) }, async ({ app, actor }) => {
  await signOutEverywhere(app, actor.personId);
  return redirect('/sign-in', { headers: { 'Set-Cookie': sessionCookie(app, '', 0) } });
});
