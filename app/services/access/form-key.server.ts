// The key under which a browser keeps what somebody typed while their session ended. It is made of the installation's own key and of
// who it is, so that it is the same after signing in again, and nobody who shares the device can read what another typed.
import { hkdfSync } from 'node:crypto';
import type { Actor } from '#app/domain/access/actor.ts';
import type { App } from '#app/platform/app.server.ts';

/** 256 bits, base64url; null before a server has served this installation. HKDF after RFC 5869. */
export async function formKeyOf(app: App, { personId }: Pick<Actor, 'personId'>): Promise<string | null> {
  const secret = await app.data.installation.key();
  return secret === null ? null : Buffer.from(hkdfSync('sha256', secret, '', `unsent form of ${personId}`, 32)).toString('base64url');
}
