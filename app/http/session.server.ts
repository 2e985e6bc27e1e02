// Sessions live in the portal's data; the cookie carries a secret of which only the hash is stored, so that a stolen database
// opens no session.
// On https its name begins with `__Host-`: browsers take such a cookie from this very host alone, so that whoever holds another name of
// the company's domain cannot slip their own session under somebody's answers. The plain name is not read there.
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Actor } from '#app/domain/access/actor.ts';
import { actorOf } from '#app/services/access.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';

/** Where a cookie counts: what the address says decides how far it may travel. */
type Addressed = { readonly config: Pick<App['config'], 'publicUrl'> };

export function isEncrypted({ config }: Addressed): boolean {
  return config.publicUrl.startsWith('https:');
}

export function sessionName(app: Addressed): string {
  return isEncrypted(app) ? '__Host-murmur_session' : 'murmur_session';
}

export function secretOf(app: Addressed, cookieHeader: string | null | undefined): string | null {
  return parseCookie(cookieHeader ?? '')[sessionName(app)] ?? null;
}

/** The person whose session this is, with roles as they are now; null without a session that still runs. */
export async function actorOfCookie(app: App, cookieHeader: string | null | undefined): Promise<Actor | null> {
  const secret = secretOf(app, cookieHeader);
  return secret === null ? null : actorOf(app, hashOfSecret(secret));
}

export function sessionCookie(app: App, secret: string, seconds: number): string {
  return stringifySetCookie({
    name: sessionName(app),
    value: secret,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isEncrypted(app),
    maxAge: seconds,
  });
}
