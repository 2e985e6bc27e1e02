// A new sign-in link: a secret for the letter, its hash for the portal.
import { createHash } from 'node:crypto';
import type { App } from '#app/platform/app.server.ts';

export const linkMinutes = 30;

/** Of a link's or a session's secret: all that is stored of either. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** ISO instant. */
export const later = (from: Date, seconds: number): string => new Date(from.getTime() + seconds * 1000).toISOString();

export interface LinkOptions {
  readonly minutes?: number;
  /** A link of the demonstration may be opened again and again. */
  readonly reusable?: boolean;
  /** Where it leads; a path of this portal. */
  readonly to?: string;
}

/** A new sign-in link of a person, as a whole address. */
export async function newSignInLink(app: App, personId: string, options: LinkOptions = {}): Promise<string> {
  const token = app.newSecret();
  await app.data.signInLinks.save({
    tokenHash: hashOf(token),
    personId,
    expiresAt: later(app.now(), (options.minutes ?? linkMinutes) * 60),
    usedAt: null,
    reusable: options.reusable ?? false,
    destination: options.to ?? '/',
  });
  return `${app.config.publicUrl}/sign-in/${token}`;
}
