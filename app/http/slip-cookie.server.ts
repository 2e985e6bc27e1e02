// By what a browser holds the code that was tried in it. Made before the code is typed, so that a reply that gets lost costs nobody the
// code: the same browser asks again. Only the hash is kept, in the survey's folder.
import { parseCookie, stringifySetCookie } from 'cookie';
import { isEncrypted } from './session.server.ts';
import type { App } from '#app/platform/app.server.ts';

type Addressed = Parameters<typeof isEncrypted>[0];

function slipName(app: Addressed): string {
  return isEncrypted(app) ? '__Host-murmur_slip' : 'murmur_slip';
}

/** Longer than any survey is open; the kiosk forgets it earlier. */
const seconds = 60 * 86_400;

export function slipSecretOf(app: Addressed, cookieHeader: string | null | undefined): string | null {
  return parseCookie(cookieHeader ?? '')[slipName(app)] || null;
}

/** An empty secret ends it. */
export function slipCookie(app: App, secret: string): string {
  return stringifySetCookie({ name: slipName(app), value: secret, httpOnly: true, sameSite: 'lax', path: '/', secure: isEncrypted(app), maxAge: secret === '' ? 0 : seconds });
}
