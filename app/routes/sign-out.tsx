import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { secretOf, sessionCookie } from '#app/http/session.server.ts';
import { slipCookie } from '#app/http/slip-cookie.server.ts';
import { signOut } from '#app/services/access.server.ts';

export const action = command({ may: 'visit', form: v.object({}) }, async ({ app, request }) => {
  const secret = secretOf(app, request.headers.get('cookie'));
  if (secret !== null) await signOut(app, secret);
  const headers = new Headers({ 'Set-Cookie': sessionCookie(app, '', 0) });
  headers.append('Set-Cookie', slipCookie(app, ''));
  return redirect('/sign-in', { headers });
});
