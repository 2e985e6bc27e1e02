// A new sign-in link: a secret for the letter, its hash for the portal.
import type { SignInLink } from '#app/domain/access/sign-in-link.ts';
import type { App } from '#app/platform/app.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';

export const linkMinutes = 30;

/** The seconds go: when exactly somebody asked for a link is nobody's business. */
const toTheMinute = (instant: Date) => `${instant.toISOString().slice(0, 16)}:00.000Z`;

export interface LinkOptions {
  readonly minutes?: number;
  /** ISO instant; instead of `minutes`. */
  readonly until?: string;
  /** A link of the demonstration may be opened again and again. */
  readonly reusable?: boolean;
  /** Where it leads; a path of this portal. */
  readonly to?: string;
}

export interface NewLink {
  /** As a whole address. */
  readonly address: string;
  readonly link: SignInLink;
}

/** A sign-in link of a person that is good once it is written. */
export function makeLink(app: App, personId: string, options: LinkOptions = {}): NewLink {
  const token = app.newSecret();
  // A minute is given on top, so that no link is good for less than it says.
  const end = new Date(app.now().getTime() + ((options.minutes ?? linkMinutes) + 1) * 60_000);
  const link = { tokenHash: hashOfSecret(token), personId, expiresAt: options.until ?? toTheMinute(end), reusable: options.reusable ?? false, destination: options.to ?? '/' };
  return { address: `${app.config.publicUrl}/sign-in/${token}`, link };
}

/** A new sign-in link of a person, as a whole address. */
export async function newSignInLink(app: App, personId: string, options: LinkOptions = {}): Promise<string> {
  const { address, link } = makeLink(app, personId, options);
  await app.data.signInLinks.save(link);
  return address;
}
