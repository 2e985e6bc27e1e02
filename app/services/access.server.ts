// Signing in by a link in a letter: no password to steal, and only hashes of links and sessions are stored.
import type { Actor, Role } from '#app/domain/access/actor.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { isLanguage, productLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf, type Person } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { textOf } from '#app/text/text.ts';
import { noteOnce } from './installation/keep-journal.server.ts';
import { mayAskAgain } from './access/brake-links.server.ts';
import { daysKept } from './privacy/change-settings.server.ts';
import { enterByFormerAddress, linksByFormerAddress } from './access/enter-by-former-address.server.ts';
import { linkMinutes, newSignInLink } from './access/make-link.server.ts';
import { leadsToEndedSurvey } from './access/end-survey-links.server.ts';

export { linkMinutes, newSignInLink, type LinkOptions } from './access/make-link.server.ts';

const daySeconds = 86_400;

/** A person as somebody who acts, with roles as they are now; null for nobody and for those who have left. */
export async function actorOfPerson(app: App, personId: string): Promise<Actor | null> {
  const person = await app.data.people.get(personId);
  if (!person || person.leftOn !== null) return null;
  const heads = await app.data.departments.headedBy(person.id);
  const roles: Role[] = ['employee', ...(await app.data.roles.of(person.id))];
  if (heads.length > 0) roles.push('manager');
  const tongue = languageOf(person, await app.data.organisation.get());
  return { personId: person.id, name: person.name, departmentId: person.departmentId, language: productLanguage(tongue), ...(isLanguage(tongue) ? {} : { tongue }), roles, heads };
}

/** The person of a session; null when it has ended. */
export async function actorOf(app: App, tokenHash: string): Promise<Actor | null> {
  const session = await app.data.sessions.get(tokenHash, app.today());
  return session && actorOfPerson(app, session.personId);
}

/** Sends a link to whoever has this address, and one to the ballot page for each paper that stays with it. Says nothing about whether
 * there is such a person, nor whether too many were sent already; in the demo the link comes back. */
export async function askForLink(app: App, email: string, to: string): Promise<string | null> {
  const person = await app.data.people.byEmail(email);
  const shown = person && (await linkByAddress(app, person, to));
  // Also where somebody else has the address by now: to give it to another must not keep anybody from voting.
  return shown ?? linksByFormerAddress(app, email);
}

async function linkByAddress(app: App, person: Person, to: string): Promise<string | null> {
  if (person.email === null || (!app.config.demo && !mayAskAgain(app, person.id, linkMinutes))) return null;
  const link = await newSignInLink(app, person.id, { to, reusable: app.config.demo });
  if (app.config.demo) return link;
  const text = textOf(languageOf(person, await app.data.organisation.get()));
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

export type LinkRefusal = 'link-used' | 'survey-ended';

/** Why a link could not be used now; null where it could. */
export async function refusalOf(app: App, token: string): Promise<LinkRefusal | null> {
  const link = await app.data.signInLinks.get(hashOfSecret(token));
  if (link === null || link.expiresAt <= app.now().toISOString()) return 'link-used';
  return (await leadsToEndedSurvey(app, link.destination)) ? 'survey-ended' : null;
}

/** Whether a link could still be used now. */
export async function isUsable(app: App, token: string): Promise<boolean> {
  return (await refusalOf(app, token)) === null;
}

/** Uses a link up and opens a session; two that use it at the same instant get one session between them. */
export async function enterByLink(app: App, token: string): Promise<Outcome<NewSession, LinkRefusal>> {
  const because = await refusalOf(app, token);
  const link = because === null ? await app.data.signInLinks.use(hashOfSecret(token), app.now().toISOString()) : null;
  if (!link) return refused(because ?? 'link-used');
  const former = await enterByFormerAddress(app, link);
  if (former) return done(former);
  const secret = app.newSecret();
  const days = await daysKept(app, 'sessions');
  await app.data.sessions.save({
    tokenHash: hashOfSecret(secret),
    personId: link.personId,
    createdOn: app.today(),
    // The browser ends it to the second; here it runs to the end of that day.
    expiresOn: addDays(app.today(), days + 1),
  });
  await noteComing(app, link.personId);
  return done({ secret, seconds: days * daySeconds, to: link.destination });
}

/** That somebody with rights came in on this day is in the journal; of everybody else nothing is. */
async function noteComing(app: App, personId: string): Promise<void> {
  if ((await app.data.roles.of(personId)).length === 0) return;
  const person = await app.data.people.get(personId);
  if (person) await noteOnce(app, { kind: 'signed-in', by: person });
}

export async function signOut(app: App, secret: string): Promise<void> {
  await app.data.sessions.remove(hashOfSecret(secret));
  await app.data.formerAccess.remove(hashOfSecret(secret));
}

/** From which days this person is signed in somewhere, earliest first. */
export function daysSignedIn(app: App, personId: string): Promise<Day[]> {
  return app.data.sessions.daysOf(personId, app.today());
}

/** Ends every session and link of a person, on all devices. */
export async function signOutEverywhere(app: App, personId: string): Promise<void> {
  await app.data.transaction(async (stores) => {
    await stores.sessions.removeOf([personId]);
    await stores.signInLinks.removeOf([personId]);
    await stores.formerAccess.removeOf([personId]);
  });
}
