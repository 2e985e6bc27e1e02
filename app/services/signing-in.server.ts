// Signing in by a link in a letter: no password to steal, and only hashes of links and sessions are stored.
import { createHash } from 'node:crypto';
import type { Actor, Role } from '#app/domain/access/actor.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { mayAskAgain } from './link-brake.server.ts';
import { daysKept } from './privacy-settings.server.ts';

export const linkMinutes = 30;
/** The seconds go: when exactly somebody asked for a link is nobody's business. */
const toTheMinute = (instant: Date) => `${instant.toISOString().slice(0, 16)}:00.000Z`;

const daySeconds = 86_400;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

async function languageOf(app: App, person: Person): Promise<Language> {
  return person.language ?? (await app.data.organisation.get())?.language ?? 'en';
}

/** A person as somebody who acts, with roles as they are now; null for nobody and for those who have left. */
export async function actorOfPerson(app: App, personId: string): Promise<Actor | null> {
  const person = await app.data.people.get(personId);
  if (!person || person.leftOn !== null) return null;
  const heads = await app.data.departments.headedBy(person.id);
  const roles: Role[] = ['employee', ...(await app.data.roles.of(person.id))];
  if (heads.length > 0) roles.push('manager');
  return { personId: person.id, name: person.name, departmentId: person.departmentId, language: await languageOf(app, person), roles, heads };
}

/** The person of a session; null when it has ended. */
export async function actorOf(app: App, tokenHash: string): Promise<Actor | null> {
  const session = await app.data.sessions.get(tokenHash, app.today());
  return session && actorOfPerson(app, session.personId);
}

export interface LinkOptions {
  readonly minutes?: number;
  /** ISO instant; instead of `minutes`. */
  readonly until?: string;
  /** A link of the demonstration may be opened again and again. */
  readonly reusable?: boolean;
  /** Where it leads; a path of this portal. */
  readonly to?: string;
}

/** A new sign-in link of a person, as a whole address. */
export async function newSignInLink(app: App, personId: string, options: LinkOptions = {}): Promise<string> {
  const token = app.newSecret();
  // A minute is given on top, so that no link is good for less than it says.
  const end = new Date(app.now().getTime() + ((options.minutes ?? linkMinutes) + 1) * 60_000);
  await app.data.signInLinks.save({
    tokenHash: hashOf(token),
    personId,
    expiresAt: options.until ?? toTheMinute(end),
    reusable: options.reusable ?? false,
    destination: options.to ?? '/',
  });
  return `${app.config.publicUrl}/sign-in/${token}`;
}

/** Sends a link to whoever has this address. Says nothing about whether there is such a person, nor whether too many were sent
 * already; in the demo the link comes back. */
export async function askForLink(app: App, email: string, to: string): Promise<string | null> {
  const person = await app.data.people.byEmail(email);
  if (!person || person.email === null) return null;
  if (!app.config.demo && !mayAskAgain(app, person.id, linkMinutes)) return null;
  const link = await newSignInLink(app, person.id, { to, reusable: app.config.demo });
  if (app.config.demo) return link;
  const text = textOf(await languageOf(app, person));
  await app.data.letters.addAll([
    newLetter({
      id: app.newId(),
      to: person.email,
      subject: text('sign-in.letter.subject'),
      text: text('sign-in.letter.text', { name: person.name, minutes: linkMinutes, link }),
      dueOn: app.today(),
    }),
  ]);
  return null;
}

export interface NewSession {
  readonly secret: string;
  readonly seconds: number;
  readonly to: string;
}

/** Whether a link could still be used now. */
export async function isUsable(app: App, token: string): Promise<boolean> {
  const link = await app.data.signInLinks.get(hashOf(token));
  return link !== null && link.expiresAt > app.now().toISOString();
}

/** Uses a link up and opens a session; two that use it at the same instant get one session between them. */
export async function enterByLink(app: App, token: string): Promise<Outcome<NewSession, 'link-used'>> {
  const link = await app.data.signInLinks.use(hashOf(token), app.now().toISOString());
  if (!link) return refused('link-used');
  const secret = app.newSecret();
  const days = await daysKept(app, 'sessions');
  await app.data.sessions.save({
    tokenHash: hashOf(secret),
    personId: link.personId,
    createdOn: app.today(),
    // The browser ends it to the second; here it runs to the end of that day.
    expiresOn: addDays(app.today(), days + 1),
  });
  return done({ secret, seconds: days * daySeconds, to: link.destination });
}

export async function signOut(app: App, secret: string): Promise<void> {
  await app.data.sessions.remove(hashOf(secret));
}
