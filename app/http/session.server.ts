// Sessions live in the portal's data; the cookie carries a secret of which only the hash is stored, so that a stolen database
// opens no session.
import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Actor } from '#app/domain/access/actor.ts';
import { actorOf } from '#app/services/signing-in.server.ts';
import type { App } from '#app/platform/app.server.ts';

const name = 'murmur_session';

export function secretOf(cookieHeader: string | null | undefined): string | null {
  return parseCookie(cookieHeader ?? '')[name] ?? null;
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The person whose session this is, with roles as they are now; null without a session that still runs. */
export async function actorOfCookie(app: App, cookieHeader: string | null | undefined): Promise<Actor | null> {
  const secret = secretOf(cookieHeader);
  return secret === null ? null : actorOf(app, hashOf(secret));
}

export function sessionCookie(app: App, secret: string, seconds: number): string {
  return stringifySetCookie({
    name,
    value: secret,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: app.config.publicUrl.startsWith('https:'),
    maxAge: seconds,
  });
}
